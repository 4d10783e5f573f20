"""The truth that the weights are learned from: which line, paragraph and block belongs to what."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from newsarchive.segment import setting_of
from newsarchive.segment.articles import pair
from newsarchive.segment.articles.evidence import page_of
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.lines.line import Line
from newsarchive.segment.page import Reading, read_page
from newsarchive.segment.roles.form import BODY, Form
from newsarchive.segment.roles.look import Look
from newsarchive.segment.sequence.flow import Para
from newsarchive.text.clean import clean
from tests.quality import typeset
from tests.quality.scoring import BENCH, PRESS, Pages, dump_of, is_intact, truth

Truth = dict[str, Any]


def norm(text: str) -> str:
    """A text as it is compared: widths folded, blanks gone."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@dataclass(frozen=True, slots=True)
class Known:
    """A dump with its truth and what the first steps read in it."""

    dump: str
    truth: Truth
    read: Reading


def known(dump: str, right: Truth) -> Known:
    return Known(dump, right, read_page(clean(dump).text, setting_of(dump)))


def bench(names: Sequence[str] = BENCH.fitted) -> Iterator[Known]:
    """The dumps of bench pages, without those whose columns the extractor tore apart."""
    return _dumps(BENCH, names)


def press() -> Iterator[Known]:
    """The dumps of the pages of other papers that are not kept out."""
    return _dumps(PRESS, PRESS.fitted)


def truths() -> Iterator[Truth]:
    """The truth of the pages of the bench and of other papers that are not kept out."""
    return map(truth, (*BENCH.fitted, *PRESS.fitted))


def _dumps(pages: Pages, names: Sequence[str]) -> Iterator[Known]:
    for name in names:
        right = truth(name)
        for style in pages.styles:
            if is_intact(right, style):
                yield known(dump_of(name, style), right)


def anew(count: int, seed: int, orders: Sequence[str] = typeset.ORDERS) -> Iterator[Known]:
    """Pages typeset anew from articles of the fitted half, most of five to twelve articles, every third of one to four.

    Pages painted column by column come with blank lines only: without them nothing shows where a column ends.
    """
    rng = random.Random(seed)
    for n in range(count):
        order, gaps = orders[n % len(orders)], (n // len(orders)) % 2 == 0
        pool = _stories()
        rng.shuffle(pool)
        chosen = _apart(pool)[: rng.randint(1, 4) if n % 3 == 2 else rng.randint(5, 12)]
        if order != "columns" or gaps:
            right = {"articles": chosen, "furniture": [], "doubled": [], "integrity": {}}
            yield known(typeset.page(chosen, order, gaps, 1000 * seed + n), right)


def columns(count: int, seed: int) -> Iterator[Known]:
    """Pages of three to twelve articles painted column by column, every other one without blank lines."""
    rng = random.Random(seed)
    for n in range(count):
        pool = _stories()
        rng.shuffle(pool)
        chosen = _apart(pool)[: rng.randint(3, 12)]
        right = {"articles": chosen, "furniture": [], "doubled": [], "integrity": {}}
        yield known(typeset.page(chosen, "columns", n % 2 == 0, 1000 * seed + n), right)


def _stories() -> list[Truth]:
    """The articles of the fitted half, each once."""
    out: dict[str, Truth] = {}
    for name in BENCH.fitted:
        for article in truth(name)["articles"]:
            if article["kind"] != "photo" and article["headline"] and article["body"]:
                out.setdefault(article["body"], article)
    return list(out.values())


def _apart(pool: Sequence[Truth]) -> list[Truth]:
    """Of articles that are wholes and halves of each other one: they share the first seven characters of their ids."""
    return list({a["id"][:7]: a for a in pool}.values())


def forms(lines: Sequence[Line], seen: Sequence[Look], right: Truth) -> list[Form]:
    """The true state of every line: its text is looked up in the true articles."""
    subheads = {norm(s) for a in right["articles"] for s in a["subheads"]}
    display = [norm(a[k]) for a in right["articles"] for k in ("headline", "kicker", "subtitle")] + sorted(subheads)
    paras = [norm(p) for a in right["articles"] for p in a["body"].split("\n") if norm(p) not in subheads]
    paras += [norm(c) for a in right["articles"] for c in a["captions"]]
    out: list[Form] = []
    tail = ""
    for line, look in zip(lines, seen, strict=True):
        bare = re.sub(r"^\((?:上接|下转)第?\d+版\)", "", norm(line.flat))
        bare = re.sub(r"\([^()]{2,30}\)$", "", bare) or bare
        goes_on = bool(tail) and bool(bare) and any(tail[-6:] + bare[:6] in p for p in paras)
        shown = any(bare in d for d in display) if bare else False
        if look.fixed and look.fixed is not Form.FURNITURE and not goes_on:
            form = Form.FURNITURE
        elif goes_on:
            form = Form.ON
        elif bare and any(p.startswith(bare[:12]) for p in paras) and not (shown and len(bare) < 12):
            form = Form.START
        elif shown:
            form = Form.DISPLAY
        elif bare and any(bare in p for p in paras) and (len(bare) > 5 or look.stop) and not look.fixed:
            form = Form.ON
        else:
            form = Form.FURNITURE if look.fixed else Form.DISPLAY
        out.append(form)
        tail = bare if form in BODY else ""
    return out


def owners(lines: Sequence[Line], paras: Sequence[Para], right: Truth) -> list[int]:
    """The true article of every paragraph, -1 for what is in none."""
    bodies = [norm(a["body"]) for a in right["articles"]]
    out = []
    for para in paras:
        votes: Counter[int] = Counter()
        for i in para.lines:
            text = norm(lines[i].flat)
            for a, body in enumerate(bodies):
                if text in body:
                    votes[a] += len(text)
        out.append(votes.most_common(1)[0][0] if votes else -1)
    return out


def blocks(shown: Sequence[Block], right: Truth) -> dict[int, set[int]]:
    """The display blocks that belong to the head of each article."""
    out: dict[int, set[int]] = {}
    for a, article in enumerate(right["articles"]):
        parts = [norm(article[field]) for field in ("headline", "kicker", "subtitle") if article[field]]
        texts = [norm(b.flat) for b in shown]
        out[a] = {n for n, t in enumerate(texts) if len(t) > 2 and any(t in part or part in t for part in parts)}
    return out


@dataclass(frozen=True, slots=True)
class Divided:
    """A page as the division sees it, and the truth of it."""

    tables: pair.Tables
    read: Reading
    owners: Sequence[int]
    blocks: dict[int, set[int]]

    def pieces(self) -> list[pair.Piece]:
        """The true division. Of the blocks that are an article's own the best-scoring stack heads its first piece."""
        runs: list[list[int]] = []
        for k, owner in enumerate(self.owners):
            if runs and runs[-1][2] == owner:
                runs[-1][1] = k
            else:
                runs.append([k, k, owner])
        stacks = self.tables.page.stacks
        headed: set[int] = set()
        used: set[int] = set()
        out = []
        for i, j, owner in runs:
            head = -1
            if owner >= 0 and owner not in headed:
                headed.add(owner)
                own = self.blocks.get(owner, set()) - used
                allowed = [pair.Piece(i, j, d) for d in range(len(stacks)) if own.issuperset(stacks[d])]
                if allowed:
                    head = max(allowed, key=self.value).head
                    used.update(stacks[head])
            out.append(pair.Piece(i, j, head))
        return out

    def value(self, piece: pair.Piece) -> float:
        """The score of one article of a division."""
        return pair.score(list(pair.piece_features(self.tables, piece).items()))


def divided(one: Known) -> Divided:
    read = one.read
    page = page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)
    return Divided(pair.Tables(page), read, owners(read.lines, read.paras, one.truth), blocks(read.blocks, one.truth))
