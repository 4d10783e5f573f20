"""``title``: kicker, headline and subtitle; ``confidence``: how sure an article is."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsarchive.segment import assemble, confidence, titles
from newsarchive.segment.lines import Line, make
from newsarchive.segment.roles import Form, gap_style
from tests.quality.fit import gold, learn
from tests.quality.scoring import predict, score_module
from tests.quality.typeset import broken_head

# Heads made up for this, because the bench has few kickers and subtitles.
HEADS = Path(__file__).parents[3] / "fixtures" / "heads.tsv"
COPIES = 4

Head = tuple[list[Line], list[str], str, str]


def heads(one: gold.Known) -> Iterator[Head]:
    """The heads of a page whose lines stand together: lines, true parts, style of the dump, text of the article."""
    lines, texts = one.read.lines, [gold.norm(line.flat) for line in one.read.lines]
    for article in one.truth["articles"]:
        wanted = [(part, gold.norm(article[part])) for part in titles.PARTS if article[part]]
        for first, form in enumerate(one.read.forms):
            labels = _labels(texts[first:], wanted) if form is Form.DISPLAY else []
            if labels:
                yield lines[first : first + len(labels)], labels, gap_style(lines), article["body"]
                break


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
            yield lines, labels, "para" if gaps else "none", ""


def title(pages: Iterable[gold.Known], epochs: int = 24) -> learn.Weights:
    """Averaged perceptron over the true parts of heads; the weights start anew."""
    rows = [head for one in pages for head in heads(one)] + list(invented())
    titles.TITLE.clear()
    titles.TITLE["same"] = 0.5
    mean = learn.Average(titles.TITLE, rate=0.1)
    rng = random.Random(5)
    for epoch in range(epochs):
        rng.shuffle(rows)
        for lines, wanted, style, prose in rows:
            got = titles.parts(lines, style, prose)
            if got != wanted:
                mean.update(
                    Counter(titles.feature_names(lines, wanted, style, prose)),
                    Counter(titles.feature_names(lines, got, style, prose)),
                )
            if 4 * epoch >= epochs:
                mean.count()
    mean.settle()
    return titles.TITLE


def sure(pages: Iterable[gold.Known], epochs: int = 400) -> learn.Weights:
    """Logistic regression: is nine tenths of an article's text right?"""
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
    return learn.logistic(rows, ridge=0.5, epochs=epochs)
