"""Paragraphs that were given to the wrong article, given to the right one, one move after another."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Sequence
from operator import itemgetter

from newsarchive.segment.articles.ground import Ground
from newsarchive.segment.articles.moves import Move, Standing
from newsarchive.segment.articles.moving import Glances, belonging, closer_look, most_of_belonging, second_look
from newsarchive.segment.articles.pair import Tables
from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.kin.kinship import MOST_PARAGRAPHS
from newsarchive.segment.kin.vocabulary import BY_CHANCE
from newsarchive.segment.sequence.flow import Torn
from newsarchive.segment.weights import MOVE, weighed

# Moves made on a page: the worst of the bench and of the press pages need three; what needs many is beyond help.
MOST_MOVES = 8
# The moves that are looked at again, the best at first sight, and closer, the best of these: of those that were made on
# the pages of the bench and of other papers nine in ten were among them.
AGAIN, CLOSER = 90, 16
# What falls short of staying by more is not looked at again, or closer: of 256 moves made none of its kind had been as
# hopeless. What becomes an article of its own looks worse before it is known under which head.
HOPELESS = {"merge": 4.5, "move": 4.5, "new": 6.5}
UNLIKELY = {"merge": 3.5, "move": 3.5, "new": 5.0}


# What speaks for a move so far, and of what kind it is.
Scored = tuple[float, str, Move]


def regrouped(groups: list[Group], tables: Tables, torn: Torn) -> list[Group]:
    """The articles of a page after every move for which more speaks than for leaving all as it is."""
    if tables.count > MOST_PARAGRAPHS:
        return groups
    ground = Ground(tables, torn)
    glances = Glances(ground)
    known = {_shared_out(groups)}
    for _ in range(MOST_MOVES):
        standing = Standing(groups, ground)
        best = best_move(standing, glances)
        if best is None:
            break
        groups = moved(standing, best)
        if _shared_out(groups) in known:
            # One move undoes another.
            break
        known.add(_shared_out(groups))
    return groups


def _shared_out(groups: Sequence[Group]) -> frozenset[tuple[int, ...]]:
    """Which paragraphs are together."""
    return frozenset([group.paras for group in groups])


def best_move(standing: Standing, glances: Glances) -> Move | None:
    """The move for which most speaks; None if no less speaks for leaving all as it is."""
    value, best = MOVE["stay"], None
    seen = [(*glances.weighed(standing, move), move) for move in standing.moves()]
    again = [one for one in _best(seen, AGAIN) if one[0] >= value - HOPELESS[one[1]]]
    seen = [(so_far + weighed(MOVE, second_look(standing, move)), kind, move) for so_far, kind, move in again]
    closer = [one for one in _best(seen, CLOSER) if one[0] >= value - UNLIKELY[one[1]]]
    for so_far, _, move in closer:
        looked = closer_look(standing, move)
        if so_far + weighed(MOVE, looked) + most_of_belonging(standing, move) > value:
            now = so_far + weighed(MOVE, [*belonging(standing, move), *looked])
            if now > value:
                value, best = now, move
    return best


def _best(moves: Sequence[Scored], most: int) -> list[Scored]:
    """The best of some moves, the one that scores most first."""
    return heapq.nlargest(most, moves, key=itemgetter(0))


def moved(standing: Standing, move: Move) -> list[Group]:
    """The articles after a move: one that is nothing any more is gone, one that is new stands under the spare head that
    tells of it, if one does.
    """
    groups, ground = list(standing.groups), standing.ground
    source, piece = groups[move.source], move.piece
    rest = [k for k in source.paras if k not in piece]
    begins = dict(zip(source.paras, source.begins, strict=True))
    if move.target < 0:
        head = standing.head_for(move, rest)
        own = head >= 0 and ground.said(head, piece) - ground.said(head, rest) > BY_CHANCE
        groups.append(_made(piece, begins, head if own else -1, source.margin))
    else:
        target = groups[move.target]
        begins.update(zip(target.paras, target.begins, strict=True))
        head = target.head if target.head >= 0 or rest else source.head
        margin = min(source.margin, target.margin)
        groups[move.target] = _made((*target.paras, *piece), begins, head, margin)
    if rest:
        groups[move.source] = _made(rest, begins, source.head, source.margin)
    else:
        del groups[move.source]
    return groups


def _made(paras: Collection[int], begins: dict[int, float], head: int, margin: float) -> Group:
    ks = tuple(sorted(paras))
    return Group(ks, tuple(begins[k] for k in ks), head, margin)
