"""Whose article it is, told by the words of its byline and of its text."""

from __future__ import annotations

import pytest

from newsarchive.segment.belonging.writers import NEVER, TOLD, UNLIKE, Writers
from newsarchive.segment.draft import Draft
from tests.segment.made import BRIDGE, LIBRARY, each

COMMENT = (
    "修桥不是目的，而是手段。桥通了，路也应当跟上，不能让村民守着新桥走烂路。",
    "该修的路要修，该补的灯要补，岂可一通了之。",
)
LETTER = ("编辑同志：", "我家门前的路灯坏了三个月，夜里出门只能摸黑，盼有人来修。")
SPAN = (
    "桥面铺装那几天，项目经理住在青石河大桥的工棚里，钢梁吊装以后他瘦了十斤。",
    "两岸村民送来鸡蛋，他数着日子等通车，等跨河大桥上放鞭炮的那一天。",
)


def writers_of(*stories: tuple[str, ...], credit: str = "") -> Writers:
    """The writers of some articles whose paragraphs are lines; the last one has a picture by ``credit``."""
    rows = each(*(text for story in stories for text in story), *([credit] if credit else []))
    drafts = []
    at = 0
    for story in stories:
        drafts.append(Draft(body=[("para", (at + n,)) for n in range(len(story))]))
        at += len(story)
    if credit:
        drafts[-1].credits.append(at)
    return Writers(rows, drafts)


PLAIN = LIBRARY.paragraphs[1:]
FIGURES = ("全年产值42亿元，同比增长3.1%，其中出口11亿元，增长5.2%。",)
MYSELF = ("我第一次站上讲台，粉笔灰落了一身。", "我把那只旧搪瓷盆留在了教室里。")
NOTICED = ("渡口的摆渡船停了三天，记者在岸边看见，船工在补船底。",)
LAWSUIT = ("试用期也要签合同，律师说，单位不签的，从第二个月起付双倍工资。",)
ASKED = ("记者：桥什么时候通车？", "方小禾：我说不准。", "记者：那路呢？", "方小禾：我盼着年底。")
ABROAD = ("里斯本的清晨，老人在街角排队买面包。",)


@pytest.mark.parametrize(
    ("byline", "stories", "article"),
    [
        pytest.param("城南读者 石平安", (PLAIN, LETTER, SPAN), 1, id="a reader writes letters"),
        pytest.param("本报评论员", (PLAIN, SPAN, COMMENT), 2, id="a commentator comments"),
        pytest.param("苏木", (FIGURES, COMMENT, LETTER), 1, id="who signs with a bare name argues"),
        pytest.param("◎ 苏木", (FIGURES, COMMENT, LETTER), 1, id="a bullet changes nothing"),
        pytest.param("临水中学教师 苏木", (FIGURES, SPAN, MYSELF), 2, id="who is no reporter tells of himself"),
        pytest.param("河湾里居民 苏木", (FIGURES, COMMENT, LETTER), 2, id="a resident writes letters too"),
        pytest.param("本报记者 苏木", (MYSELF, PLAIN, NOTICED), 2, id="a reporter calls himself one"),
        # 方小禾 signs the report of the bridge in its lead
        pytest.param("本报记者 方小禾", (PLAIN, COMMENT, SPAN, BRIDGE.paragraphs), 2, id="a reporter has his beat"),
        pytest.param("临水律师事务所 苏木", (PLAIN, LAWSUIT, SPAN), 1, id="a lawyer writes of law"),
        pytest.param("采访整理/本报记者 苏木", (SPAN, ASKED, MYSELF), 1, id="who asked wrote the interview"),
        pytest.param("解答人：临水律师事务所 苏木", (COMMENT, SPAN, ASKED), 2, id="who answers has been asked"),
        pytest.param("本报驻里斯本记者 关山", (PLAIN, ABROAD, SPAN), 1, id="a correspondent writes of where he is"),
    ],
)
def test_what_words_tell_of_a_byline(byline: str, stories: tuple[tuple[str, ...], ...], article: int) -> None:
    among = (0, 1, 2)
    signs = writers_of(*stories).signs(byline, among)
    assert len(signs) == len(among)
    assert max(among, key=signs.__getitem__) == article
    assert signs[article] > 0


def test_a_writer_of_text_and_pictures_has_his_name_below_a_picture() -> None:
    assert writers_of(PLAIN, SPAN, credit="苏木 摄").signs("本报通讯员 苏木 文/图", (0, 1)) == [0.0, TOLD]


def test_who_took_the_pictures_for_a_writer_has_others_with_a_few_lines() -> None:
    taken = "文/本报记者 方小禾 图/本报记者 苏木"
    few = ("一群白鹭落在江滩上。",)
    assert writers_of(PLAIN, few, credit="苏木 摄").signs(taken, (1,)) == [0.0]
    assert writers_of(PLAIN, few, credit="方小禾 摄").signs(taken, (1,)) == [TOLD]
    assert writers_of(PLAIN, (*SPAN, *SPAN), credit="苏木 摄").signs(taken, (1,)) == [TOLD]
    # what the paper calls itself is nobody's name
    assert writers_of(PLAIN, SPAN, credit="晚报记者 苏木 摄").signs("晚报记者 方小禾", (1,)) == [0.0]


@pytest.mark.parametrize("byline", ["本报评论员", "晚报记者 苏木"])
@pytest.mark.parametrize("opening", ["编辑同志：", "晚报编辑："])
def test_nobody_of_the_paper_writes_letters_to_it(byline: str, opening: str) -> None:
    assert writers_of((opening, *LETTER[1:])).signs(byline, (0,)) == [NEVER]


@pytest.mark.parametrize("byline", ["城南读者 石平安", "本报评论员", "苏木"])
def test_a_plain_report_speaks_against_some_writers(byline: str) -> None:
    assert writers_of(FIGURES).signs(byline, (0,)) == [UNLIKE]


def test_a_reporter_tells_of_himself_for_others_only() -> None:
    writers = writers_of(MYSELF)
    assert writers.signs("本报记者 苏木", (0,)) == [UNLIKE]
    assert writers.signs("本报记者 苏木 整理", (0,)) == [0.0]


def test_who_speaks_in_an_interview_tells_nothing_of_its_writer() -> None:
    spoken = ("记者：桥什么时候通车？", "方小禾：我说不准。", "记者：那路呢？", "方小禾：我盼着年底。")
    assert writers_of(spoken).signs("本报记者 苏木", (0,))[0] >= 0.0


def test_what_was_told_to_a_writer_is_no_interview() -> None:
    assert writers_of(ASKED).signs("口述：石小满 整理：苏木", (0,))[0] < TOLD


def test_an_office_that_sends_figures_neither_argues_nor_tells_of_itself() -> None:
    assert writers_of(COMMENT, MYSELF).signs("青石河粮油协会 供稿", (0, 1)) == [0.0, 0.0]


def test_a_pupil_has_who_taught_him_below_his_text() -> None:
    rows = each("爸爸的手很大，会修屋顶。", "（指导老师 方小禾）", "图书馆夜间不打烊。")
    drafts = [Draft(body=[("para", (0,))], signature=[1]), Draft(body=[("para", (2,))])]
    assert Writers(rows, drafts).signs("青石河小学五年级 苏木", (0,)) == [TOLD]
    assert Writers(rows, drafts).signs("青石河小学五年级 苏木", (1,))[0] < TOLD


def test_nothing_is_told_of_a_reporter_of_nothing_else() -> None:
    assert writers_of(PLAIN, SPAN, BRIDGE.paragraphs).signs("本报记者 苏木", (0, 1)) == [0.0, 0.0]
    assert writers_of(PLAIN).signs("本报记者 苏木", ()) == []


def test_a_lead_is_read_over_line_ends() -> None:
    rows = each("本报讯 （记者 方小", "禾） 昨日，青石河大桥合龙。", "馆长算了一笔账。")
    writers = Writers(rows, [Draft(body=[("para", (0, 1))]), Draft(body=[("para", (2,))])])
    assert writers.leads == ["本报讯（记者方小禾）", ""]
    assert [writers.length(a) for a in (0, 1)] == [24, 8]
