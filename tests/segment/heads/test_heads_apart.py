"""Headlines of two articles that were read as one."""

from __future__ import annotations

import pytest

from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.heads.heads_apart import Told, beginnings, halved, halves, told
from newsarchive.segment.kin.kinship import Kinship
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from newsarchive.segment.lines.line import Line, make
from newsarchive.segment.roles.captions import Picture

FISHING = ("冬捕开始了，鱼把头在冰湖上凿洞，渔网从冰眼下水。", "捞上来的鱼冻得梆硬，冰湖的水很冷，收网的人却热。")
CAPTION = "4月2日，风筝手在青石滩的草坡上放龙头风筝，三百米长的风筝引来许多游人围着拍照。"
READING = ("校园里的图书角有三千册童书，学生课间来读。", "借书的孩子要登记，校长说读完再写一页书评。")


def page(head: tuple[str, ...], *captions: str) -> tuple[Told, list[Line]]:
    """What a page tells with two articles and some captions below a head, and its lines."""
    texts = [*FISHING, *READING]
    rows = [*head, *texts, *captions]
    lines = [make(flat, 0, len(flat), gap=False) for flat in rows]
    pictures = [Picture((n,), ()) for n in range(len(head) + len(texts), len(rows))]
    groups = [Group(ks, (0.0,) * len(ks), -1, 1.0) for ks in ((0, 1), (2, 3))]
    kinship = Kinship(texts, Vocabulary([tokens(flat) for flat in texts]))
    return told(groups, pictures, lines, kinship), lines


def found(*head: str, captions: tuple[str, ...] = ()) -> list[int]:
    """What begins anew in a block of lines that stands above the texts of two articles, and of some pictures."""
    tells, lines = page(head, *captions)
    block = Block(tuple(range(len(head))), "".join(head), spaced=False, vertical=False, width=8.0)
    return beginnings(tells, [block], lines)


@pytest.mark.parametrize(
    ("head", "right"),
    [
        pytest.param(("冰湖上的鱼把头", "校园图书角里的童书"), [1], id="two articles"),
        pytest.param(("冰湖上的鱼把头", "收网", "校园图书角里的童书"), [2], id="the first has two lines"),
        pytest.param(("冰湖上的鱼把头", "渔网冰眼下水"), [], id="one article"),
        pytest.param(("冰湖上的鱼把头，", "校园图书角里的童书"), [], id="no headline ends with a comma"),
        pytest.param(("冰湖上的鱼把头", "天上的云谁来画"), [], id="nobody speaks of the second"),
        pytest.param(("冰湖上的鱼把头校园图书角里的童书",), [], id="one line"),
    ],
)
def test_lines_that_speak_of_two_articles_are_two_headlines(head: tuple[str, ...], right: list[int]) -> None:
    assert found(*head) == right


@pytest.mark.parametrize(
    ("captions", "head", "right"),
    [
        pytest.param([CAPTION], ("冰湖上的鱼把头", "龙头风筝"), [1], id="the second is of a story"),
        pytest.param([CAPTION], ("龙头风筝", "校园图书角里的童书"), [1], id="the first is"),
        pytest.param([CAPTION], ("冰湖上的鱼把头", "百米书廊"), [], id="a word by chance"),
        pytest.param([CAPTION[:24]], ("冰湖上的鱼把头", "龙头风筝"), [], id="a short caption tells no story"),
    ],
)
def test_captions_that_tell_a_story_have_headlines(
    captions: list[str], head: tuple[str, ...], right: list[int]
) -> None:
    assert found(*head, captions=tuple(captions)) == right


def in_halves(*head: str) -> dict[int, int]:
    """The lines above the texts of two articles, each a block, that hold two headlines."""
    tells, lines = page(head)
    shown = [Block((n,), flat, spaced=False, vertical=False, width=8.0) for n, flat in enumerate(head)]
    return halves(tells, shown, lines)


@pytest.mark.parametrize(
    ("head", "right"),
    [
        pytest.param(("冰湖上的鱼把头 校园图书角", "三千册童书"), {0: 7}, id="the second goes on below"),
        pytest.param(("冰湖上的鱼把头 校园图书角", "收网的人"), {}, id="what is below speaks of the first"),
        pytest.param(("冰湖上的鱼把头 校园图书角",), {}, id="nothing is below"),
        pytest.param(("冰湖上的鱼把头 渔网冰眼下水", "三千册童书"), {}, id="two clauses of one"),
    ],
)
def test_a_line_may_hold_a_headline_and_the_beginning_of_another(head: tuple[str, ...], right: dict[int, int]) -> None:
    assert in_halves(*head) == right


def test_a_line_is_cut_behind_so_many_characters() -> None:
    text = "新桥今日 通车  校园图书角\n正文"
    lines = [make(text[:14], 0, 14, gap=True), make("正文", 15, 17, gap=False)]
    first, second, rest = halved(lines, {0: 6}, text)
    assert (text[first.start : first.end], text[second.start : second.end]) == ("新桥今日 通车", "校园图书角")
    assert second.part
    assert rest == lines[1]
