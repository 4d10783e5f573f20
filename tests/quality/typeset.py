"""Pages made up anew from the articles of the bench, to learn from: more arrangements than the bench's own pages have.

A page is set in bands; a band holds one to three articles side by side, each with its headline over columns of one
width. What a column holds is broken into lines as Chinese is (no closing mark begins a line, words and numbers stay
whole), and the blocks of the page are written out in one of the orders in which editors paint: article by article,
bodies before headlines, headlines collected, all blocks shuffled, column by column. Only the articles of the pages
that the weights may learn from are used.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from typing import Any

from newsarchive.segment.lines.line import ems

ORDERS = ("articles", "bodies first", "heap", "shuffled", "columns")
NEVER_FIRST = "，。、；：？！”’）》」』】…％%"


@dataclass
class Block:
    """Lines that are painted together, and where: ``x`` and ``y`` in ems from the top left corner."""

    x: float
    y: float
    kind: str
    lines: list[str] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)
    article: int = -1


def broken(text: str, width: float, indent: float) -> list[str]:
    """A paragraph broken into lines of ``width`` ems, the first one shorter by ``indent``."""
    lines: list[str] = []
    line = ""
    room = width - indent
    for token in re.findall(r"[A-Za-z0-9.%+\-/:]+|.", text):
        if line and ems(line + token) > room + 0.01 and token[0] not in NEVER_FIRST:
            lines.append(line)
            line, room = "", width
        line += token
    return [*lines, line] if line else lines


def headline_lines(text: str, most: int) -> list[str]:
    """A headline in one line, or in two of about the same length."""
    if len(text) <= most:
        return [text]
    cut = min(range(3, len(text) - 2), key=lambda i: abs(i - len(text) / 2) - (3 if text[i - 1] in "，： ？！" else 0))
    return [text[:cut].rstrip(), text[cut:].lstrip()]


def broken_head(text: str, headline: bool, rng: random.Random) -> list[str]:
    """A part of a head in one to three lines of about the same length, cut behind marks and blanks where it has any."""
    if headline:
        count = 1 if len(text) <= 6 or rng.random() < 0.5 else 2 if len(text) <= 20 or rng.random() < 0.6 else 3
    else:
        count = 1 if len(text) <= 10 or rng.random() < 0.75 else 2
    out = []
    for left in range(count, 1, -1):
        aim = len(text) / left
        cut = min(range(2, len(text) - 1), key=lambda i, text=text, aim=aim: _awkward(text, i, aim))
        out.append(text[:cut].strip())
        text = text[cut:].strip()
    return [*out, text]


def _awkward(text: str, cut: int, aim: float) -> float:
    """How little a headline wants to be cut at a place: far from the aim, before a mark, not behind one."""
    forbidden = text[cut] in "，：、？”！" or text[cut - 1] == "“"
    return abs(cut - aim) - 4.0 * (text[cut - 1] in "，：、 ？”") + 50.0 * forbidden


def article_blocks(
    article: dict[str, Any], number: int, x: float, y: float, columns: int, width: float, rng: random.Random
) -> tuple[list[Block], float]:
    """The blocks of one article set at ``x``, ``y``, and how deep it is."""
    out: list[Block] = []
    at = y
    most = max(8, int(columns * width / rng.choice((1.2, 1.6, 2.2))))
    for kind in ("kicker", "headline", "subtitle"):
        if article[kind]:
            shown = headline_lines(article[kind], most)
            if kind == "headline" and rng.random() < 0.15:
                shown = [" ".join(line) for line in shown]
            out.append(Block(x, at, kind, shown, [True] + [False] * (len(shown) - 1), number))
            at += 2.0 * len(shown)
    own = article["byline"] and not article["body"].replace(" ", "").startswith(article["byline"].replace(" ", "")[:6])
    if own and article["byline"] != article.get("signature"):
        out.append(Block(x, at, "byline", [article["byline"]], [True], number))
        at += 1.5
    subheads = set(article["subheads"])
    rows: list[tuple[str, bool, bool]] = []
    if article["jump_from"]:
        rows.append((f"（上接第{article['jump_from']}版）", True, False))
    paragraphs = article["body"].split("\n")
    if article.get("signature") and rng.random() < 0.8:
        paragraphs[-1] += f"（{article['signature']}）"
    for paragraph in paragraphs:
        if paragraph in subheads:
            rows.extend((line, k == 0, True) for k, line in enumerate(headline_lines(paragraph, int(width))))
        else:
            rows.extend((line, k == 0, False) for k, line in enumerate(broken(paragraph, width, 2.0)))
    if article["jump_to"]:
        rows.append((f"（下转第{article['jump_to']}版）", True, False))
    depth = -(-len(rows) // columns)
    for c in range(columns):
        part = rows[c * depth : (c + 1) * depth]
        if part:
            out.append(Block(x + c * (width + 2), at, "body", [r[0] for r in part], [r[1] for r in part], number))
    return out, at - y + depth + 2


def page(articles: list[dict[str, Any]], order: str, gaps: bool, seed: int) -> str:
    """The dump of a page of these articles; with ``gaps`` a blank line parts blocks and paragraphs."""
    rng = random.Random(seed)
    width = rng.choice((13, 14, 15, 16, 17, 18, 20))
    total = max(3, int(100 / width))
    blocks: list[Block] = []
    y = 0.0
    left = list(range(len(articles)))
    while left:
        beside = min(len(left), rng.choice((1, 2, 2, 3)), total)
        band, left = left[:beside], left[beside:]
        weights = [max(1, len(articles[a]["body"])) for a in band]
        share = [max(1, round(total * w / sum(weights))) for w in weights]
        while sum(share) > total and max(share) > 1:
            share[share.index(max(share))] -= 1
        x, deepest = 0.0, 0.0
        for a, columns in zip(band, share, strict=True):
            own = width if rng.random() < 0.7 else width - rng.choice((1, 2, 3))
            made, depth = article_blocks(articles[a], a, x, y, columns, own, rng)
            blocks.extend(made)
            deepest = max(deepest, depth)
            x += columns * (own + 2)
        y += deepest
    return written(ordered(blocks, order, rng), gaps)


def ordered(blocks: list[Block], order: str, rng: random.Random) -> list[Block]:
    """The blocks in the order in which they are painted."""
    heads = [b for b in blocks if b.kind != "body"]
    if order == "columns":
        return sorted(blocks, key=lambda b: (round(b.x), b.y))
    numbers = sorted({b.article for b in blocks})
    if order != "articles":
        rng.shuffle(numbers)
    bodies = {a: [b for b in blocks if b.article == a and b.kind == "body"] for a in numbers}
    if order == "heap":
        return heads + [b for a in numbers for b in bodies[a]]
    if order == "shuffled":
        groups = [[b] for b in heads] + [bodies[a] for a in numbers]
        rng.shuffle(groups)
        return [b for group in groups for b in group]
    out: list[Block] = []
    for a in numbers:
        own = [b for b in heads if b.article == a]
        out.extend(bodies[a] + own if order == "bodies first" else own + bodies[a])
    return out


def written(blocks: list[Block], gaps: bool) -> str:
    """The blocks as a dump."""
    lines: list[str] = []
    for block in blocks:
        for number, (line, start) in enumerate(zip(block.lines, block.starts, strict=True)):
            if gaps and (number == 0 or start):
                lines.append("")
            lines.append(line)
    return "\n".join(lines).lstrip("\n") + "\n"
