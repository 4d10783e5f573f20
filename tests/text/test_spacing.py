"""Blanks in Chinese text: what is closed and what stays."""

import pytest

from newsarchive.text.clean import clean

CLOSED = [
    # Letter-spaced lines of the provided issue and of other dumps.
    ("部有关 司 局 负 责 同 志 参 加", "部有关司局负责同志参加"),
    ("择）、HumanEval（代 码 完 成）、", "择）、HumanEval（代码完成）、"),
    ("2 0 1 0 年 1 2 月 2 5 日 星 期 六", "2010年12月25日星期六"),
    ("县 医 院 里 的 “ 大 专 家 ”", "县医院里的“大专家”"),
    ("1989 年 ， 17 岁", "1989年，17岁"),
    ("家 参 展 企 业 ， 6.3 万 人 次 观", "家参展企业，6.3万人次观"),
    ("造企 业 的数据 往 往 散落在 ERP 、", "造企业的数据往往散落在ERP、"),
    ("流 感高 发 专 家 提醒 做 好防 护", "流感高发专家提醒做好防护"),
    ("编 者 按", "编者按"),
    ("3386 套 ， 占比 达到", "3386套，占比达到"),
    ("责 编：王 芳 ， 校 对", "责编：王芳，校对"),
    ("王 小 明", "王小明"),
    ("力 券 ”", "力券”"),
    ("江 河 湖 海", "江河湖海"),  # not every 江 is a surname
    ("难 倒 老 人", "难倒老人"),
    ("拍 摄 与 剪 辑", "拍摄与剪辑"),  # 摄 inside a line is no credit
    ("本 报 记 者 王 芳", "本报记者王芳"),
    # A wider blank in a letter-spaced line is a word blank.
    ("流 感 高 发   专 家 提 醒", "流感高发 专家提醒"),
    ("本 报 讯   11 月 18 日", "本报讯 11月18日"),
    # What is set tight beside it is another headline.
    ("流 感 高 发 专 家 提 醒 省运会故事", "流感高发专家提醒 省运会故事"),
    ("强冷空气明日抵达 云 泽 市 推 出", "强冷空气明日抵达 云泽市推出"),
    ("北 辰 工 业 报 2023年11月22日", "北辰工业报 2023年11月22日"),
    ("是“新工具”还是“新工友” “ 大 专 家 ”", "是“新工具”还是“新工友” “大专家”"),
    # Beside marks.
    ("“ 工资直接打卡上", "“工资直接打卡上"),
    ("外除颤器（ AED）。4分10秒后，关", "外除颤器（AED）。4分10秒后，关"),
    ("接入全市 26家医院、 310", "接入全市 26家医院、310"),
    # In prose, where a blank cuts off one or two characters.
    ("其中线上销售占比超过四 成，果农人均增收3200元。", "其中线上销售占比超过四成，果农人均增收3200元。"),
    ("街道代办。首 批入驻的", "街道代办。首批入驻的"),
    # At the end of the line.
    ("本报记者 宋婧  ", "本报记者 宋婧"),
]


@pytest.mark.parametrize(("raw", "expected"), CLOSED)
def test_blank_is_closed(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


KEPT = [
    # Two headlines at one height.
    "建设现代化产业体系提供坚强支撑 AI大模型进入生态竞争",
    "楼市平稳 二手房成交占比过半",
    "一根网线，牵动万千车间 省运会故事",
    # Names set apart.
    "王 芳",
    "本报记者 宋 婧",
    "本报记者 宋 岚 顾 嵘",
    "本报记者 宋岚 通讯员 白 露",
    "王 芳 李 伟",
    "王 芳 李小明 张 伟",
    "主任 王 芳 副主任 李 伟 张小明",
    "本版编辑：王 芳 校对：李 伟 电话：(010)84395043",
    "文/王 芳 图/李 伟",
    "■ 王 芳",
    "本报记者 王 芳 本报通讯员 李 伟",
    "（耀 文）",
    "家创业团队中，大学毕业生占六成。（柳 叶）",
    "（记者 童 跃）近日，省里召开会议，部署工作。",
    # Section names of two characters cannot be told from names.
    "第8版 民 生 2023年11月21日 星期二 责任编辑：柴米 版式：国栋",
    # Credits.
    "凌 云 摄",
    "旅客陆续踏上归途。 通讯员 古 月 摄",
    "今年前10个月，吞吐量达312万标箱，同比增长13.6%。 本报记者 凌 云 摄",
    "江小鱼 摄 字。",
    "(凌云 摄) 图为工人在调试机器人。该车间连接了420台设备。",
    # Leads and jump lines.
    "本报讯 通讯员王芳报道，近日，省里召开会议。",
    "据新华社曼谷11月19日电 受季风影响，多国出现强降雨，部分地区停电。",
    "的进展。 （下转第4版）",
    # Gutters and indents.
    "左边一栏的文字在这里    右边一栏的文字在那里",
    "  金壮龙强调，要深入贯彻",
    # Words and numbers among Chinese.
    "本次活动是 2023 中国产业",
    "OpenAI 创始人 Sam Altman",
    "本报讯 11 月 18 日，工业和",
]


@pytest.mark.parametrize("line", KEPT)
def test_blank_that_means_something_stays(line: str) -> None:
    assert clean(line).text == line


def test_letter_spaced_sentence_keeps_the_signature_apart() -> None:
    assert clean("调 研 。 （耀 文）").text == "调研。 （耀 文）"


# Not told apart by one line alone; kept here so that a better rule is noticed.
UNKNOWN = [
    ("省 博 物 馆 夜 场 受 热 捧 谨 防 陷 阱", "省博物馆夜场受热捧 谨防陷阱"),
    ("省 实 现地区生 产 总 值", "省实现地区生产总值"),
]


@pytest.mark.xfail(strict=True, reason="one line alone does not show it")
@pytest.mark.parametrize(("raw", "expected"), UNKNOWN)
def test_blank_known_failures(raw: str, expected: str) -> None:
    assert clean(raw).text == expected
