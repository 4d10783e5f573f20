"""Pieces of columns that stand in a wrong order come behind each other again; others stay where they are."""

from __future__ import annotations

import pytest

from newsarchive.segment.page import read_page, segment
from newsarchive.segment.sequence.pieces import in_order
from tests.segment.made import BRIDGE, LIBRARY, POMELO, page

B, L, P = (story.column(13) for story in (BRIDGE, LIBRARY, POMELO))
# Cut inside 顺利, 开放, 台灯 and 果农.
UPPER = [BRIDGE.headline, *B[:3]], [LIBRARY.headline, *L[:5]], [POMELO.headline, *P[:6]]
LOWER = B[3:], L[5:], P[6:]


def pieces(*held: list[str]) -> str:
    return page(*(part for piece in held for part in (piece, "")))


def read(text: str) -> list[str]:
    return [line.flat for line in read_page(text).lines]


LATE = pieces(UPPER[0], UPPER[1], LOWER[0], UPPER[2], LOWER[1], LOWER[2])
EARLY = pieces(LOWER[1], UPPER[0], LOWER[0], UPPER[1], UPPER[2], LOWER[2])
IN_PLACE = pieces(UPPER[0], LOWER[0], UPPER[1], LOWER[1], UPPER[2], LOWER[2])
# An extractor took the second column for the text under the headline.
UNDER = pieces([BRIDGE.headline, "本报记者 方小禾", *B[3:]], UPPER[1], LOWER[1], UPPER[2], LOWER[2], B[:3])


@pytest.mark.parametrize("text", [LATE, EARLY, UNDER], ids=["lower one late", "lower one first", "under a headline"])
def test_a_torn_sentence_goes_on_where_a_word_runs_across(text: str) -> None:
    lines = read(text)
    for upper, lower in zip((B[2], L[4], P[5]), (B[3], L[5], P[6]), strict=True):
        assert lines.index(lower.replace(" ", "")) == lines.index(upper.replace(" ", "")) + 1


# Cut between words: only what they speak of tells which two are one.
CUT_BRIDGE, CUT_LIBRARY = [BRIDGE.headline, *B[:6]], [LIBRARY.headline, *L[:6]]
PHOTO = ["苏木 摄"]
SUBJECTS = pieces(CUT_BRIDGE, CUT_LIBRARY, [POMELO.headline, *P], PHOTO, L[6:], PHOTO, B[6:])


def test_pieces_left_over_go_on_with_what_speaks_of_the_same() -> None:
    lines = read(SUBJECTS)
    for upper, lower in ((B[5], B[6]), (L[5], L[6])):
        assert lines.index(lower) == lines.index(upper) + 1


def test_what_surely_goes_on_with_a_piece_that_moves_moves_with_it() -> None:
    upper, middle, lower = [BRIDGE.headline, *B[:2]], B[2:8], B[8:]
    lines = read(pieces(upper, [POMELO.headline, *P], PHOTO, middle, lower, [LIBRARY.headline, *L]))
    assert [lines.index(row) for row in (B[2], B[8])] == [lines.index(B[1]) + 1, lines.index(B[7]) + 1]


def test_below_a_subhead_the_first_line_comes_back_to_the_rest_of_its_paragraph() -> None:
    shown = ([LIBRARY.headline, *L[:4]], ["花费几何"], L[5:], [BRIDGE.headline, *B], L[4:5], [POMELO.headline, *P])
    lines = read(pieces(*shown))
    assert lines[lines.index("花费几何") + 1 :][: len(L[4:])] == L[4:]


def test_the_articles_are_whole() -> None:
    made = segment(LATE)
    assert [a.headline for a in made.articles] == [s.headline for s in (BRIDGE, LIBRARY, POMELO)]
    assert ["".join(a.body).replace(" ", "") for a in made.articles] == [
        "".join(s.paragraphs).replace(" ", "") for s in (BRIDGE, LIBRARY, POMELO)
    ]


def test_what_goes_on_where_it_stands_stays() -> None:
    found = read_page(IN_PLACE)
    assert in_order(found.lines, found.forms, found.torn) is None


def test_pages_without_blank_lines_between_pieces_stay() -> None:
    text = "\n".join(line for line in LATE.split("\n") if line) + "\n"
    found = read_page(text)
    assert in_order(found.lines, found.forms, found.torn) is None


def test_a_sentence_that_goes_on_in_two_places_equally_well_stays() -> None:
    # 顺利 twice: the end of a column is doubled.
    found = read_page(pieces(UPPER[0], UPPER[1], B[3:5], UPPER[2], LOWER[1], LOWER[2], B[3:5]))
    starts = [line.start for line in found.lines]
    assert starts.index(LATE.index(B[3])) > starts.index(LATE.index(L[0]))


def test_no_line_is_lost_or_doubled() -> None:
    lines = read_page(EARLY).lines
    assert sorted(line.start for line in lines) == [EARLY.index(row) for row in EARLY.split("\n") if row]
