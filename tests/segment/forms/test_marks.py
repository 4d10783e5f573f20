"""The fixed forms of newspaper make-up, and what only looks like one."""

from __future__ import annotations

import pytest

from newsarchive.segment.forms import marks


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("（下转第4版）", "4"),
        ("(下转第3版)", "3"),
        ("下转A04版", "A04"),
        ("（下转 第 四 版）", "4"),
        ("【下转第十二版】", "12"),
        ("▶下转2版", "2"),
        ("▶▶下转A03版", "A03"),
        ("下转3版>>", "3"),
        ("（下转2版①）", "2"),
        ("（下转第2版）▶", "2"),
    ],
)
def test_jump_to(line: str, page: str) -> None:
    found = marks.JUMP_TO.search(line)
    assert found
    assert marks.page_label("".join(found.group(1).split())) == page


@pytest.mark.parametrize(
    ("line", "page"), [("（上接第一版）", "1"), ("(上接第 1 版)", "1"), ("（上接A01版）", "A01"), ("◀上接1版", "1")]
)
def test_jump_from(line: str, page: str) -> None:
    found = marks.JUMP_FROM.match(line)
    assert found
    assert marks.page_label("".join(found.group(1).split())) == page


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("提出工作要求。（布 轩）", "布 轩"),
        ("（记者 李明）", "记者 李明"),
        ("（李 明 王小红）", "李 明 王小红"),
        ("（文/李明 图/王小红）", "文/李明 图/王小红"),
        ("（李明 王小红 文/图）", "李明 王小红 文/图"),
        # a name that ends as a date or a place does, behind where he is from
        ("路灯昨晚亮了。（青石里读者 方大年）", "青石里读者 方大年"),
        ("（青石河市退休教师 沈小月）", "青石河市退休教师 沈小月"),
        # one character of his name, behind the last sentence
        ("警方正追缉另一人。（钊）", "钊"),
        ("（本文作者系临水大学教授）", "本文作者系临水大学教授"),
        ("（作者单位：临水大学历史系）", "作者单位：临水大学历史系"),
        ("（作者方小禾，系临水大学教授）", "作者方小禾，系临水大学教授"),
        # the office that made it known
        ("（临水市气象台昨日17时发布）", "临水市气象台昨日17时发布"),
        # an extractor took out the blanks
        ("（值班记者方小禾）", "值班记者方小禾"),
        ("（方小禾通讯员沈原）", "方小禾通讯员沈原"),
    ],
)
def test_signatures(line: str, name: str) -> None:
    found = marks.signature_of(line)
    assert found
    assert found.group(1) == name


@pytest.mark.parametrize(
    ("above", "below", "name"),
    [
        ("（青石河明理律师事务所", "方小禾）", "青石河明理律师事务所 方小禾"),
        ("（晚报天气专栏主持人 方", "小禾）", "晚报天气专栏主持人 方小禾"),
        ("（本报记者 方小禾", "沈原）", "本报记者 方小禾 沈原"),
        # what is no more than a place or a name, or is shut on the line above
        ("（青石河", "方师傅）", ""),
        ("（作者为退休教师，", "住青石里）", "作者为退休教师，住青石里"),
        ("（图书馆）", "方小禾）", ""),
        ("青石河明理律师事务所", "方小禾）", ""),
    ],
)
def test_brackets_that_two_lines_hold(above: str, below: str, name: str) -> None:
    assert marks.torn_signature(above, below) == name


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        ("（线索提供：方女士 酬金80元）", True),
        ("（报料人 方女士）", True),
        ("（文中人物均为化名）", True),
        ("（记者 方小禾）", False),
        ("（线索由方女士提供，本报奖励80元）", False),
    ],
)
def test_who_gave_the_news_signs_nothing(line: str, *, aside: bool) -> None:
    assert marks.is_aside(line) is aside
    assert not (aside and marks.signature_of(line))


def test_brackets_with_a_post() -> None:
    assert marks.is_posted("（晚报记者 方小禾）")
    for line in ("（方小禾）", "（记者 方小禾", "（作者系临水大学教授）", "（记者昨日在北岭看到）"):
        assert not marks.is_posted(line)


@pytest.mark.parametrize(
    "line",
    [
        "支持100个中小企业集聚的县（市）",
        "活动（陕西省）",
        "沿线三座小镇（均在青石河 上）",
        "自动体外除颤器（AED）",
        "（下转第4版）",
        "（见图）",
        "大桥昨日合龙。（完）",
        "（钊）",
        "甲的同桌（男）",
        "（记者方小禾摄）",
        "（当年的记者站旧址）",
    ],
)
def test_brackets_that_sign_nothing(line: str) -> None:
    assert marks.signature_of(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "2023年11月21日 星期二",
        "第4版",
        "第3版 临江日报",
        "--- 第3页 ---",
        "第 3 页 / 共 8 页",
        "Page 3 of 8",
        "2023年11月21日 星 期二",
        "责任编辑：李明 版式：王红",
        "国内统一连续出版物号 CN 00-0070",
        "临江日报",
        "要闻",
        "社址：临江市大道18号 邮编：000100",
        "今日8版",
        "今日焦点 社论：新桥不该等十年 A6",
        "今日看点 新桥合龙 3版",
        "今日共16版",
        "电话：0888-5550110",
        "热线 0888-5550110",
        "零售每份1.5元",
        "值班编委 方小禾",
        "CN 00-0070",
        "农历二月初三",
    ],
)
def test_furniture(line: str) -> None:
    assert marks.is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "秋粮收购工作会议召开",
        "一根网线，牵动万千车间",
        "会议指出，今年秋粮丰收已成定局，",
        # Headlines that begin with a word of the margin.
        "今日开学 孩子们都到齐了",
        "今日开售 新款轿车 云帆 A6 亮相",
        "电话诈骗又出新花样",
        "热线接通千万家",
        "零售额连续九个月增长",
        "农历新年怎么过",
        "扫码点餐不该成唯一选择",
        "视觉盛宴点亮夜江",
        "值班律师进了派出所",
        "印刷术走进课堂",
    ],
)
def test_no_furniture(line: str) -> None:
    assert not marks.is_furniture(line)


@pytest.mark.parametrize(
    ("flat", "expected"),
    [
        ("一、采编人员五名", ("a", 1)),
        ("（三）审议通过章程", ("b", 3)),
        ("2.提交材料", ("c", 2)),
        ("第二，要看资质", ("d", 2)),
        ("其三，要看合同", ("e", 3)),
        ("三是看去向", ("f", 3)),
        ("（4）带齐证件", ("g", 4)),
        ("一座桥", None),
        ("2.5亿元", None),
        ("第三届论坛", None),
    ],
)
def test_items_of_a_list(flat: str, expected: tuple[str, int] | None) -> None:
    assert marks.item_of(flat) == expected


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        pytest.param("本报讯 （记者 方小禾） 昨日，青石河", True, id="a lead"),
        pytest.param("（上接第1版）大桥全长", True, id="the second half of a story"),
        pytest.param("编辑同志：", True, id="a reader's letter"),
        pytest.param("编辑同志：我住城南，", True, id="a reader's letter that goes on"),
        pytest.param("记者：桥什么时候通车？", False, id="who asks in an interview"),
        pytest.param("本报4月2日第3版《大桥》一文", True, id="a correction"),
        pytest.param("昨日A03版《大桥》中", True, id="a correction of the last issue"),
        pytest.param("本报4月2日讯息", False, id="no correction"),
        pytest.param("昨日，3版《大桥》见报", False, id="no correction but a story"),
        pytest.param("因业务发展需要，本馆现招聘馆员", True, id="an advertisement for staff"),
        pytest.param("因工作需要，他搬到青石河", False, id="a need within a story"),
        pytest.param("昨日，青石河大桥合龙", False, id="a paragraph like others"),
    ],
)
def test_what_only_an_article_begins_with(text: str, opens: bool) -> None:
    assert marks.opens_article(text) is opens


@pytest.mark.parametrize(
    ("phrase", "alone"),
    [
        ("失物招领", True),
        # a correction is a notice too
        ("更 正", True),
        # what only ends the headline of one
        ("公告", False),
        ("更正一段历史", False),
    ],
)
def test_what_a_notice_is_called_alone_on_a_line(phrase: str, alone: bool) -> None:
    assert marks.is_called_alone(phrase) is alone


@pytest.mark.parametrize(
    ("flat", "closes"), [("有意者请于月底前报名。", True), ("特此公告。", True), ("他有意学艺。", False)]
)
def test_what_turns_to_the_reader(flat: str, closes: bool) -> None:
    assert marks.closes_notice(flat) is closes


@pytest.mark.parametrize(("flat", "tells"), [("方小禾遗失驾驶证，", True), ("遗失声明", False), ("大桥合龙", False)])
def test_who_lost_something(flat: str, tells: bool) -> None:
    assert marks.tells_of_loss(flat) is tells


def test_words_of_opinion() -> None:
    assert marks.opinion("路不该这样修，更要修得好，岂能一修了之。") > 10
    assert marks.opinion("昨日，青石河大桥合龙。") == marks.opinion("") == 0


def test_arguing_and_reporting() -> None:
    assert marks.reasoning("路不该这样修，更要修得好，岂能一修了之。") > 10
    assert marks.reasoning("大桥全长1200米，主塔高96.5米。") < -5


def test_words_that_close_a_notice_begin_no_article() -> None:
    assert marks.first_words("有意者请于本月十日前报名。") == marks.first_words("特此公告。") == "continuing"
    assert marks.first_words("警方提醒：出门要锁车。") == "continuing"
    assert marks.first_words("另据报道，新桥下月通车。") == "continuing"
    # A speaker known by the bare name has been introduced before.
    assert marks.first_words("方小禾说。如今，村里通了公交车。") == "continuing"
    assert marks.first_words("小说。") == marks.first_words("方小禾说服了全村人。") == ""


@pytest.mark.parametrize(
    ("phrase", "whole"),
    [
        ("遗失声明", True),
        ("白鹭报社诚聘英才", True),
        ("白鹭报社诚聘", False),
        ("青石河图书馆招聘启事", True),
        ("封 桥 通 告", True),
        ("失物招领", True),
        ("更 正", True),
        ("致读者", True),
        ("更正一处", False),
        ("青石河渡口鸣谢", True),
        ("青石河两部门发布公告", False),
        ("公告", False),
        ("青石河大桥顺利合龙", False),
    ],
)
def test_the_whole_headline_of_a_notice(phrase: str, *, whole: bool) -> None:
    assert marks.ends_notice(phrase) is whole


@pytest.mark.parametrize(
    ("flat", "genre"),
    [
        ("市民孙女士来电：我家门前的路灯坏了半年", "letter"),
        ("读者来信：路灯坏了，有人管吗", ""),
        ("市民孙女士来电反映，门前的路灯坏了", ""),
        ("因业务发展需要，本报现招聘", "advertisement"),
        ("编辑同志：", "letter"),
        ("晚报编辑：", "letter"),
        ("丁大夫：您好！孩子夜里磨牙，", "letter"),
        ("馆长说：您好！欢迎来借书。", ""),
        ("记者：您好！桥为什么修在这里？", ""),
        ("本报讯 昨日，大桥合龙。", "news"),
        ("昨日，大桥合龙。", ""),
    ],
)
def test_what_a_line_opens(flat: str, genre: str) -> None:
    assert marks.genre(flat) == genre


def test_a_word_set_apart_is_no_pen_name() -> None:
    assert marks.is_pen_name("方 禾")
    assert not marks.is_pen_name("读 书")
    assert not marks.is_pen_name("回音壁")


def test_headlines_over_the_answer_to_a_letter() -> None:
    assert marks.is_reply("水务局答复：月底前修好")
    assert not marks.is_reply("路灯坏了谁来修")


@pytest.mark.parametrize("name", ["方小禾", "桑榆", "甘 棠", "方在禾"])
def test_pen_names(name: str) -> None:
    assert marks.is_pen_name(name)


@pytest.mark.parametrize(
    "words",
    [
        "要闻",  # a word
        "导 读",  # the headline over short news
        "禾 摄",  # a credit torn off
        "谨 防",  # a word set apart
        "受欢迎",  # a phrase of common words
        "镇的人",  # a phrase torn off
        "桥正在",
        "青石河大桥",  # too long
        "讣告",  # what a notice is called
        "鸣 谢",
        "招领",
        "街拍",  # a rubric
        "赛讯",  # what stands over a box
    ],
)
def test_no_pen_names(words: str) -> None:
    assert not marks.is_pen_name(words)


def test_sections_may_be_set_apart() -> None:
    assert marks.is_section("经 济")
    assert not marks.is_section("大桥")


def test_what_short_news_are_called_together() -> None:
    assert marks.is_roundup("简 讯")
    assert marks.is_roundup("水乡速览")
    assert marks.is_roundup("邻县短讯三则")
    assert marks.counts_items("邻县短讯（3则）")
    assert not marks.is_roundup("渡口三则")
    assert not marks.is_roundup("一季度经济快讯显示物流回暖")
    assert not marks.is_roundup("快讯飞传大桥合龙")


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("①问：大桥什么时候通车", "问"),
        ("3.答：月底", "答"),
        ("沈小原：月底", "沈小原"),
        ("晚 报：月底吗", "晚报"),
        ("①：月底", ""),
        ("Q：月底吗", "Q"),
        ("A12：是", "A"),
        ("B：月底", ""),
    ],
)
def test_who_speaks(line: str, who: str) -> None:
    assert marks.speaker(line) == who
