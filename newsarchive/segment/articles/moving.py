"""What speaks for a move (moves.py): the named evidence, whose weights are in weights.MOVE."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from statistics import median

from newsarchive.segment.articles.ground import Ground
from newsarchive.segment.articles.moves import Move, Standing
from newsarchive.segment.kin.kinship import LEAST, MOST, NOBODY
from newsarchive.segment.weights import MOVE, Features, weighed

# Amounts are held to where they tell: a cut is sure beyond so many nats, a link of torn texts beyond so many, and what
# a headline looks like alone beyond so much.
CUT, LINKED, GOOD = 6.0, 4.0, 2.0
# Likeness (likeness.py), times this, is of the order of one, as all other amounts are; what two texts of one article
# have of it at least.
LIKE, EVEN = 5.0, 0.3


def evidence(standing: Standing, move: Move) -> Features:
    """All that speaks for and against a move."""
    looked = [*first_sight(standing, move), *second_look(standing, move)]
    return [*looked, *belonging(standing, move), *closer_look(standing, move)]


def first_sight(standing: Standing, move: Move) -> Features:
    """What is soon seen: what the piece is, what parts it from what stands around it, whose characters it has."""
    kind = standing.kind(move)
    at = itertools.chain.from_iterable(border(standing.ground, k, healed) for k, healed in borders(standing, move))
    own = [*by_itself(standing.ground, move.first, move.last, kind), *likeness(standing, move, kind)]
    return [*at, *own, *signatures(standing, move, kind)]


def second_look(standing: Standing, move: Move) -> Features:
    """Whose headline speaks of the piece."""
    return list(_headed(standing, move, standing.kind(move)))


def closer_look(standing: Standing, move: Move) -> Features:
    """What takes longer: how torn texts go on, what becomes of the headlines."""
    kind, rest = standing.kind(move), standing.members[move.source].difference(move.piece)
    out: Features = []
    out.extend(_torn(standing, move, rest))
    out.extend(_source(standing, move, rest))
    if move.target >= 0:
        out.extend(_target(standing, move))
    if kind == "merge":
        out.extend(_head_lost(standing, move))
    if kind == "new":
        out.extend(_head_found(standing, move, rest))
    return out


def belonging(standing: Standing, move: Move) -> Features:
    """Where the piece belongs by all that its text says, which takes longest."""
    own = standing.belongs(move.piece, move.source)
    there = standing.belongs(move.piece, move.target) if move.target >= 0 else NOBODY
    others = max([standing.belongs(move.piece, g) for g in standing.likest(move)], default=NOBODY)
    kind = standing.kind(move)
    return list(_belonging(kind, own, there, others, one_too_many=_is_one_too_many(standing, move, kind)))


def most_of_belonging(standing: Standing, move: Move) -> float:
    """More than that can speak for a move, whatever articles but its own the piece belongs to."""
    kind, own = standing.kind(move), standing.belongs(move.piece, move.source)
    one_too_many = _is_one_too_many(standing, move, kind)
    told = (
        _belonging(kind, own, there, others, one_too_many=one_too_many)
        for there, others in itertools.product((LEAST, MOST), repeat=2)
    )
    return max([weighed(MOVE, features) for features in told]) + ROUNDING


# A sum of some dozen amounts is known much better than this.
ROUNDING = 1e-6


def _clip(x: float, low: float, high: float) -> float:
    return low if x < low else high if x > high else x


def borders(standing: Standing, move: Move) -> list[tuple[int, bool]]:
    """The paragraphs before which something is cut by a move, or healed."""
    out = []
    for k in (move.first, move.last + 1):
        outside = standing.owner.get(k - 1 if k == move.first else k)
        if outside == move.source:
            out.append((k, False))
        elif outside == move.target:
            out.append((k, True))
    return out


def border(ground: Ground, k: int, healed: bool) -> Features:
    """What is cut before a paragraph, or healed."""
    paras = ground.torn.paras
    at = _clip(ground.cuts[k], -CUT, CUT)
    block = float(bool(ground.page.between[k].blocks))
    link = _clip(ground.link(k - 1, k), -LINKED, LINKED) if paras[k - 1].open_end and paras[k].open_start else 0.0
    if healed:
        return [("heal", 1.0), ("heal score", at), ("heal block", block), ("heal link", link)]
    return [
        ("cut", 1.0),
        ("cut score", at),
        ("cut gap", float(ground.gaps[k])),
        ("cut open end", float(paras[k - 1].open_end)),
        ("cut torn start", float(paras[k].open_start)),
        ("cut block", block),
        ("cut link", link),
    ]


def _torn(standing: Standing, move: Move, rest: frozenset[int]) -> Iterator[tuple[str, float]]:
    """How much better torn texts go on with each other afterwards."""
    before, after = [standing.broken[move.source]], [standing.ground.broken(rest)] if rest else []
    taken = frozenset(move.piece)
    if move.target >= 0:
        before.append(standing.broken[move.target])
        taken |= standing.members[move.target]
    after.append(standing.ground.broken(taken))
    for n, name in enumerate(("matched", "links", "open ends", "torn starts", "pieces", "flush starts")):
        yield name, sum(x[n] for x in after) - sum(x[n] for x in before)


def likeness(standing: Standing, move: Move, kind: str) -> Features:
    """Whose characters the piece has."""
    likes, source, to = standing.likes(move.source, move.first, move.last), move.source, move.target
    others = likes[:]
    others[source] = 0.0
    if to >= 0:
        others[to] = 0.0
    own, most = LIKE * likes[source], LIKE * max(others)
    size = sum(standing.ground.sizes[move.first : move.last + 1])
    known = _known(size, standing.sizes[source] - size)
    out: Features = []
    if kind != "merge":
        out = [
            ("like source", _clip(own, -1.0, 2.0)),
            ("surely like source", _clip(own - EVEN, -1.0, 2.0) * known),
            ("liker source than others", _clip(own - most, -1.0, 1.0) * known),
        ]
    if to >= 0:
        target, of_target = LIKE * likes[to], _known(size, standing.sizes[to])
        out += [
            ("like target", _clip(target, -1.0, 2.0)),
            ("surely like target", _clip(target - EVEN, -1.0, 2.0) * of_target),
            ("liker target than others", _clip(target - most, -1.0, 1.0) * of_target),
        ]
        if kind == "move":
            more = _clip(target - own, -2.0, 2.0)
            out += [("liker target than source", more), ("surely liker target", more * min(known, of_target))]
    return out


def _belonging(
    kind: str, own: float, there: float, others: float, *, one_too_many: bool
) -> Iterator[tuple[str, float]]:
    """How surely a piece belongs to its own article, to that which is to have it, and to any other; ``one_too_many``
    if it is an article that nobody wrote, of a page where nearly all are signed.
    """
    if kind != "merge":
        yield "belongs", own
        yield f"{kind} belongs more than to others", own - others
    if kind != "new":
        yield f"{kind} belongs there", there
        yield f"{kind} belongs there more than to others", there - others
        yield "merge unsigned where it belongs", float(one_too_many and there - others > AS_MUCH)
        if kind == "move":
            yield "belongs more there", there - own


# Log odds: a piece may belong to two articles of one subject as much.
AS_MUCH = -0.25


def _headed(standing: Standing, move: Move, kind: str) -> Iterator[tuple[str, float]]:
    """Whose head speaks of the piece, and whether the heads speak more of their articles afterwards."""
    source, piece = standing.groups[move.source].head, frozenset(move.piece)
    target = standing.groups[move.target].head if move.target >= 0 else -1
    of_source = standing.headed(source, piece) if source >= 0 else 0.0
    kept = 0.0
    if source >= 0 and kind != "merge":
        of_rest = standing.headed(source, standing.members[move.source], piece, -1)
        kept += of_rest - standing.own[move.source]
        yield f"{kind} source head speaks of it", of_source - of_rest
    if target >= 0:
        own, of_target = standing.own[move.target], standing.headed(target, piece)
        kept += standing.headed(target, standing.members[move.target], piece, 1) - own
        yield f"{kind} target head speaks of it", of_target - own
        if source >= 0:
            yield f"{kind} target head speaks rather of it", of_target - of_source
    if kind == "merge" and source >= 0:
        yield "source head speaks of target", standing.headed(source, standing.members[move.target]) - of_source
    yield "heads keep words", kept


# Characters that a text is taken to have beside its own when it is asked how well it is known.
UNKNOWN = 60.0


def _known(size: int, other: int) -> float:
    """How much the likeness of two texts of so many characters tells, 0 to 1."""
    return 1.0 / (1.0 + UNKNOWN / max(1, size) + UNKNOWN / max(1, other))


def _source(standing: Standing, move: Move, rest: frozenset[int]) -> Iterator[tuple[str, float]]:
    """What becomes of the article that the piece leaves."""
    if not rest:
        return
    head, ground = standing.groups[move.source].head, standing.ground
    if head >= 0:
        place = ground.tables.place[head]
        yield "source head above", float(place == move.first)
        yield "source head within", float(move.first < place <= move.last)
    else:
        yield "source bare", 1.0
    lines = standing.lengths[move.source] - sum(ground.lengths[move.first : move.last + 1])
    yield "source left small", _small(lines)
    yield "source of other width", float(_other_width(standing, move, rest))
    first = min(rest)
    if first > move.last and move.first == min(standing.members[move.source]):
        yield "source begins later", 1.0
        yield "source begins torn" if ground.torn.paras[first].open_start else "source begins whole", 1.0


def _small(lines: int) -> float:
    """1 for no text at all, half as much for one of five lines, a short paragraph."""
    return 1.0 / (1.0 + lines / 5.0)


def _target(standing: Standing, move: Move) -> Iterator[tuple[str, float]]:
    """How the piece and the article that takes it up fit each other."""
    head, members, ground = standing.groups[move.target].head, standing.members[move.target], standing.ground
    place = ground.tables.place[head] if head >= 0 else -1
    if head >= 0:
        yield "target head above", float(place == move.first)
        yield "target head below", float(place == move.last + 1)
    else:
        yield "target bare", 1.0
    closed = ground.closed_within(members)
    yield "target closed", float(closed > 0)
    yield "both closed", float(closed > 0 and ground.tables.closed[move.last])
    first = min(members)
    if move.first < first:
        here = ground.page.between[first]
        yield "before target", 1.0
        yield "before target that opens", float(here.opens)
        yield "before target with byline", float(here.byline)
        yield "before target that begins", float(not ground.torn.paras[first].open_start)
        yield "before target under its head", float(place == first)
    yield "far", math.log(min(abs(k - q) for k in (move.first, move.last) for q in members))
    yield "target of other width", float(_other_width(standing, move, members))
    yield "target small", _small(standing.lengths[move.target])


def _other_width(standing: Standing, move: Move, others: frozenset[int]) -> bool:
    """Whether a piece and others stand in columns of different widths; marks squeezed or stretched take up to an em."""
    paras = standing.ground.torn.paras
    a, b = median(paras[k].column for k in move.piece), median(paras[k].column for k in others)
    return bool(a and b) and abs(a - b) > OTHER_WIDTH


# Ems.
OTHER_WIDTH = 1.3


def _head_lost(standing: Standing, move: Move) -> Iterator[tuple[str, float]]:
    """What an article loses that is no article by itself."""
    head, ground = standing.groups[move.source].head, standing.ground
    if head < 0:
        yield "bare before", 1.0
        return
    yield "loses head", 1.0
    yield "loses good head", _clip(ground.goodness[head] / 5.0, -GOOD, GOOD)
    yield "loses head above", float(ground.tables.place[head] == move.first)
    yield "loses subhead", float("fit:inside" in ground.page.fitness[head])
    yield "loses head that it says", standing.said[move.source]
    yield "loses head that target says", ground.said(head, standing.members[move.target])
    yield "loses head to bare", float(standing.groups[move.target].head < 0)


def _head_found(standing: Standing, move: Move, rest: frozenset[int]) -> Iterator[tuple[str, float]]:
    """What an article of its own could stand under."""
    ground = standing.ground
    yield "new of bare", float(standing.groups[move.source].head < 0)
    head = standing.head_for(move, rest)
    if head < 0:
        yield "new without head", 1.0
        return
    said = ground.said(head, move.piece)
    yield "new head fits", _clip(ground.starts(head, move.first) / 5.0, -GOOD, GOOD)
    yield "new head said", said
    yield "new head said more", said - ground.said(head, rest)
    yield "new head above", float(ground.tables.place[head] == move.first)
    yield "new head a subhead", float("fit:inside" in ground.page.fitness[head])


def signatures(standing: Standing, move: Move, kind: str) -> Features:
    """Whether articles lack a byline that the page does not have, and there is one less of them afterwards."""
    source, target = move.source, move.target
    if kind != "merge" or standing.unsigned <= 0 or not standing.lacking[source]:
        return []
    if not standing.lacking[target]:
        return [("merge unsigned with signed", standing.likely)] if standing.bare[source] else []
    bare = standing.bare[source] or standing.bare[target]
    return [
        ("merge one too many", 1.0),
        ("merge unsigned", standing.likely if bare else 0.0),
        ("merge where nearly all sign", float(_is_one_too_many(standing, move, kind))),
    ]


def _is_one_too_many(standing: Standing, move: Move, kind: str) -> bool:
    """Whether a merge leaves one article less that lacks a byline, on a page where nearly all have one; nobody signs
    what is very short.
    """
    if kind != "merge" or not standing.nearly_all_sign:
        return False
    return all(standing.lacking[g] and standing.sizes[g] >= SIGNED for g in (move.source, move.target))


# Characters of an article that somebody signs, at least.
SIGNED = 60


def by_itself(ground: Ground, first: int, last: int, kind: str) -> Features:
    """What the piece is by itself."""
    begin, end, here = ground.torn.paras[first], ground.torn.paras[last], ground.page.between[first]
    out: Features = [(kind, 1.0), (f"{kind} {ground.page.style}", 1.0)]
    flags = {
        "torn start": begin.open_start,
        "full start": begin.full_start,
        "open end": end.open_end,
        "opens": here.opens,
        "byline": here.byline,
        "behind an end": here.closed,
        here.first_words: bool(here.first_words),
        "closed": ground.tables.closed[last],
    }
    out.extend((f"{kind} {name}", 1.0) for name, on in flags.items() if on)
    lines = sum(ground.lengths[first : last + 1])
    out += [("small", _small(lines)), (f"{kind} lines", math.log1p(lines) / 3.0)]
    return out
