"""What speaks for a division: cuts, and heads over articles."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.segment.articles import division, pair
from newsarchive.segment.articles.division import Scores
from newsarchive.segment.articles.pair import Between, Page, Piece, Tables
from newsarchive.segment.kin.seam import Seams
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from newsarchive.segment.weights import PAIR
from tests.segment.made import BRIDGE, LIBRARY, POMELO, Story


def between(*blocks: int, opens: bool = False, closed: bool = False, torn: bool = False) -> Between:
    """What stands before a paragraph, nothing unless it is said."""
    return Between(
        opens=opens,
        continued=False,
        genre="",
        closed=closed,
        before_open=torn,
        open_start=torn,
        full=False,
        seam=[],
        blocks=blocks,
        byline=False,
        other=False,
        wider=False,
        bar=0.3 * len(blocks),
        announced=False,
        speech=False,
        listed=False,
        first_words="",
    )


def made(paras: list[str], heads: list[str], places: dict[int, tuple[int, ...]]) -> Page:
    """A page of paragraphs and blocks; ``places`` says which blocks stand before which paragraph."""
    words = [tokens(text) for text in paras]
    return Page(
        paras=words,
        texts=list(paras),
        heads=[tokens(head) for head in heads],
        titles=list(heads),
        between=[between(*places.get(k, ())) for k in range(len(paras))],
        fitness=[() for _ in heads],
        vocabulary=Vocabulary(words),
        style="para",
        heaped=0.0,
        closed=False,
        seams=Seams(paras),
        ties=[0.0 for _ in heads],
        told={},
        stacks=[(n,) for n in range(len(heads))],
    )


def texts(*stories: Story) -> list[str]:
    return [text for story in stories for text in story.paragraphs]


STORIES = (BRIDGE, LIBRARY, POMELO)
PAGE = made(texts(*STORIES), [s.headline for s in STORIES], {0: (0,), 3: (1,), 6: (2,)})


def values(features: pair.Features) -> dict[str, float]:
    return dict(features)


def test_a_page_begins_without_a_cut() -> None:
    assert Tables(PAGE).cuts[0] == []


def test_what_is_seen_at_a_cut() -> None:
    tables = Tables(PAGE)
    at_head, inside = values(tables.cuts[3]), values(tables.cuts[4])
    assert "cut:block" in at_head
    assert "cut:block" not in inside
    assert "cut:nothing" in inside
    assert "cut:nothing" not in at_head


def test_a_head_is_related_to_its_own_text_most() -> None:
    tables = Tables(PAGE)
    for d in range(3):
        own = sum(tables.related[d][3 * d : 3 * d + 3])
        assert own == max(sum(tables.related[d][k : k + 3]) for k in (0, 3, 6))
        # more and less than the average of the page
        assert sum(tables.related[d]) == pytest.approx(0.0)


def test_a_head_that_the_page_does_not_speak_of_is_related_to_nothing() -> None:
    page = made(texts(*STORIES), ["外星来客登门"], {0: (0,)})
    assert Tables(page).related == [[0.0] * 9]


def test_where_a_head_stands() -> None:
    tables = Tables(PAGE)
    assert tables.place == [0, 3, 6]
    assert "head:before" in values(tables.start(1, 3))
    assert "head:passed" in values(tables.start(1, 0))
    assert "head:within" in values(tables.extent(1, 2, 5))
    assert "head:behind" in values(tables.extent(1, 0, 2))
    # a block behind the last paragraph
    assert Tables(made(texts(BRIDGE), ["外星来客登门"], {})).place == [3]


def test_an_article_without_a_headline_that_goes_over_one() -> None:
    tables = Tables(PAGE)
    assert "nameless:over blocks" in values(tables.nameless_extent(1, 3))
    # the block before its first paragraph is passed, not gone over
    assert "nameless:over blocks" not in values(tables.nameless_extent(3, 5))


def test_an_article_without_a_headline() -> None:
    tables = Tables(PAGE)
    assert values(tables.nameless(4)) == {"nameless": 1.0}
    assert values(tables.nameless_extent(4, 4)) == {"nameless:single": 1.0}
    assert "nameless:passed" in values(tables.nameless(3))


def test_the_score_is_the_weighted_sum() -> None:
    assert pair.score([("cut", 2.0), ("cut:opens", 1.0)]) == 2 * PAIR["cut"] + PAIR["cut:opens"]
    assert pair.score([]) == 0.0


PIECES = st.lists(st.sampled_from(texts(*STORIES)), min_size=1, max_size=7)
HEADS = st.lists(st.sampled_from([s.headline for s in STORIES] + ["外星来客登门"]), max_size=4)


def placed(paras: list[str], heads: list[str], seed: int) -> Page:
    places: dict[int, tuple[int, ...]] = {}
    for n in range(len(heads)):
        k = (seed + 3 * n) % len(paras)
        places[k] = (*places.get(k, ()), n)
    return made(paras, heads, places)


@settings(max_examples=60, deadline=None)
@given(PIECES, HEADS, st.integers(0, 6))
def test_every_paragraph_is_in_one_article_and_every_block_over_one_at_most(
    paras: list[str], heads: list[str], seed: int
) -> None:
    page = placed(paras, heads, seed)
    scores = Scores(Tables(page))
    divided = division.divide(scores)
    assert [k for p in divided for k in range(p.first, p.last + 1)] == list(range(len(paras)))
    taken = [b for p in divided if p.head >= 0 for b in page.stacks[p.head]]
    assert len(taken) == len(set(taken))
    assert all(0.0 <= m <= division.SURE for m in scores.margins(divided))


def divisions(scores: Scores) -> list[tuple[float, set[tuple[int, int]]]]:
    """Every division of a small page and its score at no prices, by trying all."""
    n = scores.tables.count

    def go(i: int) -> list[tuple[float, set[tuple[int, int]]]]:
        if i == n:
            return [(0.0, set())]
        return [
            (scores.segments[i][j - i][0] + value, {(i, j), *rest})
            for j in range(i, i + len(scores.segments[i]))
            for value, rest in go(j + 1)
        ]

    return go(0)


@settings(max_examples=40, deadline=None)
@given(PIECES, HEADS, st.integers(0, 6))
def test_a_division_is_the_best_there_is_and_its_margins_are_those_of_the_next_best(
    paras: list[str], heads: list[str], seed: int
) -> None:
    scores = Scores(Tables(placed(paras, heads, seed)))
    divided = scores.divide([0.0] * len(heads))
    every = divisions(scores)
    best = max(value for value, _ in every)
    spans = {(p.first, p.last) for p in divided}
    assert max(value for value, held in every if held == spans) == pytest.approx(best)
    for piece, margin in zip(divided, scores.margins(divided), strict=True):
        others = [value for value, held in every if (piece.first, piece.last) not in held]
        expected = min(division.SURE, best - max(others)) if others else division.SURE
        assert margin == pytest.approx(expected, abs=1e-9)


def test_margins_are_nothing_where_two_readings_tie(monkeypatch: pytest.MonkeyPatch) -> None:
    # Without weights every division of a page scores the same.
    monkeypatch.setattr(pair, "PAIR", {})
    monkeypatch.setattr(division, "PAIR", {})
    scores = Scores(Tables(PAGE))
    assert set(scores.margins(division.divide(scores))) == {0.0}


@settings(max_examples=30, deadline=None)
@given(PIECES, HEADS, st.integers(0, 6))
def test_the_features_of_an_article_add_up_to_its_score(paras: list[str], heads: list[str], seed: int) -> None:
    tables = Tables(placed(paras, heads, seed))
    scores = Scores(tables)
    for piece in scores.divide([0.0] * len(heads)):
        named = pair.piece_features(tables, piece)
        assert pair.score(list(named.items())) == pytest.approx(
            scores.segments[piece.first][piece.last - piece.first][0], abs=1e-9
        )


def test_of_two_articles_that_want_one_block_it_goes_to_the_one_that_it_says_more_of() -> None:
    paras = [*BRIDGE.paragraphs, "大桥旁的小店也热闹起来，店主进了三倍的货，卖光了鞭炮。"]
    page = made(paras, [BRIDGE.headline], {0: (0,)})
    scores = Scores(Tables(page))
    heads = {p.first: p.head for p in division.divide(scores)}
    assert heads[0] == 0
    assert [h for first, h in heads.items() if first] == [-1] * (len(heads) - 1)


def asked(count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often articles are scored under a head on a page of so many articles, each with words of its own."""
    words = ["".join(map(chr, range(0x5000 + 16 * n, 0x5010 + 16 * n))) for n in range(count)]
    page = made([part for text in words for part in (text, text[4:])], [text[:8] for text in words], {})
    blocks = [between(*(k // 2,) * (k % 2 == 0), opens=k % 2 == 0) for k in range(2 * count)]
    times: list[int] = []
    values = division.Under.values

    def counted(self: division.Under, i: int, end: int) -> list[float]:
        times.append(i)
        return values(self, i, end)

    monkeypatch.setattr(division.Under, "values", counted)
    divided = division.divide(Scores(Tables(replace(page, between=blocks))))
    monkeypatch.undo()
    assert divided == [Piece(2 * n, 2 * n + 1, n) for n in range(count)]
    return len(times)


def test_an_article_is_scored_only_under_heads_that_may_be_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(80, monkeypatch) <= 2.1 * asked(40, monkeypatch)


def test_a_heap_of_headlines_is_matched_by_content() -> None:
    order = (2, 0, 1)  # the headlines stand in another order than the texts
    page = made(texts(*STORIES), [STORIES[n].headline for n in order], {0: (0, 1, 2)})
    starts = [between(0, 1, 2, opens=True), *[between(opens=k % 3 == 0) for k in range(1, 9)]]
    page = replace(page, between=starts, fitness=[("fit:heap",)] * 3, heaped=1.0)
    divided = division.divide(Scores(Tables(page)))
    assert divided == [Piece(0, 2, 1), Piece(3, 5, 2), Piece(6, 8, 0)]


def test_the_label_of_a_column_heads_no_article_alone() -> None:
    label = replace(PAGE, fitness=[("fit:tiny", "fit:kicker"), ("fit:tiny",), ("fit:kicker",)])
    assert ["head:label" in values(Tables(label).constant(d)) for d in range(3)] == [True, False, False]
    # above a headline it is the head's kicker
    stacked = replace(label, stacks=[(0, 1), (1,), (2,)])
    assert "head:label" not in values(Tables(stacked).constant(0))
    assert PAIR["head:label"] < -3
