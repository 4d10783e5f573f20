"""Bylines that name no post of a paper."""

from __future__ import annotations

import pytest

from newsarchive.segment.forms.marks import is_byline, signature_of
from newsarchive.segment.forms.signers import is_person, is_source

SIGNED = [
    "■ 方小禾 特约记者 沈原",
    "■方小禾 沈原 本报记者 柳眉",
    "某团侦察连 中士 方小禾",
    "侦察连一级军士长 方小禾",
    "列兵 方小禾",
    "军嫂 方小禾",
    "采访整理/本报记者 方小禾",
    "特稿 文：方小禾 图：沈原",
    "临水水产流通协会 供稿",
    "◎ 方小禾",
    "■沈 原",
    "● 方小禾（临水纺织厂职工）",
    "临水区人民医院主任医师 方小禾",
    "临水衡平律师事务所 方小禾",
    "临水市东城区 方小禾",
    "外语学院学生 沈 原",
    "方小禾 教授",
    "方小禾 著",
    "方小禾（66岁 临水退休教师）",
    "文｜方小禾",
    "作者：方小禾",
    "主讲：临水区人民医院主任医师 方小禾",
    "口述：方小禾 整理：沈原",
    "方小禾/文 沈原/摄",
    "特约撰稿 方小禾",
    "（水边读者 方小禾）",
    "受访专家：临水市第二医院副主任 方小禾 采写：晚报记者 沈 原",
    "讲述：临水酱园传人 方小禾 记录：沈原",
    "文字/方小禾 摄影/沈原",
    "78岁读者 方小禾",
    "气象专栏主持人 方小禾",
    "河湾里居民 方小禾",
    "临水一中高一（3）班 方小禾 指导老师：沈原",
    "[法]让·方丹",
    "方小禾 译",
    # A post of two characters that begins with one of one.
    "文图 方小禾",
    "图文 方小禾",
    "策划：方小禾 执笔：本报记者 沈原 石小满",
    "策划/方小禾 统筹/沈原 执笔/石小满",
    "总策划：方小禾 执行：沈原",
    "统筹：方小禾",
    "统筹 方小禾 采写 沈原",
    "口述 方小禾 整理 沈原",
    "方小禾口述 沈原整理",
    "方小禾 文 沈原 图",
    "方小禾 文 沈原 摄",
    "■ 方小禾 （北岭）",
    "记者 | 方小禾",
    "记者｜方小禾",
    "文丨方小禾",
    "文字丨方小禾",
    "本刊特约撰稿 方小禾",
    "联合采访组",
    "临水日报融媒体报道组",
    "本版撰文 方小禾",
    "本栏目主持人：方小禾",
    "特邀嘉宾：方小禾",
    "访谈嘉宾：方小禾",
    "采访人：方小禾",
    "诗/方小禾",
    "词：方小禾 曲：沈原",
    "本报调研组",
    "本报联合调研组",
    "资深记者 方小禾",
    "本报高级记者 方小禾",
    "本报特派北岭记者 方小禾 沈原",
    "临水融媒记者 方小禾",
    "临水融媒体中心记者 方小禾",
    "临水发布记者 方小禾",
    "《临水日报》记者 方小禾",
    "本报记者方小禾发自临水",
    # Papers outside the mainland.
    "記者方小禾／臨水報導",
    "記者方小禾/綜合報導",
    "【記者方小禾／臨水報導】",
    "〔本報記者方小禾／臨水報導〕",
    "本報記者 方小禾",
    "文／方小禾　圖／沈原",
    "攝影／方小禾",
    "編譯方小禾／報導",
    "採訪、撰文：方小禾",
    "文、圖：方小禾",
    "大公報記者 方小禾（文、圖）",
    "本報特派員方小禾",
    "（美）让·方丹",
    "【美】让·方丹 著",
    "让·方丹 著 方小禾 译",
    # With the desk on the net, a second paper, a bullet before the second post; blanks around a bar.
    "临水青年报·临水网记者 方小禾",
    "临水晚报/江声新闻记者 方小禾",
    "江声新闻记者 方小禾",
    "新华社记者 方小禾 临水青年报记者 沈原",
    "□ 本报记者 方小禾 □ 本报通讯员 沈原",
    "◎ 通讯员 方小禾 文 /图",
    "采写/摄影：方小禾",
    "专题撰文：方小禾",
    "指导教师：方小禾",
    "临水大学教授、博士生导师 方小禾",
    "临水区人民医院心内科 方小禾",
    "译者：方小禾",
    "访谈对象：方小禾",
    "答疑律师：方小禾",
    "供稿：临水市气象局",
    "专栏作者 方小禾",
    "撰稿 方小禾",
    "临水小学小记者 方小禾",
    "临水小学五年级三班 方小禾",
    "临水大学文学院 2031级 方小禾",
    "新闻学院2031级 方小禾",
    "三公司 方小禾",
    "武警临水支队 方小禾",
    "临水市机关幼儿园 方小禾",
    "退休知青 方小禾",
    "财联社记者 方小禾",
    "※方小禾",
    "■秋水",
    "●王建国",
    # The class apart from the school, who taught him, what he does at a hospital.
    "临水一中 高二（3）班 方小禾",
    "临水一中高二（3）班 方小禾 指导老师 沈原",
    "主管护师 方小禾",
    "资深时评人 方小禾",
    "首席撰稿：方小禾",
    # Any trade behind the part, a name with a point inside; who made a book or a song, behind a bar or his place.
    "口述：护林员 阿依努尔·沙吾提",
    "口述：阿依努尔·沙吾提 整理：本报记者 方小禾",
    "主持／晚报副总编辑 沈 原 整理／石小满",
    "方小禾／著",
    "方小禾 / 编著",
    "青石镇 方小禾 编",
]
# Headlines, subheads and column names that look like them.
HEADLINES = [
    "侦察连 再出发",
    "全市夜校开课",
    "关注：老桥",
    "江上新桥通车",
    "新建小学 高质量",
    "临水区 新桥通车",
    "走进社区 温暖人心",
    "对话：人工智能",
    "问答｜新规怎么看",
    "文化惠民 送戏下乡",
    "居民有了 新食堂",
    "优秀干部 高质量",
    "[快讯]夜校开课",
    "嘉宾：各行各业齐聚临水",
    "记者：看过新桥吗",
    "统筹城乡 建设家园",
    "执行：最后一公里",
    "诗：远方",
    "到晚报读者接待室认领",
    "策划开学 第一课",
    "农艺师 支招",
    "律师 解读",
    "三公司 中标",
    "学院2031级 新生报到",
    # Parts of an article behind a bullet.
    "■现场",
    "■专家提醒",
    "■部门回应",
    "●典型案例",
    "■他山之石",
    "■记者手记",
    "■原因",
    "▲导读",
    "●食材",
    "志愿者 温暖冬日",
    # Whom the reporter met, a series with its number, a pair of words.
    "对话临水机械厂厂长 方小禾",
    "访临水二中校长 方小禾",
    "连载·河灯（17）",
    "临水县 生态·宜居",
    "高山流水 编",
]


@pytest.mark.parametrize("line", SIGNED)
def test_a_name_set_apart_signs(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_signs_nothing(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("line", "nobody"),
    [
        ("（据《临水日报》报道）", True),
        ("（据《临水日报》）", True),
        ("（转自《临水日报》）", True),
        ("（摘自《临水文学》）", True),
        ("（来源：临水发布）", True),
        ("（新华社特稿）", True),
        ("（本报民声组）", True),
        ("（本报国际部）", True),
        ("（未完待续）", True),
        ("（本报综合）", True),
        ("（据新华社、临水发布）", True),
        ("（综合新华社、临水日报报道）", True),
        ("（指导老师 方小禾）", True),
        ("（本期解答：市收藏家协会 方小禾）", True),
        ("（答复单位：临水市农业农村局）", True),
        ("（数据来源：市统计局）", True),
        ("（作者现居临水，从事图书馆工作）", True),
        ("（作者供职于临水市文联）", True),
        ("（方小禾编译）", False),
        ("（方小禾 整理）", False),
        ("（方小禾）", False),
    ],
)
def test_brackets_at_the_end_may_name_a_source_or_a_desk(line: str, nobody: bool) -> None:
    found = signature_of(line)
    assert found is not None
    assert is_source(found.group(1)) is nobody


@pytest.mark.parametrize("line", ["（本报有删节）", "（见图）", "（以下简称新桥）", "（据统计，共三座）"])
def test_other_brackets_sign_nothing(line: str) -> None:
    assert signature_of(line) is None


@pytest.mark.parametrize(("flat", "expected"), [("沈砚秋", True), ("沈砚秋 ", False), ("图为 ", False)])
def test_a_name_and_a_blank_are_no_two_names(flat: str, expected: bool) -> None:
    assert is_person(flat) == expected
