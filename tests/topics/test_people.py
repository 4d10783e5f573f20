"""People: whoever is named in full, and nobody who is not."""

from __future__ import annotations

import pytest

from newsarchive.text import words
from newsarchive.topics.cutting import mend
from newsarchive.topics.people import find_people
from newsarchive.topics.places import administrative, listed


def people(text: str, *bylines: str) -> list[str]:
    tokens = list(mend(words.cut(text)))
    return [
        person.name for person in find_people(text, tokens, bylines, (*administrative(text, tokens), *listed(text)))
    ]


NAMED = [
    # After a title, before a pause, a word of speech or neither.
    ("县水利局局长贺长河介绍，水库已经蓄满。", ["贺长河"]),
    ("省委书记沈明远出席开幕式并致辞。", ["沈明远"]),
    ("果农尤大满举着一筐梨。", ["尤大满"]),
    ("退休工人耿守田看守了三十年。", ["耿守田"]),
    # A surname of two characters, a given name of one, a name that is also a word.
    ("校长欧阳若兰表示，明年扩招。", ["欧阳若兰"]),
    ("副市长江波指出，项目要快。", ["江波"]),
    ("律师高峰说，合同有效。", ["高峰"]),
    # Between a pause and a word of speech; as the speaker of an interview; after 叫.
    ("“再等等看。”邱玉梅说。", ["邱玉梅"]),
    ("谷雨生：粮食要颗粒归仓。\n记者：怎么做到？", ["谷雨生"]),
    ("这位老人叫麻志成，今年八十岁。", ["麻志成"]),
    # In a list with a known name, in a list of names only, before a title of honour.
    ("副局长彭立新、总工程师尹小舟、处长康宁参加。", ["彭立新", "尹小舟", "康宁"]),
    ("唐画、冯远山、丁一鸣等二十位艺术家参展。", ["唐画", "冯远山", "丁一鸣"]),
    ("学院的戚文博教授主持了实验。", ["戚文博"]),
    ("公司选举薛长林为董事长。", ["薛长林"]),
    # Transliterated and Latin names; the short form later is the same person.
    ("国家主席会见了总统安东尼奥·费尔南德斯。费尔南德斯表示感谢。", ["安东尼奥·费尔南德斯"]),
    ("工会代表施密特说，工厂不会关。", ["施密特"]),
    ("国务卿布林肯抵达开罗。", ["布林肯"]),
    ("创始人Anna Berg对此不予置评。", ["Anna Berg"]),
    # Without a title: jieba sets an unknown word apart, or a surname before another word.
    ("队友传球，替补的贺文能打入一球。", ["贺文能"]),
    ("下坡时，殷鹤鸣的车打滑了。", ["殷鹤鸣"]),
    # Reporters in brackets, with commas or blanks between them.
    ("新华社曼谷11月20日电（记者冯远山、丁一鸣、康宁）总理昨天辞职。", ["冯远山", "丁一鸣", "康宁"]),
    # Rare surnames, surnames of two characters.
    ("局长亓文海、庭长禤国锋、列兵令狐雨说，都去过。", ["亓文海", "禤国锋", "令狐雨"]),
    # A name that is a word, between a title and a word of speech.
    ("演员时光饰演少年，教师安静认为很好。", ["时光", "安静"]),
    # A given name that is a title, one that ends like a title, a title that jieba glues to the name.
    ("科长逯亚军说，护林员贺长河架起望远镜。", ["逯亚军", "贺长河"]),
    # What often follows names is no piece of one.
    ("秘书长贺特未出席，主任于晴也来到现场。", ["贺特", "于晴"]),
    # Names of China's peoples, of Japan and Korea, and foreign ones without a dot, broken up by jieba.
    ("局长艾力·买买提和校长阿苦木呷介绍，路修通了。", ["艾力·买买提", "阿苦木呷"]),
    ("日本首相小泉健太郎向党首野田信彦表示祝贺。", ["小泉健太郎", "野田信彦"]),
    ("总统提努卡、主席法基马、首相鲁托卡等领导人将出席。", ["提努卡", "法基马", "鲁托卡"]),
    # Words glued to a foreign name, a Chinese surname behind the dot, a pair of players, monks by two characters.
    ("老将托马斯·奥尔洛夫因伤退赛，部长拉温德拉·夏尔马次日赶到。", ["托马斯·奥尔洛夫", "拉温德拉·夏尔马"]),
    ("分析师凯文·余预计，价格会涨。", ["凯文·余"]),
    ("男双组合殷鹤鸣/贺长河苦战三局。", ["殷鹤鸣", "贺长河"]),
    ("住持澄明和尚致辞，监院普慧法师主持法会。", ["澄明", "普慧"]),
    # An idiom runs over the end of what would be a name; 叫 before a place.
    ("外援伊托梅开二度。", ["伊托"]),
    ("选手安娜·卡林斯基娅横扫瓦西列夫卡，晋级四强。", ["安娜·卡林斯基娅", "瓦西列夫卡"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_people_who_are_named(text: str, expected: list[str]) -> None:
    assert people(text) == expected


NOBODY = [
    # A preposition before a company, a village, a site, words that are all letters of foreign names.
    "货送到了，公司向雷诺供货。",
    "这个村子叫望江湾，住着十户。",
    "产自里姆扎油田的原油。",
    "让苏武蜜瓜卖到各地。",
    # Words that begin with a surname after a title or before a word of speech.
    "部长高度重视这项工作。",
    "专家指出，双方表示，公众认为，高层强调。",
    "企业工程师走上讲台，青年教师走进班组。",
    "他向记者和读者说明了情况，主任和委员说，可以。",
    "总经理助理说，公司经理们方便时再来。",
    # People without a name.
    "王女士报了警，李某被抓，刘大爷道谢，老张说算了，陈先生同意。",
    "居民石女士说，水漫到了二楼。",
    # Places, companies and institutes that look like names.
    "瓦努阿图总理来访，马克斯·普朗克研究所发表声明，阿里巴巴集团参展。",
    "记者来到金山镇和石门县，走访了周庄。",
    "代表团访问了乌克兰和马里，抵达约旦。",
    # A word of foreign characters that is none.
    "科学家在南极发现了新物种。",
    # Companies, armed groups and prizes that are written like foreign names.
    "比亚迪和特斯拉降价，哈马斯发言，欧佩克增产，布伦特原油上涨。",
    # Words that begin with a surname; a place cut in two.
    "胡杨林一片金黄，许可证过期了，游客高空被困，海岱楼成为打卡地。",
    "德国候任总理没有来，哈萨克斯坦副总理来了。",
    # Places in a list with a known one.
    "导弹击中敖德萨、尼古拉夫卡、文尼茨卡等地。",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(text: str) -> None:
    assert people(text) == []


def test_the_title_before_a_name_is_its_role() -> None:
    text = "县水利局局长贺长河介绍，水库已经蓄满。"
    assert [(person.name, person.role) for person in find_people(text, words.cut(text))] == [("贺长河", "局长")]


def test_a_title_that_no_table_has_is_a_role_too() -> None:
    tokens = list(mend(words.cut("巡护员贺长河架起望远镜。")))
    assert [(person.name, person.role) for person in find_people("".join(tokens), tokens)] == [("贺长河", "巡护员")]


def test_reporters_are_people_and_come_first() -> None:
    assert people("县水利局局长贺长河介绍情况。", "本报记者 沈雨桐", "", "") == ["沈雨桐", "贺长河"]


@pytest.mark.xfail(reason="a surname that no list has needs more than a title before it", strict=True)
def test_a_surname_nobody_knows() -> None:
    assert people("馆主盏有余修了一辈子鞋。盏有余今年七十岁。") == ["盏有余"]
