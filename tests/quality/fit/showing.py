"""``title``: kicker, headline and subtitle; ``confidence``: how sure an article is."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsarchive.segment import assemble, confidence
from newsarchive.segment.display import ties, titles
from newsarchive.segment.display.blocks import blocks, runs
from newsarchive.segment.heads.leftovers import Leftovers
from newsarchive.segment.kin.vocabulary import tokens
from newsarchive.segment.lines.line import Line, gap_style, make
from newsarchive.segment.roles.form import Form
from tests.quality.fit import gold, learn
from tests.quality.scoring import predict, score_module
from tests.quality.typeset import broken_head

# Heads made up for this, in the manner of party, evening, trade and county papers: pages at hand have few.
HEADS = Path(__file__).parents[3] / "fixtures" / "heads.tsv"
COPIES = 4

Head = tuple[list[list[Line]], list[str], str, str]


def heads(one: gold.Known) -> Iterator[Head]:
    """The heads of a page whose lines stand together: the lines of their blocks, true parts, style of the dump, text
    of the article.
    """
    lines, texts = one.read.lines, [gold.norm(line.flat) for line in one.read.lines]
    for article in one.truth["articles"]:
        wanted = [(part, gold.norm(article[part])) for part in titles.PARTS if article[part]]
        for first, form in enumerate(one.read.forms):
            labels = _labels(texts[first:], wanted) if form is Form.DISPLAY else []
            made = _blocks(one, first, len(labels))
            # Not where one of the lines was read as something else.
            if labels and sum(map(len, made)) == len(labels):
                yield made, labels, gap_style(lines), article["body"]
                break


def _blocks(one: gold.Known, first: int, count: int) -> list[list[Line]]:
    """Some display lines as the blocks that were made of them."""
    held = range(first, first + count)
    blocks = [[one.read.lines[i] for i in block.lines if i in held] for block in one.read.blocks]
    return [block for block in blocks if block]


def _labels(texts: list[str], wanted: list[tuple[str, str]]) -> list[str]:
    """The parts of the lines that together are the whole head, or none."""
    out: list[str] = []
    for part, rest in wanted:
        while rest:
            text = texts[len(out)] if len(out) < len(texts) else ""
            if not text or not rest.startswith(text):
                return []
            rest = rest[len(text) :]
            out.append(part)
    return out


def invented(seed: int = 1) -> Iterator[Head]:
    """The heads of fixtures/heads.tsv, each set in several ways."""
    rng = random.Random(seed)
    for row in HEADS.read_text("utf-8").splitlines():
        if row.startswith("#"):
            continue
        texts = dict(zip(titles.PARTS, [*row.split("\t"), "", ""], strict=False))
        for _ in range(COPIES):
            gaps, spaced = rng.random() < 0.6, rng.random() < 0.15
            lines, labels = [], []
            for part, text in texts.items():
                for k, shown in enumerate(broken_head(text, part == "headline", rng) if text else []):
                    wide = spaced and part == "headline" and len(shown) >= 4
                    drawn = " ".join(shown.replace(" ", "")) if wide else shown
                    lines.append(make(drawn, 0, len(drawn), gaps and (k == 0 or wide)))
                    labels.append(part)
            made = blocks(lines, [Form.DISPLAY] * len(lines))
            yield [[lines[i] for i in block.lines] for block in made], labels, "para" if gaps else "none", ""


def tie(pages: Iterable[gold.Known], epochs: int = 80) -> learn.Weights:
    """Multinomial logistic regression over the display lines that follow each other."""
    rows = []
    for one in pages:
        display = ties.Display(one.read.lines, one.read.forms)
        for phrase, index, together, kind in seams(one):
            features = display.features(phrase, index, together)
            options = [dict(ties.named(other, features)) for other in ties.KINDS]
            rows.append((options, ties.KINDS.index(kind)))
    return learn.softmax(rows, ridge=0.5, epochs=epochs)


def seams(one: gold.Known) -> Iterator[tuple[list[int], int, int, str]]:
    """Where display lines follow each other: the lines of the phrase so far, the next line, how many there are in
    all, and how they truly belong together.
    """
    shown = [
        (n, part, gold.norm(text))
        for n, article in enumerate(one.truth["articles"])
        for part, texts in [*((p, [article[p]]) for p in titles.PARTS), ("subhead", article["subheads"])]
        for text in texts
        if text
    ]
    for run in runs(one.read.forms):
        phrase = [run[0]]
        for left, right in itertools.pairwise(run):
            a, b = (gold.norm(one.read.lines[i].flat) for i in (left, right))
            of_left, of_right = ({(n, p) for n, p, text in shown if t in text} for t in (a, b))
            whole = any(a + b in text for _, _, text in shown)
            heads_of = [{n for n, part in known if part != "subhead"} for known in (of_left, of_right)]
            kind = "phrase" if whole else "head" if heads_of[0] & heads_of[1] else "apart"
            if of_left or of_right:
                yield phrase, right, len(run), kind
            phrase = [*phrase, right] if whole else [right]


def left(pages: Iterable[gold.Known], epochs: int = 300) -> learn.Weights:
    """Logistic regression over the blocks that the division left over: are they of the head they are most like?"""
    rows: list[tuple[dict[str, float], bool]] = []
    real = Leftovers.completed

    def caught(page, stacks, free, news=()):
        for choice in page.choices(stacks, free):
            owner = max(one.truth["articles"], key=lambda a: (page.kin[choice.article] & tokens(a["body"])).total())
            block = gold.norm(page.shown[choice.block].flat)
            rows.append((dict(choice.features), any(block in gold.norm(owner[part]) for part in titles.PARTS)))
        return real(page, stacks, free, news)

    try:
        Leftovers.completed = caught
        for one in pages:
            predict(one.dump)
    finally:
        Leftovers.completed = real
    return learn.logistic(rows, ridge=0.3, epochs=epochs)


def title(pages: Iterable[gold.Known], epochs: int = 300) -> learn.Weights:
    """Multinomial logistic regression over all readings of a head, and of every other one whose parts are pieces that
    stand apart over all their orders too. A head that recurs on many pages counts a few times only: what is to be
    learned is how heads are written, not which are frequent here.
    """
    rng = random.Random(7)
    rows = []
    for drawn, wanted, style, prose in _few_of_each([h for one in pages for h in heads(one)] + list(invented()), rng):
        pieces = _pieces(drawn, wanted)
        apart = len(pieces) <= 3 and rng.random() < 0.5
        orders = titles.orders(pieces) if apart else [tuple(range(len(pieces)))]
        options, right = [], []
        for order in orders:
            shown = titles.in_order(pieces, order)
            for labels in titles.readings(shown, prose):
                options.append(dict(Counter(titles.feature_names(shown, labels, style, prose))))
                right.append(labels == wanted and list(order) == sorted(order))
        # Where two parts were read as one phrase no reading is right.
        if any(right):
            rows.append((options, right.index(True)))
    return learn.softmax(rows, ridge=0.3, epochs=epochs)


# Settings of one head that are learned from, at most: a head of the bench has up to seventy here, one of the press
# pages six. With twelve the bench lost headlines, and other papers won none.
SETTINGS = 30


def _few_of_each(rows: list[Head], rng: random.Random) -> list[Head]:
    """Of each head some settings only."""
    kept: dict[str, list[Head]] = {}
    for row in rows:
        kept.setdefault(gold.norm("".join(line.flat for block in row[0] for line in block)), []).append(row)
    out = []
    for same in kept.values():
        rng.shuffle(same)
        out.extend(same[:SETTINGS])
    return out


def _pieces(drawn: list[list[Line]], wanted: list[str]) -> list[list[list[Line]]]:
    """The blocks of a head, those of one part together."""
    out: list[list[list[Line]]] = []
    firsts = itertools.accumulate((len(block) for block in drawn[:-1]), initial=0)
    for _, group in itertools.groupby(zip(firsts, drawn, strict=True), key=lambda found: wanted[found[0]]):
        out.append([block for _, block in group])
    return out


def sure(pages: Iterable[gold.Known], epochs: int = 400) -> learn.Weights:
    """Logistic regression: is nine tenths of an article's text right? The base is raised, for of what is just above 0.9
    nine in ten would be right, and of all above it more.
    """
    score = score_module()
    rows: list[tuple[dict[str, float], bool]] = []
    for one in pages:
        bodies = [score.norm(a["body"]) for a in one.truth["articles"]]
        signs: list[confidence.Signs] = []
        real = assemble.confidence
        try:
            # The articles come in the order in which their confidence is asked for.
            assemble.confidence = lambda held, signs=signs: signs.append(held) or 0.0
            made = [a for a in predict(one.dump)["articles"] if a["confidence"] == 0.0]
        finally:
            assemble.confidence = real
        for held, article in zip(signs, made, strict=True):
            right = max(score.sim(body, score.norm(article["body"])) for body in bodies) >= score.MATCH
            rows.append((confidence.features(held), right))
    found = learn.logistic(rows, ridge=0.5, epochs=epochs)
    return {**found, "base": found["base"] + RAISED}


# In log odds: so much that of all articles above 0.9 still more than nine in ten are right, of the press pages too.
RAISED = 0.2
