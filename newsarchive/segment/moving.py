"""What speaks for a move (moves.py): the named evidence, whose weights are in weights.MOVE."""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import median

from newsarchive.segment.moves import UNKNOWN, Move, Standing
from newsarchive.segment.pair import score
from newsarchive.segment.weights import Features


def evidence(standing: Standing, move: Move) -> Features:
    """All that speaks for and against a move."""
    rest = standing.members[move.source].difference(range(move.first, move.last + 1))
    kind = "merge" if not rest else "new" if move.target < 0 else "move"
    out: Features = [(kind, 1.0), (f"{kind} {standing.page.style}", 1.0)]
    out.extend(_edges(standing, move))
    out.extend(_torn(standing, move, rest))
    out.extend(_alike(standing, move, rest))
    out.extend(_source(standing, move, rest))
    if move.target >= 0:
        out.extend(_target(standing, move))
    if kind == "merge":
        out.extend(_head_lost(standing, move))
    if kind == "new":
        out.extend(_head_found(standing, move, rest))
    out.extend(_piece(standing, move, kind))
    return out


def _clip(x: float, low: float, high: float) -> float:
    return max(low, min(high, x))


def _edges(standing: Standing, move: Move) -> Iterator[tuple[str, float]]:
    """What is cut and what is healed at both ends of the piece."""
    paras, page, tables = standing.torn.paras, standing.page, standing.tables
    for k in (move.first, move.last + 1):
        if not 0 < k < tables.count:
            continue
        outside = k - 1 if k == move.first else k
        at = _clip(score(tables.cuts[k]), -6.0, 6.0)
        inside = paras[k - 1].open_end and paras[k].open_start
        if standing.owner[outside] == move.source:
            yield "cut", 1.0
            yield "cut score", at
            yield "cut gap", float(standing.torn.lines[paras[k].lines[0]].gap)
            yield "cut open end", float(paras[k - 1].open_end)
            yield "cut torn start", float(paras[k].open_start)
            yield "cut block", float(bool(page.between[k].blocks))
            yield "cut link", _clip(standing.link(k - 1, k), -4.0, 4.0) if inside else 0.0
        elif standing.owner[outside] == move.target:
            yield "heal", 1.0
            yield "heal score", at
            yield "heal block", float(bool(page.between[k].blocks))
            yield "heal link", _clip(standing.link(k - 1, k), -4.0, 4.0) if inside else 0.0


def _torn(standing: Standing, move: Move, rest: frozenset[int]) -> Iterator[tuple[str, float]]:
    """How much better torn texts go on with each other afterwards."""
    piece = frozenset(range(move.first, move.last + 1))
    before, after = [standing.broken_of[move.source]], [standing.broken(sorted(rest))] if rest else []
    if move.target >= 0:
        before.append(standing.broken_of[move.target])
        piece |= standing.members[move.target]
    after.append(standing.broken(sorted(piece)))
    for n, name in enumerate(("matched", "links", "open ends", "torn starts", "pieces")):
        yield name, sum(x[n] for x in after) - sum(x[n] for x in before)


def _alike(standing: Standing, move: Move, rest: frozenset[int]) -> Iterator[tuple[str, float]]:
    """Whose characters and whose words the piece has."""
    likes = [x * 5.0 for x in standing.likes(move.source, move.first, move.last)]
    own, piece = likes[move.source], range(move.first, move.last + 1)
    others = [x for g, x in enumerate(likes) if g not in (move.source, move.target)]
    most = max([*others, 0.0])
    size = sum(standing.sizes[k] for k in piece)
    if rest:
        known = _known(size, sum(standing.sizes[k] for k in rest))
        words = standing.by_words(piece, rest)
        yield "like source", _clip(own, -1.0, 2.0)
        yield "surely like source", _clip(own - 0.3, -1.0, 2.0) * known
        yield "liker source than others", _clip(own - most, -1.0, 1.0) * known
        yield "source has its words", min(words, 2.0)
    if move.target >= 0:
        target = likes[move.target]
        of_target = _known(size, sum(standing.sizes[k] for k in standing.members[move.target]))
        words_of_target = standing.by_words(piece, standing.members[move.target])
        yield "like target", _clip(target, -1.0, 2.0)
        yield "surely like target", _clip(target - 0.3, -1.0, 2.0) * of_target
        yield "liker target than others", _clip(target - most, -1.0, 1.0) * of_target
        yield "target has its words", min(words_of_target, 2.0)
        if rest:
            yield "liker target than source", _clip(target - own, -2.0, 2.0)
            yield "surely liker target", _clip(target - own, -2.0, 2.0) * min(known, of_target)
            yield "target has more of its words", _clip(words_of_target - words, -1.0, 1.0)


def _known(size: int, other: int) -> float:
    """How much the likeness of two texts of so many characters tells, 0 to 1."""
    return 1.0 / (1.0 + UNKNOWN / max(1, size) + UNKNOWN / max(1, other))


def _source(standing: Standing, move: Move, rest: frozenset[int]) -> Iterator[tuple[str, float]]:
    """What becomes of the article that the piece leaves."""
    if not rest:
        return
    head, tables, paras = standing.groups[move.source].head, standing.tables, standing.torn.paras
    piece = range(move.first, move.last + 1)
    if head >= 0:
        told = sum(tables.related[head][k] for k in piece)
        yield "source head tells of it", _clip(told, -3.0, 3.0)
        yield "source head tells of its paragraphs", _clip(told / len(piece), -1.0, 1.0)
        yield "source head loses words", standing.said(head, standing.members[move.source]) - standing.said(head, rest)
        yield "source head above", float(tables.place[head] == move.first)
        yield "source head within", float(move.first < tables.place[head] <= move.last)
    else:
        yield "source bare", 1.0
    lines = sum(len(paras[k].lines) for k in rest)
    yield "source left small", 1.0 / (1.0 + lines / 5.0)
    yield "source of other width", float(_other_width(standing, piece, rest))
    first = min(rest)
    if first > move.last and move.first == min(standing.members[move.source]):
        yield "source begins later", 1.0
        yield "source begins torn" if paras[first].open_start else "source begins whole", 1.0


def _target(standing: Standing, move: Move) -> Iterator[tuple[str, float]]:
    """How the piece and the article that takes it up fit each other."""
    group, members = standing.groups[move.target], standing.members[move.target]
    tables, paras, between = standing.tables, standing.torn.paras, standing.page.between
    piece, head = range(move.first, move.last + 1), group.head
    if head >= 0:
        told = sum(tables.related[head][k] for k in piece)
        said = standing.said(head, members)
        yield "target head tells of it", _clip(told, -3.0, 3.0)
        yield "target head tells of its paragraphs", _clip(told / len(piece), -1.0, 1.0)
        yield "target head gains words", standing.said(head, members.union(piece)) - said
        yield "target head above", float(tables.place[head] == move.first)
        yield "target head below", float(tables.place[head] == move.last + 1)
    else:
        yield "target bare", 1.0
    closed = standing.closed_within(members)
    yield "target closed", float(closed > 0)
    yield "both closed", float(closed > 0 and standing.closes(move.last))
    first = min(members)
    if move.first < first:
        yield "before target", 1.0
        yield "before target that opens", float(between[first].opens)
        yield "before target with byline", float(between[first].byline)
        yield "before target that begins", float(not paras[first].open_start)
        yield "before target under its head", float(head >= 0 and tables.place[head] == first)
    yield "far", math.log(min(abs(k - q) for k in (move.first, move.last) for q in members))
    yield "target of other width", float(_other_width(standing, piece, members))
    yield "target small", 1.0 / (1.0 + sum(len(paras[k].lines) for k in members) / 5.0)


def _other_width(standing: Standing, piece: range, others: frozenset[int]) -> bool:
    """Whether two texts stand in columns of different widths."""
    paras = standing.torn.paras
    a, b = median(paras[k].column for k in piece), median(paras[k].column for k in others)
    return bool(a and b) and abs(a - b) > 1.3


def _head_lost(standing: Standing, move: Move) -> Iterator[tuple[str, float]]:
    """What an article loses that is no article by itself."""
    head, tables = standing.groups[move.source].head, standing.tables
    if head < 0:
        yield "bare before", 1.0
        return
    yield "loses head", 1.0
    yield "loses good head", _clip(score(tables.constant(head)) / 5.0, -2.0, 2.0)
    yield "loses head above", float(tables.place[head] == move.first)
    yield "loses subhead", float("fit:inside" in standing.page.fitness[head])
    yield "loses head that it says", standing.said(head, standing.members[move.source])
    yield "loses head that target says", standing.said(head, standing.members[move.target])
    yield "loses head to bare", float(standing.groups[move.target].head < 0)


def _head_found(standing: Standing, move: Move, rest: frozenset[int]) -> Iterator[tuple[str, float]]:
    """What an article of its own could stand under."""
    tables, piece = standing.tables, frozenset(range(move.first, move.last + 1))
    yield "new of bare", float(standing.groups[move.source].head < 0)
    head = standing.head_for(move, rest)
    if head < 0:
        yield "new without head", 1.0
        return
    yield "new head fits", _clip(standing.starts(head, move.first) / 5.0, -2.0, 2.0)
    yield "new head said more", standing.said(head, piece) - standing.said(head, rest)
    yield "new head said", standing.said(head, piece)
    yield "new head above", float(tables.place[head] == move.first)
    yield "new head a subhead", float("fit:inside" in standing.page.fitness[head])


def _piece(standing: Standing, move: Move, kind: str) -> Iterator[tuple[str, float]]:
    """What the piece is by itself."""
    paras, here = standing.torn.paras, standing.page.between[move.first]
    first, last = paras[move.first], paras[move.last]
    flags = {
        "torn start": first.open_start,
        "full start": first.full_start,
        "open end": last.open_end,
        "opens": here.opens,
        "byline": here.byline,
        "behind an end": here.closed,
        here.first_words: bool(here.first_words),
        "closed": standing.closes(move.last),
    }
    yield from ((f"{kind} {name}", 1.0) for name, on in flags.items() if on)
    lines = sum(len(paras[k].lines) for k in range(move.first, move.last + 1))
    yield "small", 1.0 / (1.0 + lines / 5.0)
    yield f"{kind} lines", math.log1p(lines) / 3.0
