"""How two display lines that follow each other belong together: one phrase, one head, or neither."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment.display.ties import (
    KINDS,
    SAME_STORY,
    SAME_SUBJECT,
    Display,
    Places,
    Tie,
    agreement,
    hanging,
    named,
    openings,
    waits_for_verb,
)
from newsarchive.segment.kin.vocabulary import tokens
from newsarchive.segment.lines.line import Line, make
from newsarchive.segment.roles.form import Form
from tests.segment.made import BRIDGE, LIBRARY, POMELO, drawn, each, page

# Set so narrow that the stories stand in places of the page of their own (ties.REACH lines).
BODY = [row for story in (BRIDGE, POMELO, LIBRARY) for row in story.column(8)]


def tie(*shown: str, under: bool = False) -> Tie:
    """The tie between two display lines, "" a blank line between them, above a body; ``under`` says that one is known
    to stand right under the other.
    """
    read = drawn(page(*shown, "", BODY))
    read[1] = replace(read[1], under=under)
    forms = [Form.DISPLAY if n < 2 else Form.ON for n in range(len(read))]
    return Display(read, forms).tie([0], 1, 2)


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param(("青石河大桥，", "三分钟过河"), id="no headline ends with a comma"),
        pytest.param(("白沙村蜜柚的", "出海路"), id="nor with 的"),
        pytest.param(("村民说“过河", "只要三分钟”"), id="an open quotation"),
        pytest.param(("把白沙村的柚子", "装上出海的船"), id="a preposition waits for its verb"),
        pytest.param(("青石河上一座桥", "和两岸的村民"), id="begins with a function word"),
    ],
)
def test_one_phrase(shown: tuple[str, ...]) -> None:
    assert tie(*shown).phrase > 0


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param(("青石河大桥顺利合龙", "", "图书馆夜间不打烊"), id="two headlines"),
        pytest.param(("青石河大桥顺利合龙", "图书馆夜间不打烊"), id="two headlines, no blank line between"),
        pytest.param(("县长在大桥工地上强调", "", "大桥质量不能含糊"), id="a kicker"),
        pytest.param(("青石河大桥顺利合龙", "", "——来自大桥工地的报道"), id="a subtitle behind a dash"),
    ],
)
def test_two_phrases(shown: tuple[str, ...]) -> None:
    assert tie(*shown).phrase < 0


def test_one_head_or_two() -> None:
    assert tie("县长在大桥工地上强调", "", "大桥质量不能含糊").head > 0
    assert tie("青石河大桥顺利合龙", "", "图书馆夜间不打烊").head < 0


def test_one_phrase_is_of_one_head_all_the_more() -> None:
    found = tie("青石河大桥，", "三分钟过河")
    assert found.head > found.phrase


def test_every_kind_has_features_of_its_own() -> None:
    assert [named(kind, [("unfinished", 1.0)])[1][0] for kind in KINDS] == [f"{kind}: unfinished" for kind in KINDS]


def test_what_is_seen_between_two_lines() -> None:
    lines: list[Line] = [make("青 石 河 大 桥", 0, 9, gap=True), make("图书馆不打烊？", 10, 17, gap=False)]
    names = dict(Display(lines, [Form.DISPLAY, Form.DISPLAY]).features([0], 1, 2))
    assert {"together 2", "lines 1", "other setting", "subject unknown"} <= names.keys()
    assert "unfinished" not in names


@pytest.mark.parametrize(
    ("text", "expected"),
    [("把白沙村的柚子", True), ("把柚子卖到海外", False), ("柚子卖到海外", False), ("让老人", True), ("", False)],
)
def test_a_preposition_without_its_verb(text: str, expected: bool) -> None:
    assert hanging(text) is expected


@pytest.mark.parametrize(
    ("line", "below", "expected"),
    [
        pytest.param("9月全市城镇居民用水量", "明显低于去年", True, id="a date and a name"),
        pytest.param("9月全市城镇居民用水量", "水价听证会", False, id="no verb below"),
        pytest.param("9月全市用水量下降", "明显低于去年", False, id="a clause"),
        pytest.param("全市城镇居民用水量", "明显低于去年", False, id="what may be a kicker"),
        pytest.param("桥修好了，全镇三所小学", "每天早放半小时", True, id="a name behind a clause"),
        pytest.param("桥修好了，全镇三所小学", "——小学放学改革一年", False, id="a dash"),
        pytest.param("桥修好了，学生都回家", "每天早放半小时", False, id="two clauses"),
        pytest.param("，小学", "每天早放半小时", False, id="nothing before"),
        pytest.param("", "每天早放半小时", False, id="nothing"),
    ],
)
def test_a_subject_without_its_verb(line: str, below: str, expected: bool) -> None:
    assert waits_for_verb(line, below) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param({0: 1.0}, {0: 2.0}, 1.0, id="the same place"),
        pytest.param({0: 1.0}, {5: 1.0}, 0.0, id="another place"),
        pytest.param({0: 1.0}, {}, None, id="one of them is said nowhere"),
        pytest.param({0: 0.4}, {0: 1.0}, None, id="too little is said to tell"),
    ],
)
def test_agreement(left: dict[int, float], right: dict[int, float], expected: float | None) -> None:
    assert agreement(left, right) == expected


def test_places_of_a_phrase() -> None:
    places = Places([tokens(row) for row in BODY])
    bridge, library = (places.profile(tokens(s.headline)) for s in (BRIDGE, LIBRARY))
    assert max(bridge, key=lambda n: bridge[n]) < max(library, key=lambda n: library[n])
    agreed = agreement(bridge, library)
    assert agreed is not None
    assert agreed < SAME_SUBJECT
    assert places.profile(tokens("外星来客")) == {}


def test_an_item_of_short_news_opens_no_article() -> None:
    rows = each("【临水讯】新桥通车。", "【北岭讯】水厂开建。", "【沙洲讯】渔港开港。", "本报讯 大桥合龙。")
    assert openings(rows, [Form.START] * 4) == ([0, 1, 2, 3], [0, 3])


def test_texts_are_parted_where_articles_surely_begin() -> None:
    rows = each(*BODY, "本报记者 方小禾", "昨日，大桥", "（方小禾）", "蜜柚装船")
    forms = [*[Form.ON] * len(BODY), Form.BYLINE, Form.ON, Form.SIGNATURE, Form.ON]
    body, opening = openings(rows, forms)
    leads = [n for n, row in enumerate(BODY) if row.startswith("本报讯")]
    assert opening == [*leads, len(BODY), len(BODY) + 1]
    assert [rows[body[n]].flat for n in opening[-2:]] == ["昨日，大桥", "蜜柚装船"]


def test_stories_of_a_phrase() -> None:
    body, opening = openings(each(*BODY), [Form.ON] * len(BODY))
    places = Places([tokens(BODY[i]) for i in body], opening)
    bridge, library = (places.stories(tokens(s.headline)) for s in (BRIDGE, LIBRARY))
    # numbered from one: what stands before the first opening is story 0
    assert (max(bridge, key=lambda n: bridge[n]), max(library, key=lambda n: library[n])) == (1, 3)
    agreed = agreement(bridge, library)
    assert agreed is not None
    assert agreed < SAME_STORY


def test_what_is_known_to_stand_right_under_a_line_is_of_its_head() -> None:
    shown = ("青石河大桥顺利合龙", "", "图书馆夜间不打烊")
    assert tie(*shown).head < 0
    assert tie(*shown, under=True).head > 3
