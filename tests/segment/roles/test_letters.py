"""How letters, notices and answers open."""

from __future__ import annotations

import pytest

from newsarchive.segment.page import segment
from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.letters import addressed, is_note, opens_letter, writers_below, writers_named
from tests.segment.made import BRIDGE, LIBRARY, each, forms, page, wrapped

OPENINGS = [
    "编辑同志：",
    "亲爱的小读者：",
    "尊敬的方小禾老师：",
    "各会员单位、有关企业：",
    "各位业主：",
    "编辑回复：",
    "乡亲们：",
]


@pytest.mark.parametrize("line", OPENINGS)
def test_whom_a_text_turns_to(line: str) -> None:
    assert opens_letter(line)


@pytest.mark.parametrize(
    "line", ["临水县供销企业：扩产", "街道办回复：", "卧室：", "本报讯：", "记者昨日从市水务局获悉："]
)
def test_what_a_headline_is_about(line: str) -> None:
    assert not opens_letter(line)


@pytest.mark.parametrize("line", ["编者按：大桥合龙", "【编者的话】大桥合龙", "编者按", "开栏的话"])
def test_what_an_editor_says_first(line: str) -> None:
    assert is_note(line)


@pytest.mark.parametrize("line", ["编者按下暂停键", "编前会上"])
def test_what_only_begins_like_it(line: str) -> None:
    assert not is_note(line)


NOTES = [
    ("编者按：青石河隔开两岸，过河难困扰了几代人，本报今起讲述建设者的故事。",),
    ("编者按", "青石河隔开两岸，过河难困扰了几代人，本报今起讲述建设者的故事。"),
]


@pytest.mark.parametrize("note", NOTES, ids=["one paragraph", "a label"])
def test_the_lead_below_it_is_of_the_same_article(note: tuple[str, ...]) -> None:
    rows = [row for text in note for row in wrapped(text)]
    made = segment(page(BRIDGE.headline, rows, BRIDGE.column(), LIBRARY.headline, LIBRARY.column())).articles
    assert [a.headline for a in made] == [BRIDGE.headline, LIBRARY.headline]
    assert made[0].body == (*note, *BRIDGE.paragraphs)
    assert made[0].byline == "本报讯 （记者 方小禾）"


@pytest.mark.parametrize("note", NOTES, ids=["one paragraph", "a label"])
def test_the_letter_below_it_is_of_the_same_article(note: tuple[str, ...]) -> None:
    letter = ("编辑同志：", *BRIDGE.paragraphs[1:])
    rows = [row for text in (*note, *letter) for row in wrapped(text)]
    made = segment(page(BRIDGE.headline, rows, LIBRARY.headline, LIBRARY.column())).articles
    assert [a.headline for a in made] == [BRIDGE.headline, LIBRARY.headline]
    assert made[0].body == (*note, *letter)


def test_it_is_the_first_paragraph() -> None:
    rows = each("新桥何时通车", "各位业主：", "新桥下月通车，", "届时有班车。")
    forms = addressed(rows, [Form.DISPLAY, Form.DISPLAY, Form.ON, Form.ON])
    assert forms == [Form.DISPLAY, Form.START, Form.START, Form.ON]
    over_display = [Form.DISPLAY, Form.DISPLAY, Form.DISPLAY, Form.ON]
    assert addressed(rows, over_display) == over_display


@pytest.mark.parametrize("answer", ["编辑回复：您好！", "回音：路灯已修好。", "记者打探：线缆断了。"])
def test_who_wrote_a_letter_is_named_in_the_text(answer: str) -> None:
    rows = each("编辑同志：我家门口的路灯不亮了。", "青石里居民 沈小原", answer)
    for named in (Form.DISPLAY, Form.BYLINE):
        assert writers_named(rows, [Form.START, named, Form.START]) == [Form.START] * 3


@pytest.mark.parametrize(
    ("above", "named", "below"),
    [
        pytest.param("路灯不亮了，", "青石里居民 沈小原", "回音：修好了。", id="the letter goes on"),
        pytest.param("路灯不亮了。", "路灯亮了，居民笑了", "回音：修好了。", id="no name"),
        pytest.param("路灯不亮了。", "青石里居民 沈小原", "昨日修好了。", id="no answer"),
    ],
)
def test_what_names_no_writer_of_a_letter(above: str, named: str, below: str) -> None:
    forms = [Form.START, Form.DISPLAY, Form.START]
    assert writers_named(each(above, named, below), forms) == forms


@pytest.mark.parametrize(
    ("rows", "read", "after"),
    [
        pytest.param(["晚报编辑：", "桥灯坏了，请", "修一修。", "河东村 方小禾"], "SSND", "SSNS", id="below a letter"),
        pytest.param(["昨日天晴，", "桥灯修好了。", "河东村 方小禾"], "SND", "SND", id="below a report"),
        pytest.param(
            ["晚报编辑：", "桥灯坏了。", "图书馆打烊", "馆长说。", "河东村 方小禾"],
            "SSDSD",
            "SSDSD",
            id="below another",
        ),
        pytest.param(["晚报编辑：", "桥灯坏了，", "河东村 方小禾"], "SSD", "SSD", id="within a sentence"),
    ],
)
def test_who_wrote_a_letter_stands_below_it(rows: list[str], read: str, after: str) -> None:
    assert writers_below(each(*rows), forms(read)) == forms(after)
