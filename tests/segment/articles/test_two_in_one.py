"""Two articles in one piece of text are told apart by their headlines."""

from __future__ import annotations

import pytest

from newsarchive.segment.articles.evidence import page_of
from newsarchive.segment.articles.pair import Piece, Tables
from newsarchive.segment.articles.two_in_one import told_apart
from newsarchive.segment.page import read_page
from tests.segment.made import BRIDGE, LIBRARY, POMELO, Story, page, wrapped

BYLINE = ("本报记者 苏木禾",)
REST = (
    "青石河大桥全长一千二百米，两岸村民过河原来要绕行二十公里山路，大桥合龙以后只要三分钟。",
    "项目经理介绍，青石河大桥的合龙选在清晨无风时进行，误差不到两毫米，顺利得像排练过。",
)


def parted(second: Story, byline: tuple[str, ...] = BYLINE, heads: tuple[int, ...] = (0, 2)) -> list[list[Piece]]:
    """An article on the bridge, of one paragraph and of a piece that holds the rest and a second text; the page has
    headlines on the bridge, the library and the pomelos, the last one above the byline.
    """
    texts = [line for text in (BRIDGE.paragraphs[0], *REST, *second.paragraphs) for line in ("", *wrapped(text))]
    over = (BRIDGE.headline, "", LIBRARY.headline, "", POMELO.headline, *byline)
    read = read_page(page(*over, texts))
    seen = page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)
    at = [seen.stacks.index((n,)) for n in range(3)]
    story = [Piece(0, 0, at[heads[0]]), Piece(1, len(read.paras) - 1, at[heads[1]])]
    return told_apart([story], [at[heads[0]]], Tables(seen))


def test_a_text_under_its_own_headline_behind_the_rest_of_another() -> None:
    (bridge, pomelo) = parted(POMELO)
    assert [(p.first, p.last) for p in bridge] == [(0, 0), (1, 2)]
    assert pomelo[0].first == 3
    assert pomelo[0].head >= 0
    assert bridge[1].head < 0


@pytest.mark.parametrize(
    ("second", "byline", "heads"),
    [
        pytest.param(POMELO, (), (0, 2), id="no byline below"),
        pytest.param(LIBRARY, BYLINE, (0, 2), id="words of neither headline"),
        pytest.param(POMELO, BYLINE, (0, 0), id="no headline of its own"),
        pytest.param(POMELO, BYLINE, (2, 2), id="a headline that is taken"),
    ],
)
def test_one_text(second: Story, byline: tuple[str, ...], heads: tuple[int, ...]) -> None:
    assert len(parted(second, byline, heads)) == 1
