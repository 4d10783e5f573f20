"""Display lines that hold the headlines of two articles, or a byline and a headline, are cut in two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment.display.merged import between_words, part_merged, topics_moved
from newsarchive.segment.roles.form import Form
from tests.segment.made import BRIDGE, LIBRARY, POMELO, drawn, page

# Set so narrow that the stories stand in places of the page of their own (ties.REACH lines).
BODY = [row for story in (BRIDGE, POMELO, LIBRARY) for row in story.column(8)]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        pytest.param(
            "青石河大桥顺利合龙 图书馆夜间不打烊",
            ["青石河大桥顺利合龙", "图书馆夜间不打烊"],
            id="two articles at one height",
        ),
        pytest.param(
            "白鹭报社诚聘英才 图书馆夜间不打烊", ["白鹭报社诚聘英才", "图书馆夜间不打烊"], id="a notice beside news"
        ),
        pytest.param("青石河大桥合龙 两岸村民不再绕行", ["青石河大桥合龙 两岸村民不再绕行"], id="two clauses of one"),
        pytest.param("青石河大桥顺利合龙", ["青石河大桥顺利合龙"], id="no blank"),
        pytest.param("大桥 图书馆夜间不打烊", ["大桥 图书馆夜间不打烊"], id="too short a half"),
        pytest.param(
            "外星来客 图书馆夜间不打烊", ["外星来客 图书馆夜间不打烊"], id="a half that the page does not speak of"
        ),
    ],
)
def test_headlines_of_two_articles_on_one_line(shown: str, expected: list[str]) -> None:
    text = page(shown, BODY)
    read = drawn(text)
    forms = [Form.DISPLAY, *[Form.ON] * (len(read) - 1)]
    made = part_merged(read, forms, text)
    assert [x.flat for x in made[: len(expected)]] == expected
    assert len(made) == len(read) + len(expected) - 1
    assert all(text[x.start : x.end] == x.flat for x in made[: len(expected)])


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("本报记者 方小禾 图书馆夜间不打烊", ["本报记者 方小禾", "图书馆夜间不打烊"]),
        ("本报记者 方小禾 丁一帆 图书馆夜间不打烊", ["本报记者 方小禾 丁一帆", "图书馆夜间不打烊"]),
        # a word of four characters might be a name
        ("本报记者 方小禾 青石合龙 两岸村民不绕行", ["本报记者 方小禾", "青石合龙 两岸村民不绕行"]),
        ("本报记者 图书馆夜间不打烊", ["本报记者", "图书馆夜间不打烊"]),
        ("图书馆夜间不打烊 本报记者 丁一帆", ["图书馆夜间不打烊", "本报记者 丁一帆"]),
    ],
)
def test_a_byline_and_a_headline_on_one_line(shown: str, expected: list[str]) -> None:
    text = page(shown, BODY)
    read = drawn(text)
    made = part_merged(read, [Form.DISPLAY, *[Form.ON] * (len(read) - 1)], text)
    assert [x.flat for x in made[:2]] == expected


# Both halves speak of 村民.
@pytest.mark.parametrize(
    ("below", "cut"),
    [
        (["本报记者 方小禾", "本报记者 丁一帆"], True),
        # one byline in two lines, and one for the two clauses
        (["本报记者 方小禾", "通讯员 丁一帆"], False),
        (["本报记者 方小禾"], False),
        (["本报记者 方小禾", "本报记者 丁一帆", "本报记者 章大路"], False),
    ],
)
def test_a_line_alone_over_two_bylines_is_two_headlines(below: list[str], cut: bool) -> None:
    text = page("两岸村民过河 村民夜间借书", *below, BODY)
    read = drawn(text)
    forms = [Form.DISPLAY, *[Form.BYLINE] * len(below), *[Form.ON] * (len(read) - 1 - len(below))]
    made = part_merged(read, forms, text)
    assert [x.flat for x in made[: 1 + cut]] == (
        ["两岸村民过河", "村民夜间借书"] if cut else ["两岸村民过河 村民夜间借书"]
    )


def test_a_body_line_is_never_cut() -> None:
    text = page("青石河大桥顺利合龙 图书馆夜间不打烊", BODY)
    read = drawn(text)
    assert part_merged(read, [Form.ON] * len(read), text) == read


def test_headlines_of_two_short_articles_side_by_side_on_one_line() -> None:
    # so short that both stand in one stretch of the page; what parts them is where each begins
    short = [*BRIDGE.column()[:4], *LIBRARY.column()[:4]]
    text = page("青石河大桥顺利合龙 图书馆夜间不打烊", short)
    read = drawn(text)
    made = part_merged(read, [Form.DISPLAY, *[Form.ON] * (len(read) - 1)], text)
    assert [x.flat for x in made[:2]] == ["青石河大桥顺利合龙", "图书馆夜间不打烊"]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        # every blank is as wide as the one between the headlines
        pytest.param(
            " ".join("青石河大桥顺利合龙图书馆夜间不打烊"), ["青石河大桥顺利合龙", "图书馆夜间不打烊"], id="set apart"
        ),
        pytest.param(
            "\n".join("青石河大桥顺利合龙图书馆夜间不打烊"), ["青石河大桥顺利合龙", "图书馆夜间不打烊"], id="upright"
        ),
        pytest.param(
            " ".join("两岸村民不再绕行“夜间图书馆”受欢迎"),
            ["两岸村民不再绕行", "“夜间图书馆”受欢迎"],
            id="at a quotation",
        ),
        # 推出 is known to be what the library does, 宁海县 to be said of both
        pytest.param(
            " ".join("青石河大桥顺利合龙宁海县推出“图书馆”"),
            ["青石河大桥顺利合龙", "宁海县推出“图书馆”"],
            id="the place first",
        ),
        pytest.param(
            " ".join("青石河大桥终于合龙了图书馆夜间不打烊"),
            ["青石河大桥终于合龙了", "图书馆夜间不打烊"],
            id="behind a particle",
        ),
        pytest.param(" ".join("青石河大桥合龙两岸村民不再绕行"), ["青石河大桥合龙两岸村民不再绕行"], id="one"),
        pytest.param(" ".join("大桥顺利合龙图书馆不打烊"), ["大桥顺利合龙图书馆不打烊"], id="too short for two"),
    ],
)
def test_headlines_of_two_articles_set_apart(shown: str, expected: list[str]) -> None:
    # "宁海县" stands in the first story too.
    text = page(shown, "宁海县北的", BODY)
    read = drawn(text)
    forms = [Form.DISPLAY, *[Form.ON] * (len(read) - 1)]
    made = part_merged(read, forms, text)
    assert [x.flat for x in made[: len(expected)]] == expected
    assert len(made) == len(read) + len(expected) - 1
    for line in made[: len(expected)]:
        assert "".join(text[line.start : line.end].split()) == line.flat


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        pytest.param("图书馆答复：", ["青石河大桥顺利合龙", "图书馆答复：", "夜间不打烊"], id="of the second"),
        pytest.param("青石河大桥：", ["青石河大桥：", "青石河大桥顺利合龙", "夜间不打烊"], id="of the first"),
        pytest.param("外星来客：", ["外星来客：", "青石河大桥顺利合龙", "夜间不打烊"], id="of none"),
        pytest.param("图书馆答复", ["图书馆答复", "青石河大桥顺利合龙", "夜间不打烊"], id="no topic"),
    ],
)
def test_a_topic_above_two_headlines_goes_to_the_one_whose_text_speaks_of_it(topic: str, expected: list[str]) -> None:
    text = page(topic, "青石河大桥顺利合龙", "夜间不打烊", BODY)
    read = drawn(text)
    read[2] = replace(read[2], gap=True, part=True)
    forms = [*[Form.DISPLAY] * 3, *[Form.ON] * (len(read) - 3)]
    made = topics_moved(read, forms)
    assert [x.flat for x in made[:3]] == expected
    assert made[3:] == read[3:]
    # what it stands over now goes on with it
    assert (made[1].part, made[2].gap) == ((True, False) if expected[1] == topic else (False, True))


def test_no_cut_before_a_particle() -> None:
    shown = "飞线充电该管管了最低温降至零下"
    cuts = between_words(shown, 4)
    assert shown.index("了") not in cuts
    assert shown.index("了") + 1 in cuts
