"""From the plan to articles and stretches: every character is accounted for, and lands in the field it belongs to."""

from __future__ import annotations

import pytest

from newsarchive.model import Kind, Role
from newsarchive.segment.assemble import PHOTO_CONFIDENCE, Cut, assemble, cover, first_line
from newsarchive.segment.draft import Draft, Plan
from newsarchive.segment.lines.line import Line, split
from newsarchive.segment.roles.form import Form


def made(text: str, *drafts: Draft, duplicates: tuple[int, ...] = ()) -> tuple[list[Line], Plan]:
    """The lines of a text and a plan of it; which form a line has matters only if it is a duplicate."""
    lines = split(text)
    return lines, Plan(list(drafts), [Form.DUPLICATE if n in duplicates else Form.ON for n in range(len(lines))])


def roles(text: str, *drafts: Draft, duplicates: tuple[int, ...] = ()) -> list[tuple[str, Role, int | None]]:
    got = assemble(text, *made(text, *drafts, duplicates=duplicates)).stretches
    return [(text[s.start : s.end].strip(), s.role, s.article) for s in got]


def body(*paragraphs: tuple[int, ...]) -> list[tuple[str, tuple[int, ...]]]:
    return [("para", held) for held in paragraphs]


def test_every_line_gets_its_role() -> None:
    text = "走进工地\n大桥合龙\n——来自青石河\n本报记者 方小禾\n大桥全长一千\n二百米。\n第4版\n"
    draft = Draft(kicker=[0], headline=[1], subtitle=[2], byline=[3], body=body((4, 5)))
    assert [(role, article) for _, role, article in roles(text, draft)] == [
        (Role.KICKER, 0),
        (Role.HEADLINE, 0),
        (Role.SUBTITLE, 0),
        (Role.BYLINE, 0),
        (Role.BODY, 0),
        (Role.BODY, 0),
        (Role.FURNITURE, None),
    ]
    (article,) = assemble(text, *made(text, draft)).articles
    assert (article.kicker, article.headline, article.subtitle) == ("走进工地", "大桥合龙", "——来自青石河")
    assert (article.byline, article.body) == ("本报记者 方小禾", ("大桥全长一千二百米。",))


def test_a_line_drawn_twice_is_a_duplicate() -> None:
    text = "大桥合龙\n大桥合龙\n大桥全长一千二百米。\n"
    assert [role for _, role, _ in roles(text, Draft(headline=[0], body=body((2,))), duplicates=(1,))] == [
        Role.HEADLINE,
        Role.DUPLICATE,
        Role.BODY,
    ]


def test_a_signature_behind_the_last_sentence_is_cut_off() -> None:
    text = "大桥合龙\n大桥全长一千二百米。（方小禾）\n"
    draft = Draft(headline=[0], body=body((1,)))
    (article,) = assemble(text, *made(text, draft)).articles
    assert (article.body, article.signature, article.byline) == (("大桥全长一千二百米。",), "方小禾", "方小禾")
    assert roles(text, draft)[1:] == [("大桥全长一千二百米。", Role.BODY, 0), ("（方小禾）", Role.SIGNATURE, 0)]


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("大桥合龙\n大桥全长一千二百米。（方\n小禾）\n", "方小禾"),
        ("大桥合龙\n大桥全长一千二百米。（临水桥梁研\n究所 方小禾）\n", "临水桥梁研究所 方小禾"),
    ],
)
def test_a_signature_behind_the_last_sentence_may_be_torn(text: str, signature: str) -> None:
    draft = Draft(headline=[0], body=body((1, 2)))
    (article,) = assemble(text, *made(text, draft)).articles
    assert (article.body, article.signature, article.byline) == (("大桥全长一千二百米。",), signature, signature)
    assert [role for _, role, _ in roles(text, draft)[1:]] == [Role.BODY, Role.SIGNATURE, Role.SIGNATURE]


def test_a_signature_may_have_two_lines_of_its_own() -> None:
    text = "大桥合龙\n大桥全长一千二百米。\n（青石河明理律师事务所\n方小禾）\n"
    draft = Draft(headline=[0], body=body((1,)), signature=[2, 3])
    (article,) = assemble(text, *made(text, draft)).articles
    assert (article.signature, article.byline) == ("青石河明理律师事务所 方小禾",) * 2


@pytest.mark.parametrize("own_line", [False, True])
def test_who_signs_an_item_of_short_news_signs_no_other(own_line: bool) -> None:
    text = "简讯\n●大桥合龙。（方小禾）\n●水厂开建。" + ("\n" if own_line else "") + "（沈 原）\n"
    draft = Draft(headline=[0], body=body((1,), (2,)), signature=[3] if own_line else [])
    (article,) = assemble(text, *made(text, draft)).articles
    assert (article.byline, article.signature) == ("", "")
    assert article.body == ("●大桥合龙。（方小禾）", "●水厂开建。（沈原）")
    assert roles(text, draft)[-1][1:] == (Role.BODY, 0)


def test_a_bracket_that_more_text_follows_is_no_signature() -> None:
    text = "大桥全长（方小禾）\n一千二百米。\n"
    (article,) = assemble(text, *made(text, Draft(body=body((0, 1))))).articles
    assert (article.body, article.signature) == (("大桥全长（方小禾）一千二百米。",), "")


def test_a_bracket_inside_the_text_is_no_signature() -> None:
    text = "大桥全长（方小禾）\n一千二百米。\n主塔高九十六米。\n"
    (article,) = assemble(text, *made(text, Draft(body=body((0, 1), (2,))))).articles
    assert article.signature == ""
    assert article.body[0] == "大桥全长（方小禾）一千二百米。"


def test_a_lead_that_goes_on_with_the_first_sentence() -> None:
    text = "本报4月2日讯 记者方小禾从市水务\n局获悉，大桥合龙。\n"
    (article,) = assemble(text, *made(text, Draft(body=body((0, 1))))).articles
    assert article.byline == "本报4月2日讯 记者方小禾"
    assert article.body == ("本报4月2日讯 记者方小禾从市水务局获悉，大桥合龙。",)


def test_the_jump_line_before_a_text_is_cut_off() -> None:
    text = "（上接第一版）大桥全长一千二百米。\n"
    draft = Draft(body=body((0,)))
    (article,) = assemble(text, *made(text, draft)).articles
    assert (article.jump_from, article.body) == ("1", ("大桥全长一千二百米。",))
    assert [role for _, role, _ in roles(text, draft)] == [Role.JUMP, Role.BODY]


def test_jump_lines_of_their_own() -> None:
    text = "（上接第一版）\n大桥全长一千二百米。\n（下转第4版）\n"
    draft = Draft(body=body((1,)), jump_from=[0], jump_to=[2])
    (article,) = assemble(text, *made(text, draft)).articles
    assert (article.jump_from, article.jump_to) == ("1", "4")


def test_a_subhead_stands_at_its_place() -> None:
    text = "大桥全长一千二百米。\n绕行成\n为历史\n主塔高九十六米。\n"
    draft = Draft(body=[("para", (0,)), ("subhead", (1, 2)), ("para", (3,))])
    (article,) = assemble(text, *made(text, draft)).articles
    assert article.body == ("大桥全长一千二百米。", "绕行成为历史", "主塔高九十六米。")
    assert article.subheads == ("绕行成为历史",)


@pytest.mark.parametrize(
    ("lead", "byline"),
    [
        ("本报讯 （记者 方小禾）", "本报讯 （记者 方小禾）"),
        # nobody is named
        ("新华社青石河4月2日电", ""),
    ],
)
def test_a_lead_keeps_its_blanks_and_is_the_byline_if_it_names_someone(lead: str, byline: str) -> None:
    text = f"{lead} 昨日，大桥全长\n一千二百米。\n"
    (article,) = assemble(text, *made(text, Draft(body=body((0, 1))))).articles
    assert (article.lead, article.byline) == (lead, byline)
    assert article.body == (f"{lead} 昨日，大桥全长一千二百米。",)


def test_a_lead_whose_words_are_torn_by_a_wide_setting() -> None:
    text = "本报讯 （记 者方 小禾） 昨日，大桥全长\n一千二百米。\n"
    (article,) = assemble(text, *made(text, Draft(body=body((0, 1))))).articles
    assert (article.lead, article.byline) == ("本报讯（记者方小禾）", "本报讯（记者方小禾）")
    assert article.body == ("本报讯（记者方小禾） 昨日，大桥全长一千二百米。",)


def test_a_byline_stands_before_the_lead() -> None:
    text = "本报记者 丁一帆\n本报讯 （记者 方小禾） 昨日，大桥合龙。\n"
    (article,) = assemble(text, *made(text, Draft(byline=[0], body=body((1,))))).articles
    assert article.byline == "本报记者 丁一帆"


def test_a_picture_story() -> None:
    text = "大桥合龙\n工人在桥面上安装\n栏杆。\n方小禾 摄\n"
    draft = Draft(headline=[0], captions=[(1, 2)], credits=[3], photo=True)
    (article,) = assemble(text, *made(text, draft)).articles
    assert article.kind is Kind.PHOTO
    assert article.body == article.captions == ("工人在桥面上安装栏杆。",)
    assert (article.credits, article.confidence) == (("方小禾 摄",), PHOTO_CONFIDENCE)


@pytest.mark.parametrize(
    ("headline", "kind"),
    [("停电通知", Kind.NOTICE), ("遗失声明", Kind.ADVERTISEMENT), ("大桥合龙", Kind.ARTICLE)],
)
def test_kinds(headline: str, kind: Kind) -> None:
    text = f"{headline}\n大桥全长一千二百米。\n"
    (article,) = assemble(text, *made(text, Draft(headline=[0], body=body((1,))))).articles
    assert article.kind is kind


def test_articles_come_in_the_order_of_their_headlines() -> None:
    text = "夜间不打烊\n大桥合龙\n大桥全长一千二百米。\n馆长算了一笔账。\n"
    drafts = [Draft(headline=[1], body=body((2,))), Draft(headline=[0], body=body((3,)))]
    got = assemble(text, *made(text, *drafts))
    assert [a.headline for a in got.articles] == ["夜间不打烊", "大桥合龙"]
    assert [s.article for s in got.stretches] == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("draft", "line"),
    [
        (Draft(headline=[5], body=body((2,))), 5),
        (Draft(body=body((2, 3))), 2),
        (Draft(captions=[(7,)]), 7),
    ],
)
def test_where_an_article_stands(draft: Draft, line: int) -> None:
    assert first_line(draft) == line


B, BLANK = Role.BODY, Role.BLANK


@pytest.mark.parametrize(
    ("text", "cuts", "spans"),
    [
        pytest.param("", [], [], id="nothing"),
        pytest.param("\n \n", [], [(0, 3, BLANK)], id="only blanks"),
        pytest.param("大桥\n", [(0, 2, B, 0, "x")], [(0, 3, B)], id="a cut takes the end of its line"),
        pytest.param("大桥 \n\n", [(0, 2, B, 0, "x")], [(0, 4, B), (4, 5, BLANK)], id="but no blank line after it"),
        pytest.param("\n大桥", [(1, 3, B, 0, "x")], [(0, 1, BLANK), (1, 3, B)], id="blank before, no line end"),
        pytest.param(
            "大桥合龙",
            [(0, 2, B, 0, "x"), (2, 4, Role.SIGNATURE, 0, "x")],
            [(0, 2, B), (2, 4, Role.SIGNATURE)],
            id="two in a line",
        ),
    ],
)
def test_the_whole_text_is_covered(text: str, cuts: list[Cut], spans: list[tuple[int, int, Role]]) -> None:
    assert [(s.start, s.end, s.role) for s in cover(text, cuts)] == spans


def test_a_lead_with_names_alone_names_the_writers() -> None:
    text = "本报讯（方小禾 沈原）青石河大桥昨日合龙，\n工人在桥面上放起了鞭炮。\n"
    (article,) = assemble(text, *made(text, Draft(body=body((0, 1))))).articles
    assert article.byline == "本报讯（方小禾 沈原）"
