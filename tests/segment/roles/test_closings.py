"""How notices and letters close."""

from __future__ import annotations

import pytest

from newsarchive.segment.page import segment
from newsarchive.segment.roles.closings import (
    closes,
    is_formula,
    is_notice,
    opens_notice,
    paid_respects,
    pays_respects,
    sign_offs,
    signs_alone,
    signs_below_contacts,
    signs_off,
)
from newsarchive.segment.roles.form import Form
from tests.segment.made import BRIDGE, LIBRARY, each, forms, page, wrapped


@pytest.mark.parametrize(
    "line",
    ["特此公告。", "特此更正，并向读者致歉。", "特此更正并致歉。", "特此通知", "此致", "此致 敬礼！", "顺祝商祺！"],
)
def test_words_that_close(line: str) -> None:
    assert is_formula(line)


@pytest.mark.parametrize("line", ["特此公告如下", "特此更正，读者有疑", "敬礼！", "特此", "顺祝", "此致敬的人"])
def test_words_that_close_nothing(line: str) -> None:
    assert not is_formula(line)


def test_nothing_goes_on_with_the_date_of_a_notice() -> None:
    rows = each("请车辆绕行。", "青石河交通局", "2031年4月2日", "工人在桥面上作业，大桥")
    forms = [Form.ON, Form.DISPLAY, Form.FURNITURE, Form.ON]
    assert sign_offs(rows, forms)[3] is Form.START


def test_issuer_and_date_close_a_notice() -> None:
    rows = each("请车辆绕行。", "青石河交通局", "2031年4月2日", "图书馆夜间不打烊")
    forms = [Form.ON, Form.DISPLAY, Form.FURNITURE, Form.DISPLAY]
    assert sign_offs(rows, forms) == [Form.ON, Form.START, Form.START, Form.DISPLAY]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("车辆绕行，请", id="the sentence is not finished"),
        pytest.param("大桥合龙", id="no body stands above"),
    ],
)
def test_a_headline_above_a_date_closes_nothing(before: str) -> None:
    rows = each(before, "图书馆夜间不打烊", "2031年4月2日")
    above = Form.DISPLAY if before == "大桥合龙" else Form.ON
    forms = [above, Form.DISPLAY, Form.FURNITURE]
    assert sign_offs(rows, forms) == forms


@pytest.mark.parametrize(
    ("rows", "read", "after"),
    [
        pytest.param(["到期不来领取视为送达。", "新桥区人民法院"], "ND", "ND", id="nothing says that it issues"),
        pytest.param(["到期不来本院领取视为送达。", "新桥区人民法院"], "ND", "NS", id="it speaks of itself"),
        pytest.param(["明天停水，请提前蓄水。", "县自来水公司"], "ND", "NS", id="it asks"),
        pytest.param(["明天停水，请提前蓄水，", "县自来水公司"], "ND", "ND", id="within a sentence"),
        pytest.param(["谢绝花圈。", "孝男 方小禾", "孝女 方小苗 泣告"], "NDD", "NSS", id="the old way, together"),
        pytest.param(["盼早日改正。", "读者 沈原 谨上", "九月十八日"], "NBD", "NSS", id="with the day"),
        pytest.param(["会后备有茶点。", "方小禾 沈原", "大桥合龙"], "NDD", "NDD", id="names alone"),
    ],
)
def test_who_signs_without_a_date(rows: list[str], read: str, after: str) -> None:
    assert sign_offs(each(*rows), forms(read)) == forms(after)


def test_who_signs_closes() -> None:
    rows = each("明天停水，请提前蓄水。", "县自来水公司", "会后备有茶点。", "方小禾 同启", "沈原同启")
    assert [signs_alone(rows, i) for i in range(5)] == [False, True, False, True, False]


CLOSINGS = [
    ("特此公告。", "青石河自来水公司", "二○三一年四月二日"),
    ("特此通知", "青石河公交集团", "2031年4月2日"),
    ("特此通告", "青石河公安局", "青石河交通局", "2031年4月2日"),
    ("特此声明。", "青石河宏达建材公司 2031年4月2日"),
    ("特此公告", "青石河区住房保障管理处"),
    ("此致", "敬礼！", "青石河市民 沈原", "4月2日"),
    ("特此更正。", "青石河日报社", "2031年4月2日"),
    ("青石河公安局", "青石河交通局", "2031年4月2日"),
    ("特此公告", "2031年4月2日", "青石河公安局"),
    ("联系电话：0123-4567890", "青石河公安局", "2031年4月2日"),
    ("谨此致谢！", "青石河市民 沈原", "2031年4月2日"),
]


@pytest.mark.parametrize("gap", [False, True], ids=["flush", "gaps"])
@pytest.mark.parametrize("closing", CLOSINGS, ids=" ".join)
def test_it_stays_with_its_notice(closing: tuple[str, ...], *, gap: bool) -> None:
    text = "因河西主管道检修，定于四月六日二十二时起停水八小时，请广大用户提前储水，不便之处敬请谅解。"
    notice = ["河西主管道检修公告", *([""] if gap else []), *wrapped(text), *closing]
    below = ["", LIBRARY.headline, ""] if gap else [LIBRARY.headline]
    parted = [row for line in notice[-len(closing) :] for row in (["", line] if gap else [line])]
    made = segment(
        page(
            BRIDGE.headline,
            BRIDGE.column(),
            [""] if gap else [],
            notice[: -len(closing)],
            parted,
            below,
            LIBRARY.column(),
        )
    ).articles
    assert [a.headline for a in made] == [BRIDGE.headline, "河西主管道检修公告", LIBRARY.headline]
    assert made[1].body == (text, *(row.replace(" ", "") for row in closing))
    assert not made[1].byline


def test_one_who_signs_without_a_date_is_an_office() -> None:
    rows = each("请车辆绕行。", "特此通告", "图书馆夜间不打烊")
    assert sign_offs(rows, [Form.ON, Form.DISPLAY, Form.DISPLAY]) == [Form.ON, Form.START, Form.DISPLAY]


@pytest.mark.parametrize("end", ["（完）", "(完)", "（笑）"])
def test_the_end_of_agency_text_and_what_is_heard(end: str) -> None:
    last = BRIDGE.paragraphs[-1]
    below = [LIBRARY.headline, *LIBRARY.column()]
    for rows in ([*BRIDGE.column(), end], [*BRIDGE.column()[:-1], BRIDGE.column()[-1] + end]):
        made = segment(page(BRIDGE.headline, rows, below)).articles
        assert [a.headline for a in made] == [BRIDGE.headline, LIBRARY.headline]
        assert made[0].body[-1] == last + end


def test_what_stands_above_is_whole() -> None:
    rows = each("联系电话：0123-4567890", "特此公告。", "青石河法院", "2031年4月2日", "年轻读者占了大半")
    assert [signs_off(rows, (i,)) for i in range(5)] == [True, True, True, True, False]


def test_who_signs_a_letter_without_a_date_is_its_writer() -> None:
    text = "上周三晚上下大雨，司机师傅特意把车停到巷口，还借给我一把伞，请代我说声谢谢。"
    letter = [*wrapped("编辑同志："), *wrapped(text), "此致", "敬礼！", "青石河市民 沈原"]
    below = [LIBRARY.headline, *LIBRARY.column()]
    made = segment(page(BRIDGE.headline, BRIDGE.column(), "一把雨伞暖人心", letter, below)).articles
    assert made[1].body[-2:] == ("此致", "敬礼！")
    assert made[1].byline == "青石河市民 沈原"


@pytest.mark.parametrize("day", ["4月2日夜", "2031年4月2日", "4月2日凌晨"])
def test_a_name_above_the_day_closes_a_letter(day: str) -> None:
    rows = each("盼着你回来。", "小禾", day, "图书馆夜间不打烊")
    forms = [Form.START, Form.DISPLAY, Form.DISPLAY, Form.DISPLAY]
    assert sign_offs(rows, forms) == [Form.START, Form.START, Form.START, Form.DISPLAY]
    assert closes(rows, 1)
    assert closes(rows, 2)


def test_a_headline_above_a_sentence_with_the_day_closes_nothing() -> None:
    rows = each("盼着你回来。", "大桥合龙", "4月2日，工人在桥面上")
    forms = [Form.START, Form.DISPLAY, Form.START]
    assert sign_offs(rows, forms) == forms


def test_an_office_signs_below_a_line_that_ends_with_such_words() -> None:
    rows = each("应为四十二米。特此更正。", "本报编辑部", "图书馆夜间不打烊")
    forms = [Form.ON, Form.FURNITURE, Form.DISPLAY]
    assert sign_offs(rows, forms) == [Form.ON, Form.START, Form.DISPLAY]


WATER = ["因供水管道检修，定于4月2日22时停水，请储水备用。", "恢复供水以实际为准。特此通告。"]


def test_how_a_notice_begins_that_closes_as_one() -> None:
    assert opens_notice(WATER)
    assert opens_notice([WATER[0].replace("停水，请储水备用。", "停水。特此通告。")])
    # nothing closes it, or it begins as news does
    assert not opens_notice(WATER[:1])
    assert not opens_notice(["昨日，因供水管道检修，多处停水。", WATER[1]])


def test_a_notice_may_ask_at_its_end() -> None:
    assert is_notice(WATER)
    assert is_notice([WATER[0], "由此带来不便，敬请谅解。咨询电话：5550110。"])
    assert not is_notice(["昨日，因供水管道检修，多处停水。", "咨询电话：5550110。"])
    assert not is_notice(WATER[:1])


def test_offices_sign_below_whom_to_ask() -> None:
    rows = each("请与茶厂联系。", "电话：0000-5550100", "临水茶叶公司", "临水档案馆", "大桥合龙")
    assert sign_offs(rows, forms("SSDDD")) == forms("SSSSD")
    assert [closes(rows, at) for at in (2, 3, 4)] == [True, True, False]
    assert signs_below_contacts(rows, 3)
    # below a sentence an office may be what the next text is about
    rows = each("请与茶厂联系。", "临水茶叶公司", "大桥合龙")
    assert sign_offs(rows, forms("SDD")) == forms("SDD")
    # the date stands below who signs
    rows = each("电话：0000-5550100", "临水茶叶公司", "2026年4月2日")
    assert sign_offs(rows, forms("SDF")) == forms("SSS")


@pytest.mark.parametrize(
    ("line", "pays"),
    [
        ("读者 方小禾 谨上", True),
        ("中文秘书 方小禾 同启", True),
        ("孝女 小禾 泣告", True),
        ("青石河同乡会 敬启", True),
        ("方小禾鞠躬", True),
        ("向老师鞠躬，向母校致谢", False),
        ("谨启", False),
        ("大桥合龙", False),
    ],
)
def test_who_signs_with_the_word_for_it(line: str, *, pays: bool) -> None:
    assert pays_respects(line) is pays


def test_who_signs_so_and_the_day_are_the_last_paragraphs() -> None:
    rows = each("敬请拨冗出席。", "理事长 沈原", "秘书 方小禾 同启", "九月十八日", "图书馆夜间不打烊")
    before = [Form.ON, Form.BYLINE, Form.DISPLAY, Form.DISPLAY, Form.DISPLAY]
    assert sign_offs(rows, before) == [Form.ON, Form.START, Form.START, Form.START, Form.DISPLAY]
    assert [paid_respects(rows, i) for i in range(len(rows))] == [False, False, True, True, False]
    # not below display type, nor where a sentence goes on
    assert sign_offs(rows, [Form.DISPLAY, *before[1:]]) == [Form.DISPLAY, *before[1:]]
    torn = each("敬请拨冗", "秘书 方小禾 同启")
    assert sign_offs(torn, [Form.ON, Form.DISPLAY]) == [Form.ON, Form.DISPLAY]
