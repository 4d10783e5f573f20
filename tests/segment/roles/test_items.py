"""Items of short news behind bullets."""

from __future__ import annotations

import pytest

from newsarchive.segment.page import segment
from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.items import (
    begun_as,
    behind_signed_items,
    bullet_of,
    bullets_begin,
    items_begun,
    named_begin,
    numbered_begin,
    numbered_shown,
    over_items,
    placed,
)
from tests.segment.made import each, forms, wrapped

NEWS = [Form.DISPLAY, Form.START, Form.ON, Form.DISPLAY, Form.START]


def test_an_item_that_leaves_room_is_text() -> None:
    rows = each("简讯", "▲新桥下月通车，届时有", "班车。", "▲市图书馆夜间开放，读者凭", "证入馆。")
    assert items_begun(rows, NEWS) == [Form.DISPLAY, Form.START, Form.ON, Form.START, Form.ON]


def test_a_block_is_a_bullet() -> None:
    assert bullet_of("▇新桥下月通车") == "▇"


def test_no_item_has_another_bullet_or_no_comma() -> None:
    for line in ("●市图书馆夜间开放，读者凭", "▲夜间开放", "市图书馆夜间开放，读者凭"):
        rows = each("简讯", "▲新桥下月通车，届时有", "班车。", line, "证入馆。")
        assert items_begun(rows, NEWS) == NEWS


def test_below_a_signed_item_a_paragraph_begins() -> None:
    rows = each("▲新桥下月通", "车。（方小禾）", "（单位：元）", "大桥合龙")
    forms = [Form.START, Form.ON, Form.ON, Form.DISPLAY]
    assert behind_signed_items(rows, forms) == [Form.START, Form.ON, Form.START, Form.DISPLAY]
    plain = each("新桥下月通", "车。（方小禾）", "（单位：元）", "大桥合龙")
    assert behind_signed_items(plain, forms) == forms


def test_items_begin_with_the_places_they_are_from() -> None:
    news = ["【临水讯】新桥", "【北岭讯】水厂", "【沙洲讯】渔港", "【南坪讯】路考"]
    assert placed(news, [True, False, False, False]) == {1, 2, 3}
    assert placed(news[:2], [True, False]) == set()
    assert placed(news, [True, False, True, False]) == set()
    assert placed(["【本报讯】新桥", "【专讯】水厂", "【快讯】渔港"], [True, False, False]) == set()


def test_text_behind_the_bullet_of_other_text_begins() -> None:
    rows = each("农事提醒", "◇麦田浇水宜在晴天", "进行。", "◇果树修剪宜早。", "茶园", "◇大棚通风。")
    forms = [Form.DISPLAY, Form.ON, Form.ON, Form.ON, Form.ON, Form.ON]
    assert bullets_begin(rows, forms) == [Form.DISPLAY, Form.START, Form.ON, Form.START, Form.ON, Form.ON]
    # the only one of its kind
    assert bullets_begin(rows[:2], forms[:2]) == forms[:2]


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        pytest.param(("招聘：", "一、司机三名。", "二、船工两名。"), Form.START, id="behind what announces it"),
        pytest.param(("招聘。", "1.司机三名。", "2.船工两名。"), Form.START, id="behind a sentence"),
        pytest.param(("大桥是青石河上的", "一、二号桥墩", "二、三号桥墩"), Form.ON, id="within a sentence"),
        pytest.param(("要做三件事。", "第一，修桥。", "第二，修路。"), Form.ON, id="of one paragraph"),
        pytest.param(("招聘：", "一、司机三名。", "三、船工两名。"), Form.ON, id="without the next"),
    ],
)
def test_text_behind_a_number_begins(rows: tuple[str, ...], form: Form) -> None:
    assert numbered_begin(each(*rows), [Form.START, Form.ON, Form.ON])[1] is form


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        pytest.param(["街坊快报", "○城际快巴今起改道。"], Form.DISPLAY, id="above an item"),
        pytest.param(["街坊快报", "城际快巴今起改道。"], Form.FURNITURE, id="above a text: the name of a paper"),
        pytest.param(["第3版", "○城际快巴今起改道。"], Form.FURNITURE, id="no label"),
    ],
)
def test_a_label_above_an_item_is_no_name_of_a_paper(rows: list[str], shown: Form) -> None:
    assert over_items(each(*rows), [Form.FURNITURE, Form.START]) == [shown, Form.START]


@pytest.mark.parametrize(
    ("rows", "read", "after"),
    [
        pytest.param(["甲国：桥通了。", "乙岛：灯亮了。", "丙城：果园丰收。"], "SSN", "SSS", id="where it is from"),
        pytest.param(
            ["男0425 六十一岁。", "女，三十岁，护士。", "女0426 养两猫。"], "SSN", "SSS", id="who seeks a partner"
        ),
        pytest.param(["甲国：桥通了。", "乙岛：灯亮了，", "丙城：果园丰收。"], "SSN", "SSN", id="within a sentence"),
        pytest.param(["甲国：桥通了。", "守桥的人睡了。", "丙城：果园丰收。"], "SSN", "SSN", id="one other is chance"),
        pytest.param(["甲国：桥通了。", "乙岛：灯亮了。", "他说：“丰收了。”"], "SSN", "SSN", id="what somebody says"),
        pytest.param(["甲国：桥通了。", "乙岛：灯亮了。", "男孩在桥上跑。"], "SSN", "SSN", id="a boy"),
    ],
)
def test_items_that_begin_alike(rows: list[str], read: str, after: str) -> None:
    assert named_begin(each(*rows), forms(read)) == forms(after)


@pytest.mark.parametrize(
    ("rows", "read", "after"),
    [
        pytest.param(
            ["二、报名到十二月三日", "为止。", "三、价高者得。联系人：方", "先生"],
            "SNDD",
            "SNSN",
            id="it fills its column",
        ),
        pytest.param(["二、报名到十二月三日", "为止。", "三、价高者得", "大桥合龙"], "SNDD", "SNDD", id="a subhead"),
        pytest.param(
            ["一、报名到十二月三日", "为止。", "三、价高者得。问方", "先生"], "SNDD", "SNDD", id="one is missing"
        ),
        pytest.param(
            ["二、报名到十二月三日", "为止。", "三、高者得。问我", "大桥合龙"], "SNDD", "SNSD", id="it has room"
        ),
    ],
)
def test_an_item_read_as_display_type(rows: list[str], read: str, after: str) -> None:
    assert numbered_shown(each(*rows), forms(read)) == forms(after)


@pytest.mark.parametrize(
    ("flat", "form"),
    [
        pytest.param("青石镇 把七十二个取水口逐个封堵", "place", id="a town"),
        pytest.param("沿河街道 在六个老旧院落加装车棚", "place", id="a quarter"),
        pytest.param("青石镇把七十二个取水口逐个封堵", "", id="no blank"),
        pytest.param("青石镇 2031年4月", "", id="a date"),
        pytest.param("本报讯 青石镇昨日通车", "", id="a lead"),
        pytest.param("【案情】两次转手", "label", id="a label"),
    ],
)
def test_how_items_of_one_list_begin(flat: str, form: str) -> None:
    assert begun_as(flat) == form


def test_items_from_places_are_one_article_though_each_is_signed() -> None:
    told = (
        "青石镇 把七十二个取水口逐个封堵，清出河道垃圾四十余车，桃花鱼又现了身。（方小禾）",
        "白沙乡 开设板栗树下说事点，共调解借贷纠纷二十三件，只有一件到了司法所。（沈原）",
        "石河村 七十岁以上老人理发不要钱，村里的返乡青年轮流掌剪，逢五逢十开张。（苏水生）",
    )
    text = "山这边 河那头\n\n" + "\n\n".join("\n".join(wrapped(item)) for item in told)
    (article,) = segment(text).articles
    assert len(article.body) == len(told)
