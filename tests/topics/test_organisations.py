"""Organisations: where a name begins and ends, and what only looks like one."""

from __future__ import annotations

import pytest

from newsarchive.text import words
from newsarchive.topics.cutting import mend
from newsarchive.topics.organisations import find_organisations, name_organisations
from newsarchive.topics.places import administrative


def organisations(text: str) -> list[str]:
    tokens = list(mend(words.cut(text)))
    spans = find_organisations(text, tokens, tuple(administrative(text, tokens)), ())
    return list(name_organisations(text, spans))


CASES = [
    # A place, an unknown word, a level or 国家 makes the name.
    ("青栀县人民医院的医生来了。", ["青栀县人民医院"]),
    ("记者从省气象台获悉，明天有雪。", ["省气象台"]),
    ("澜溪重工与鹭洲科技签约。", ["澜溪重工", "鹭洲科技"]),
    ("国家航道管理署发布通告。", ["国家航道管理署"]),
    ("市交通局桥梁处处长说。", ["市交通局"]),
    # A 和 inside the name, and one between two.
    ("省粮食和物资储备局负责人说。", ["省粮食和物资储备局"]),
    ("肯尼亚贸易和工业部副部长致辞。", ["肯尼亚贸易和工业部"]),
    ("教育部和财政部印发通知。", ["教育部", "财政部"]),
    # The whole of an office inside a larger one; the short form is the same organisation.
    ("国务院发展研究中心产业经济研究部的报告指出。", ["国务院发展研究中心产业经济研究部"]),
    ("青栀县人民医院扩建。在县医院，病人少了。", ["青栀县人民医院"]),
    # Without an ending: before a title, in a list, a newspaper, an agency.
    ("腾讯CEO和Acme董事会都没有回应。", ["腾讯", "Acme"]),
    ("海信、康佳、TCL等家电企业参展。", ["海信", "康佳", "TCL"]),
    ("他对《经济观察报》记者说，新华社也报道了。", ["经济观察报", "新华社"]),
    # What a company is stands before its name; a short name of the dictionary belongs to what follows.
    ("上市公司恒远股份发布公告，中信建投证券点评。", ["恒远股份", "中信建投证券"]),
    ("市委书记和平阳市委书记都来了。", ["平阳市委"]),
    # Chains of offices, whole; a branch with whose it is; a party committee's office.
    ("平阳市公安局北湖分局破了案。", ["平阳市公安局北湖分局"]),
    ("国务院抗震救灾指挥部办公室发出通知。", ["国务院抗震救灾指挥部办公室"]),
    ("中国科学院新疆生态与地理研究所的报告。", ["中国科学院新疆生态与地理研究所"]),
    ("中储粮江西分公司开仓收粮。", ["中储粮江西分公司"]),
    ("县委组织部、县纪委监委发了文。", ["县委组织部", "县纪委监委"]),
    # Short names of offices, with the place before them; what jieba glues is mended.
    ("由市人社局主办，青栀县能源局局长到场。", ["市人社局", "青栀县能源局"]),
    # Companies, parties and halls that need no ending; the country before a known name only says where it is.
    ("继百度之后，宁德时代也发布了公告。", ["百度", "宁德时代"]),
    ("自民党和公明党在国家大剧院开会。", ["自民党", "公明党", "国家大剧院"]),
    ("英国剑桥大学的研究人员说。", ["剑桥大学"]),
    # The short name beside the full one, also where they share little.
    ("央行宣布降准。中国人民银行行长说，还有空间。", ["中国人民银行"]),
    # Two teams are two.
    ("中国队力克日本队。", ["中国队", "日本队"]),
    # None of these is the name of an organisation.
    ("消防、公安、卫健等部门到场，全国法院和国际组织都关注。", []),
    ("乡党委书记和村委会主任去了集控中心。", []),
    ("欧洲纯电动汽车和中国新能源软件都在展出。", []),
    ("一家公司、几所学校和当地医院都来了。", []),
    ("全部干部、内部布局和战略部署。", []),
    ("学校、医院、公园等单位要配合。", []),
    ("武汉市中心的德国汽车卖得好。", []),
    ("省市三级医院和县级机关都在其中。", []),
    ("公司人力资源部、中国特色世界一流大学、晚了一步的入局者。", []),
    ("孩子学会了游泳，做强做大航空产业。", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_organisations(text: str, expected: list[str]) -> None:
    assert organisations(text) == expected


@pytest.mark.xfail(reason="a brand that is also a word, with no title or list beside it, needs knowledge", strict=True)
def test_a_brand_that_is_a_word() -> None:
    assert organisations("小米昨天发布了新手机。") == ["小米"]
