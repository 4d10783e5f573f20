"""Bylines: to which article each belongs."""

from __future__ import annotations

import pytest

from newsarchive.segment.belonging import bylines
from newsarchive.segment.belonging.bylines import give_bylines, reports_in_pictures
from newsarchive.segment.draft import Draft
from newsarchive.segment.roles.form import Form
from tests.segment.made import each, forms


def article(headline: int | None, *body: int) -> Draft:
    draft = Draft(body=[("para", (i,)) for i in body])
    if headline is not None:
        draft.headline.append(headline)
    return draft


BRIDGE, LIBRARY, POMELO = "青石河大桥合龙", "图书馆夜间不打烊", "白沙村柚子出海"
BY_FANG, BY_DING = "本报记者 方小禾", "本报记者 丁一帆"
TEXT, MORE = 11 * "大桥全长一千二百米。", 13 * "馆长算了一笔账。"


@pytest.mark.parametrize(
    ("rows", "shown", "drafts", "bylines"),
    [
        pytest.param(
            [BRIDGE, BY_FANG, TEXT, LIBRARY, BY_DING, MORE],
            "DBSDBS",
            [article(0, 2), article(3, 5)],
            [[1], [4]],
            id="between headline and text",
        ),
        pytest.param(
            [BY_FANG, BRIDGE, TEXT, LIBRARY, MORE],
            "BDSDS",
            [article(1, 2), article(3, 4)],
            [[0], []],
            id="above the headline",
        ),
        pytest.param(
            ["一周速览", BY_FANG, TEXT, LIBRARY, MORE],
            "DBSDS",
            [article(0, 2), article(3, 4)],
            [[], [1]],
            id="short news under one headline have none",
        ),
        pytest.param(
            ["一周价格", BY_FANG, 20 * "水泥 P42 362 +4 ", LIBRARY, MORE],
            "DBSDS",
            [article(0, 2), article(3, 4)],
            [[], [1]],
            id="nor has a table",
        ),
        pytest.param(
            [BRIDGE, LIBRARY, POMELO, BY_DING, BY_FANG, TEXT, "记者 苏木", MORE, TEXT],
            "DDDBBSBSS",
            [article(0, 5), article(1, 8), article(2, 7)],
            [[3], [4], [6]],
            id="whose byline parts two texts needs none of a row",
        ),
        pytest.param(
            [BRIDGE, "记者 方小禾 实习生", "沈 原 文 记者 丁一帆 图", TEXT, LIBRARY, MORE],
            "DBBSDS",
            [article(0, 3), article(4, 5)],
            [[1, 2], []],
            id="torn behind a post",
        ),
        pytest.param(
            [BRIDGE, LIBRARY, BY_DING, "口述：方小禾", "整理：沈原", TEXT, MORE],
            "DDBBBSS",
            [article(0, 5), article(1, 6)],
            [[2], [3, 4]],
            id="who wrote it down stands below who told it",
        ),
        pytest.param([BRIDGE, TEXT, BY_FANG], "DSB", [article(0, 1)], [[2]], id="behind the text"),
        pytest.param(
            [BY_FANG, BY_DING, BRIDGE, TEXT, LIBRARY, MORE],
            "BBDSDS",
            [article(2, 3), article(4, 5)],
            [[0], [1]],
            id="a list of bylines in the order of the headlines",
        ),
        pytest.param(
            [BRIDGE, BY_FANG, "本报讯 （记者 方小禾） 昨日", LIBRARY, MORE],
            "DBSDS",
            [article(0, 2), article(3, 4)],
            [[], [1]],
            id="one whose lead names its reporter needs none",
        ),
        pytest.param(
            [BY_DING, BRIDGE, BY_FANG, LIBRARY, TEXT, MORE],
            "BDBDSS",
            [article(1, 4), article(3, 5)],
            [[2], [0]],
            id="below its headline before above it",
        ),
        pytest.param(
            [BRIDGE, "订报热线", BY_FANG, LIBRARY, TEXT, MORE],
            "DFBDSS",
            [article(0, 4), article(3, 5)],
            [[2], []],
            id="furniture between headline and byline",
        ),
        pytest.param(
            [BRIDGE, LIBRARY, BY_FANG, TEXT, BY_DING, MORE],
            "DDBSBS",
            [article(0, 3), article(1, 5)],
            [[2], [4]],
            id="headlines side by side: right above its text",
        ),
        pytest.param(
            [BRIDGE, LIBRARY, BY_FANG, BY_DING, MORE, TEXT],
            "DDBBSS",
            [article(0, 5), article(1, 4)],
            [[2], [3]],
            id="headlines side by side: both rows in the same order",
        ),
        pytest.param(
            [BRIDGE, LIBRARY, BY_FANG, "沈原 摄", BY_DING, MORE, TEXT],
            "DDBCBSS",
            [article(0, 6), article(1, 5)],
            [[2], [4]],
            id="who took a picture stands between two of a row",
        ),
        pytest.param(
            [POMELO, BRIDGE, LIBRARY, BY_FANG, BY_DING, MORE, TEXT, TEXT],
            "DDDBBSSS",
            [article(0, 7), article(1, 5), article(2, 6)],
            [[], [3], [4]],
            id="a row of fewer bylines is that of the last headlines",
        ),
        pytest.param(
            [LIBRARY, BRIDGE, BY_FANG, BY_DING, TEXT, MORE],
            "DDBBSS",
            [article(1, 4), Draft(body=[("para", (5,))], headline=[0], signature=[5])],
            [[2], []],
            id="in a row the headline that is signed does not count",
        ),
        pytest.param(
            [BRIDGE, TEXT, BY_DING, TEXT, LIBRARY, BY_FANG, MORE],
            "DSBNDBS",
            [article(0, 1, 3), article(4, 6)],
            [[2], [5]],
            id="inside its text",
        ),
        pytest.param(
            [TEXT, BRIDGE, BY_FANG, MORE, LIBRARY, BY_DING],
            "SDBSDB",
            [article(1, 0), article(4, 3)],
            [[2], [5]],
            id="headlines below their texts",
        ),
        pytest.param(
            [BRIDGE, LIBRARY, TEXT, BY_FANG, BY_DING, MORE],
            "DDSBBS",
            [article(0, 2), article(1, 5)],
            [[3], [4]],
            id="one signs the text above, one stands above the next",
        ),
        pytest.param(
            [BRIDGE, "大桥全长一千二百米。", "通讯员 方小禾 文/图", LIBRARY, MORE],
            "DSBDS",
            [article(0, 1), article(3, 4)],
            [[2], []],
            id="who took the picture too, below a few lines",
        ),
        pytest.param(
            [BRIDGE, TEXT, "方小禾", LIBRARY, MORE],
            "DSBDS",
            [article(0, 1), article(3, 4)],
            [[2], []],
            id="a bare name below its text",
        ),
        pytest.param(
            [BRIDGE, TEXT, "○方小禾", LIBRARY, MORE],
            "DSBDS",
            [article(0, 1), article(3, 4)],
            [[], [2]],
            id="with a bullet above its headline",
        ),
        pytest.param([BRIDGE, BY_FANG], "DB", [], [], id="no article"),
    ],
)
def test_bylines(rows: list[str], shown: str, drafts: list[Draft], bylines: list[list[int]]) -> None:
    give_bylines(each(*rows), forms(shown), drafts)
    assert [d.byline for d in drafts] == bylines


LETTER = "编辑同志："


def test_what_the_words_of_a_byline_tell_comes_before_its_place() -> None:
    # the reader's name stands below the headline of the bridge, the reporter's below that of the letter
    rows = each(BRIDGE, "城南读者 石平安", "路灯该修了", BY_FANG, TEXT, LETTER)
    drafts = [article(0, 4), article(2, 5)]
    give_bylines(rows, forms("DBDBSS"), drafts)
    assert [d.byline for d in drafts] == [[3], [1]]


def test_nobody_of_the_paper_writes_to_it_not_even_in_order() -> None:
    rows = each(BY_FANG, BRIDGE, LETTER, TEXT)
    drafts = [article(1, 2, 3)]
    give_bylines(rows, forms("BNSS"), drafts)
    assert drafts[0].byline == []


def test_a_notice_without_its_headline_gets_no_byline() -> None:
    rows = each(BRIDGE, BY_FANG, "因供水管道检修，定于4月2日22时停水。", "由此带来不便，敬请谅解。")
    draft = article(0, 2, 3)
    give_bylines(rows, forms("DBSS"), [draft])
    assert draft.byline == []


@pytest.mark.parametrize(
    ("above", "here", "goes"),
    [
        ("口述：石小满", "整理：苏木", True),
        ("通讯员 石小满 文/图", "整理 苏木", False),
        ("记者 石小满 通讯员", "苏木", True),
    ],
)
def test_what_goes_on_with_the_byline_above(above: str, here: str, *, goes: bool) -> None:
    assert (bylines.going_on(each(above, here), forms("BB")) == {1}) is goes


def test_a_byline_between_a_headline_and_its_text_stays_there() -> None:
    rows = each(BRIDGE, "城南读者 石平安", TEXT, "路灯该修了", LETTER)
    drafts = [article(0, 2), article(3, 4)]
    give_bylines(rows, forms("DBSDS"), drafts)
    assert [d.byline for d in drafts] == [[1], []]


def test_in_order_a_text_of_a_few_lines_comes_last() -> None:
    rows = each(BY_FANG, BY_DING, BRIDGE, LIBRARY, POMELO, "大桥全长一千二百米。", MORE, MORE)
    drafts = [article(2, 5), article(3, 6), article(4, 7)]
    give_bylines(rows, forms("BBDDDSSS"), drafts)
    assert [d.byline for d in drafts] == [[], [0], [1]]


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param(Draft(body=[("para", (2,))], headline=[0], signature=[3]), id="signed"),
        pytest.param(Draft(body=[("para", (2,))], headline=[0], jump_from=[3]), id="the second half of a story"),
        pytest.param(Draft(headline=[0], photo=True), id="a picture story"),
    ],
)
def test_who_gets_no_byline(draft: Draft) -> None:
    give_bylines(each(BRIDGE, BY_FANG, TEXT, "（方小禾）"), forms("DBSG"), [draft])
    assert draft.byline == []


@pytest.mark.parametrize(
    ("end", "byline"),
    [
        pytest.param(("大桥全长一千二百米。（临水律师", "事务所 方小禾）"), [], id="a signature torn by a line end"),
        pytest.param(("大桥全长一千二百米。", "（作者系临水大学教授）"), [1], id="who the author is, without his name"),
    ],
)
def test_the_brackets_at_the_end_may_name_the_writer(end: tuple[str, str], byline: list[int]) -> None:
    draft = Draft(body=[("para", (2, 3, 4))], headline=[0])
    give_bylines(each(BRIDGE, "◎ 石小满", TEXT, *end), forms("DBSNN"), [draft])
    assert draft.byline == byline


def test_who_made_a_report_in_pictures_signs_it_below_its_headline() -> None:
    rows = each(BRIDGE, "本报记者 方小禾 摄影报道", TEXT)
    shown = [Form.DISPLAY, Form.CREDIT, Form.START]
    draft = article(0, 2)
    draft.credits.append(1)
    assert reports_in_pictures(rows, shown, [draft]) == [Form.DISPLAY, Form.BYLINE, Form.START]
    assert draft.credits == []
    # below a caption, or beside the picture of an article, it is the credit of that
    assert reports_in_pictures(rows, [Form.START, Form.CREDIT, Form.START], [draft])[1] is Form.CREDIT
    held = Draft(credits=[1], captions=[(2,)])
    assert reports_in_pictures(rows, shown, [held])[1] is Form.CREDIT
    assert held.credits == [1]


def test_a_notice_gets_no_byline() -> None:
    draft = article(0, 2)
    give_bylines(each("停电通知", BY_FANG, TEXT), forms("DBS"), [draft])
    assert draft.byline == []


def test_the_headline_of_a_text_of_a_few_lines_does_not_count_in_a_row() -> None:
    # such a piece has been torn off another article
    rows = each(LIBRARY, BRIDGE, BY_FANG, "大桥全长一千二百米。", MORE)
    drafts = [article(1, 3), article(0, 4)]
    give_bylines(rows, forms("DDBSS"), drafts)
    assert [d.byline for d in drafts] == [[2], []]
    rows = each(LIBRARY, BRIDGE, BY_FANG, MORE, "大桥全长一千二百米。")
    drafts = [article(1, 4), article(0, 3)]
    give_bylines(rows, forms("DDBSS"), drafts)
    assert [d.byline for d in drafts] == [[], [2]]


@pytest.mark.parametrize("jump", ["（上接第1版）大桥全长一千二百米。", "（上接第 1 版）"])
def test_what_goes_on_from_another_page_gets_no_byline(jump: str) -> None:
    draft = article(0, 2, 3)
    give_bylines(each(BRIDGE, BY_FANG, jump, TEXT), forms("DBSS"), [draft])
    assert draft.byline == []


def test_bylines_beyond_those_weighed_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bylines, "TOGETHER", 2)
    rows = each(*([BRIDGE, BY_FANG, TEXT] * 5), BY_DING)
    drafts = [article(n, n + 2) for n in range(0, 15, 3)]
    give_bylines(rows, forms("DBS" * 5 + "B"), drafts)
    assert [d.byline for d in drafts] == [[n] for n in range(1, 15, 3)]
