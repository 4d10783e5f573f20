"""Pages painted column by column come into the order in which they are read; others stay as they are."""

from __future__ import annotations

import pytest

from newsarchive.segment.lines.line import Line, fold
from newsarchive.segment.page import read_page, segment
from newsarchive.segment.sequence import columns
from newsarchive.segment.sequence.column_readings import depth_signs
from newsarchive.segment.sequence.columns import in_reading_order
from tests.segment.made import BRIDGE, LIBRARY, POMELO, painted

STORIES = (BRIDGE, LIBRARY, POMELO)


def one_by_one() -> str:
    """The stories article by article."""
    return "\n".join(line for story in STORIES for line in ("", story.headline, *story.column(12))).lstrip("\n") + "\n"


def ordered(text: str) -> list[Line] | None:
    read = read_page(text)
    heads = [i for i, line in enumerate(read.lines) if any(line.flat == s.headline for s in STORIES)]
    return in_reading_order(read.lines, read.forms, read.seen, heads)


@pytest.mark.parametrize("gaps", [True, False], ids=["blank lines", "no blank lines"])
@pytest.mark.parametrize("width", [11, 13, 15])
def test_every_article_is_put_together_from_its_columns(width: int, *, gaps: bool) -> None:
    lines = ordered(painted(STORIES, 2, width, gaps=gaps))
    assert lines is not None
    text = "".join(line.flat for line in lines)
    for story in STORIES:
        assert "".join(map(fold, story.column(width))) in text


def test_no_line_is_lost_or_doubled() -> None:
    text = painted(STORIES, 2, 12, gaps=True)
    lines = ordered(text)
    assert lines is not None
    assert sorted(line.start for line in lines) == sorted(line.start for line in read_page(text).lines)


def test_a_page_painted_by_columns_becomes_whole_articles() -> None:
    made = segment(painted(STORIES, 2, 12, gaps=True))
    assert [a.headline for a in made.articles] == [s.headline for s in STORIES]
    assert ["".join(a.body).replace(" ", "") for a in made.articles] == [
        "".join(s.paragraphs).replace(" ", "") for s in STORIES
    ]


def test_a_page_set_article_by_article_stays_as_it_is() -> None:
    assert ordered(one_by_one()) is None


def test_a_page_on_which_no_headline_stands_behind_an_unfinished_sentence_is_not_searched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def read(*_: object, **__: object) -> None:
        pytest.fail("a page read well without it is searched")

    monkeypatch.setattr(columns.Columns, "read", read)
    ordered(one_by_one())


# The depths of the pieces before, that of this one, and what it tells.
DEPTHS = [
    ((), 12, []),
    ((12,), 12, [("depth 0", 1.0)]),
    ((12, 7), 13, [("depth 1", 1.0)]),  # the piece in between stood under a picture
    ((12,), 24, [("depth double", 1.0)]),  # two columns with nothing below them
    ((12,), 5, [("depth -6", 1.0)]),
    ((12,), 15, [("depth 3", 1.0)]),
]


@pytest.mark.parametrize(("before", "depth", "signs"), DEPTHS)
def test_the_columns_of_an_article_are_equally_deep(
    before: tuple[int, ...], depth: int, signs: list[tuple[str, float]]
) -> None:
    assert depth_signs(before, depth) == signs
