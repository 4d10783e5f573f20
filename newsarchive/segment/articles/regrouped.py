"""Paragraphs that were given to the wrong article, given to the right one, one move after another."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from newsarchive.segment.articles.glances import Glance, Glances
from newsarchive.segment.articles.ground import Ground
from newsarchive.segment.articles.moves import Move, Standing
from newsarchive.segment.articles.moving import belonging, closer_look, most_of_belonging, second_look
from newsarchive.segment.articles.pair import Tables
from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.kin.kinship import MOST_PARAGRAPHS
from newsarchive.segment.kin.vocabulary import BY_CHANCE
from newsarchive.segment.sequence.flow import Torn
from newsarchive.segment.weights import MOVE, weighed

# Moves made on a page: the worst of the bench and of the press pages need three; what needs many is beyond help.
MOST_MOVES = 8
# The moves that are looked at again, those of which most is expected, and closer, the best of these: of 218 that were
# the best of all on the pages of the bench and of other papers 216 and 217 were among them.
AGAIN, CLOSER = 40, 16
# What is expected to fall short of staying by more is not looked at again, or closer: of those best ones two did.
HOPELESS, UNLIKELY = 6.5, 5.0


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
    again = _likely(glances.of(standing), AGAIN, value - HOPELESS)
    looked = ((glance, weighed(MOVE, second_look(standing, glance.move))) for glance in again)
    closer = [replace(glance, value=glance.value + more, expected=glance.expected + more) for glance, more in looked]
    for glance in _likely(closer, CLOSER, value - UNLIKELY):
        found, move = closer_look(standing, glance.move), glance.move
        if glance.value + weighed(MOVE, found) + most_of_belonging(standing, move) > value:
            now = glance.value + weighed(MOVE, [*belonging(standing, move), *found])
            if now > value:
                value, best = now, move
    return best


def _likely(some: Iterable[Glance], most: int, least: float) -> list[Glance]:
    """The moves of which most is expected, ``least`` at least, the best one first."""
    expected = attrgetter("expected")
    return [glance for glance in heapq.nlargest(most, some, key=expected) if glance.expected >= least]


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
