"""Which display lines are one phrase, and which only stand beside each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment.display import blocks
from newsarchive.segment.roles.form import Form
from tests.segment.made import BRIDGE, LIBRARY, POMELO, drawn, page

# Set so narrow that the stories stand in places of the page of their own (ties.REACH lines).
BODY = [row for story in (BRIDGE, POMELO, LIBRARY) for row in story.column(8)]


def phrases(shown: list[str], body: list[str] = BODY) -> list[str]:
    """The phrases of display lines, "" a blank line between them, above a body."""
    read = drawn(page(*shown, "", body))
    count = sum(1 for row in shown if row)
    forms = [Form.DISPLAY if n < count else Form.ON for n in range(len(read))]
    return [b.flat for b in blocks.blocks(read, forms)]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        pytest.param(["青石河大桥顺利合龙"], ["青石河大桥顺利合龙"], id="one line"),
        pytest.param(["青石河大桥，", "三分钟过河"], ["青石河大桥，三分钟过河"], id="no headline ends with a comma"),
        pytest.param(["白沙村蜜柚的", "出海路"], ["白沙村蜜柚的出海路"], id="nor with 的"),
        pytest.param(["村民说“过河", "只要三分钟”"], ["村民说“过河只要三分钟”"], id="an open quotation"),
        pytest.param(
            ["青石河遗失声明", "跨河大桥顺利", "合龙放鞭炮"],
            ["青石河遗失声明", "跨河大桥顺利合龙放鞭炮"],
            id="a notice",
        ),
        pytest.param(["檐下漫笔", "三分钟过河"], ["檐下漫笔", "三分钟过河"], id="a rubric"),
        pytest.param(["庄稼早知道", "霜降前后忙什么"], ["庄稼早知道", "霜降前后忙什么"], id="a rubric of a usual form"),
        pytest.param(["短讯集锦", "大河两岸"], ["短讯集锦", "大河两岸"], id="what short news are called"),
        pytest.param(["三分钟过河", "【村民来信】"], ["三分钟过河", "【村民来信】"], id="what the text below is"),
        pytest.param(["第3版 城 事", "檐下的灯"], ["第3版 城 事", "檐下的灯"], id="the number of the page"),
        pytest.param(["檐下灯", "外婆的竹篮"], ["檐下灯", "外婆的竹篮"], id="a column that no text says"),
        pytest.param(
            ["石桥夜行人", "清晨五点，", "码头先亮灯"],
            ["石桥夜行人", "清晨五点，码头先亮灯"],
            id="a column above a headline whose first line ends open",
        ),
        pytest.param(
            ["石桥夜行人", "清晨五点"], ["石桥夜行人清晨五点"], id="no longer headline below, so it may be one"
        ),
        pytest.param(
            ["外婆提篮来了", "村民信箱", "那年大水漫过石桥的台阶"],
            ["外婆提篮来了", "村民信箱", "那年大水漫过石桥的台阶"],
            id="a rubric by its words of which the text says half",
        ),
        pytest.param(
            ["外婆的竹篮", "河边旧事", "那年大水漫过石桥的台阶"],
            ["外婆的竹篮", "河边旧事", "那年大水漫过石桥的台阶"],
            id="a column below another headline",
        ),
        pytest.param(
            ["外婆提篮来了", "街头问答（3）", "那年大水漫过石桥的台阶"],
            ["外婆提篮来了", "街头问答（3）", "那年大水漫过石桥的台阶"],
            id="the name of a series below another headline",
        ),
        pytest.param(["霜叶又红", "拟任人员公示"], ["霜叶又红", "拟任人员公示"], id="a notice below another headline"),
        pytest.param(["霜叶又红", "青石河大桥顺利合龙"], ["霜叶又红", "青石河大桥顺利合龙"], id="alone said"),
        pytest.param(["四十年走一座桥", "读《石桥记》"], ["四十年走一座桥", "读《石桥记》"], id="what is read"),
        pytest.param(["读《石桥记》", "檐下灯影"], ["读《石桥记》", "檐下灯影"], id="nothing goes on with it"),
        # found whole in the body: 大桥顺利合龙
        pytest.param(["跨河大桥顺利", "合龙放鞭炮"], ["跨河大桥顺利合龙放鞭炮"], id="said in the text"),
        pytest.param(
            ["青石河大桥顺利合龙", "", "图书馆夜间不打烊"],
            ["青石河大桥顺利合龙", "图书馆夜间不打烊"],
            id="two headlines",
        ),
        pytest.param(
            ["青石河大桥顺利合龙", "图书馆夜间不打烊"],
            ["青石河大桥顺利合龙", "图书馆夜间不打烊"],
            id="two headlines with no blank line between",
        ),
        pytest.param(
            ["县长在工地上强调", "大桥质量不能含糊"],
            ["县长在工地上强调", "大桥质量不能含糊"],
            id="a kicker stays apart",
        ),
        pytest.param(["读 书", "“夜间图书馆”"], ["读 书“夜间图书馆”"], id="torn before a quotation"),
        pytest.param(["白鹭县自然资源局", "", "拍卖公告"], ["白鹭县自然资源局拍卖公告"], id="who issues a notice"),
        pytest.param(["图书馆夜间不打烊", "停水公告"], ["图书馆夜间不打烊", "停水公告"], id="a headline issues none"),
        pytest.param(["新桥通到县医院", "停水公告"], ["新桥通到县医院", "停水公告"], id="nor one that names an office"),
        pytest.param(
            ["白鹭县自然资源局国有土地", "使用权出让公告"],
            ["白鹭县自然资源局国有土地使用权出让公告"],
            id="who issues a notice about something",
        ),
        pytest.param(
            ["白鹭县渡口同乡会", "第九届会员大会通告"], ["白鹭县渡口同乡会第九届会员大会通告"], id="a long name below"
        ),
        pytest.param(["白鹭县交通局修好便道", "渡口停航通告"], ["白鹭县交通局修好便道", "渡口停航通告"], id="a clause"),
        pytest.param(["停水通告", "青石河"], ["停水通告", "青石河"], id="the name of a notice is whole"),
        pytest.param(["更 正", "要闻集锦"], ["更 正", "要闻集锦"], id="so is one of two characters"),
        pytest.param(
            ["霜叶又红", "寻 亲", "寻四叔后人"], ["霜叶又红", "寻 亲", "寻四叔后人"], id="below another headline too"
        ),
        pytest.param(["白鹭报社诚聘英才", "城南图书馆"], ["白鹭报社诚聘英才", "城南图书馆"], id="so is whom one seeks"),
        pytest.param(
            ["——读《山上的灯》", "夜间“图书馆”"],
            ["——读《山上的灯》", "夜间“图书馆”"],
            id="so is the subtitle of a review",
        ),
        pytest.param(
            ["小村开张“夜食堂”", "夜间图书馆：", "是“书房”", "还是“课堂”"],
            ["小村开张“夜食堂”", "夜间图书馆：是“书房”还是“课堂”"],
            id="a few words before a colon begin a headline",
        ),
        pytest.param(["替你算——", "夜间“图书馆”"], ["替你算——", "夜间“图书馆”"], id="what leads over stays apart"),
        pytest.param(["霜叶村：", "一本“红黑账”"], ["霜叶村：一本“红黑账”"], id="and stand in it alone"),
        pytest.param(["图书馆：", "青石河：大桥合龙"], ["图书馆：", "青石河：大桥合龙"], id="two of them head two"),
        pytest.param(["夜色里的", "", "“守桥人”"], ["夜色里的“守桥人”"], id="nor with 的 above a blank line"),
        pytest.param(["把难局设进考核，", "", "让人摔打"], ["把难局设进考核，让人摔打"], id="nor with a comma"),
        pytest.param(["小村食堂既能吃", "", "又能看"], ["小村食堂既能吃又能看"], id="a conjunction in two parts"),
        pytest.param(["县长在", "青石河大桥工地上强调"], ["县长在青石河大桥工地上强调"], id="nor with 在"),
        pytest.param(
            ["青石河大桥顺利合龙", "", "——来自工地的报道", "", "——三百名工人的两年半"],
            ["青石河大桥顺利合龙", "——来自工地的报道——三百名工人的两年半"],
            id="a subtitle of two lines behind dashes",
        ),
        pytest.param(
            ["青石河大桥顺利合龙", "", "——来自工地的报道"],
            ["青石河大桥顺利合龙", "——来自工地的报道"],
            id="a subtitle behind a dash stays apart",
        ),
    ],
)
def test_blocks(shown: list[str], expected: list[str]) -> None:
    assert phrases(shown) == expected


def test_an_upright_headline_is_a_block_of_its_own() -> None:
    read = drawn(page(*"青石河大桥", "图书馆夜间不打烊", BODY))
    assert read[0].vertical
    forms = [Form.DISPLAY if n < 2 else Form.ON for n in range(len(read))]
    assert [b.vertical for b in blocks.blocks(read, forms)] == [True, False]


def test_a_phrase_has_four_lines_at_most() -> None:
    made = phrases(["青石河的，", "白沙村的，", "城南的，", "两岸的，", "山里的，"])
    assert made == ["青石河的，白沙村的，城南的，两岸的，", "山里的，"]


def test_a_line_printed_twice_parts_no_headline() -> None:
    read = drawn(page("白沙村蜜柚的", "白沙村蜜柚的", "出海路", BODY))
    forms = [Form.DISPLAY, Form.DUPLICATE, Form.DISPLAY, *[Form.ON] * (len(read) - 3)]
    assert [b.flat for b in blocks.blocks(read, forms)] == ["白沙村蜜柚的出海路"]
    assert blocks.runs([Form.DISPLAY, Form.DUPLICATE, Form.ON, Form.DISPLAY]) == [[0], [3]]


def test_blocks_keep_to_display_lines() -> None:
    read = drawn(page(BODY))
    assert blocks.blocks(read, [Form.ON] * len(read)) == []


def test_headlines_cut_apart_are_not_put_together_again() -> None:
    text = page("青石河大桥，", "图书馆不打烊", BODY)
    read = drawn(text)
    forms = [Form.DISPLAY] * 2 + [Form.ON] * (len(read) - 2)
    assert len(blocks.blocks(read, forms)) == 1
    beside = [read[0], replace(read[1], part=True, gap=True), *read[2:]]
    first, second = blocks.blocks(beside, forms)
    assert (first.flat, second.flat) == ("青石河大桥，", "图书馆不打烊")
    assert second.tie < -5


def test_two_bylines_below_two_headlines_side_by_side() -> None:
    # Glued they would be one phrase: the quotation is open.
    shown = ["村民说“过河", "", "只要三分钟”", "", "本报记者 方小禾", "", "本报记者 丁一帆"]
    read = drawn(page(*shown, "", BODY))
    forms = [Form.DISPLAY] * 2 + [Form.BYLINE] * 2 + [Form.ON] * (len(read) - 4)
    assert [b.flat for b in blocks.blocks(read, forms)] == ["村民说“过河", "只要三分钟”"]
    forms[3] = Form.ON
    assert [b.flat for b in blocks.blocks(read, forms)] == ["村民说“过河只要三分钟”"]
