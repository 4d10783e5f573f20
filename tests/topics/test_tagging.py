"""An article's tags as a whole: what they rest on, topics of one's own, and the version that made them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsarchive import topics
from newsarchive.errors import ArgumentError
from newsarchive.model import Article, Evidence, Tags

ARTICLE = Article(
    headline="医疗队进驻青栀县人民医院",
    byline="本报记者 沈雨桐",
    body=(
        "十二名医生昨天来到青栀县人民医院，为患者做手术。",
        "医生从哪里来",
        "青栀县人民医院院长贺长河介绍，医院今年的门诊量增加了一倍。贺长河说，还缺护士。",
        "沈雨桐摄",
    ),
    subheads=("医生从哪里来",),
    credits=("段飞 摄",),
)


@pytest.fixture
def own_topics(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "own.toml"
    topics.use_topics(None)


def test_an_article_has_tags_of_every_kind() -> None:
    tags = topics.tag(ARTICLE)
    assert [code for code, _, _ in tags.topics] == ["medtop:07000000"]
    assert tags.people == ("沈雨桐", "贺长河")  # the reporter first; who took the picture is not asked for
    assert tags.organisations == ("青栀县人民医院",)
    assert tags.places == ()
    assert "医生" in tags.keywords


def test_every_tag_shows_what_it_rests_on() -> None:
    tags = topics.tag(ARTICLE)
    evidence = {(one.term, one.where): one.count for _, _, reasons in tags.topics for one in reasons}
    assert evidence[("医生", "body")] == 1
    assert evidence[("医生", "subhead")] == 1
    mentions = {mention.name: mention for mention in tags.mentions}
    assert mentions["贺长河"].role == "青栀县人民医院院长"
    assert mentions["贺长河"].evidence == (Evidence("贺长河", 2, "body"),)
    assert mentions["青栀县人民医院"].kind == "organisations"
    assert {one.where for one in mentions["青栀县人民医院"].evidence} == {"headline", "body"}
    assert [mention.name for mention in tags.mentions if mention.kind == "people"] == list(tags.people)


ROLES = [
    ("澜溪市交通局桥梁处处长、总工程师贺长河介绍了工程。", "澜溪市交通局桥梁处处长、总工程师"),
    # Where she works stands before it with a 的, or not at all.
    ("澜溪大学的教授贺长河来了。", "教授"),
    ("教授贺长河来了。", "教授"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_a_role_is_the_titles_with_the_office_right_before_them(text: str, role: str) -> None:
    mentions = topics.tag(Article(body=(text,))).mentions
    assert [mention.role for mention in mentions if mention.name == "贺长河"] == [role]


def test_nothing_comes_of_nothing() -> None:
    assert topics.tag(Article()) == Tags()


def test_the_same_article_gives_the_same_tags() -> None:
    assert topics.tag(ARTICLE) == topics.tag(ARTICLE)


def test_topics_of_ones_own(own_topics: Path) -> None:
    before = topics.version()
    own_topics.write_text(
        '[[topic]]\ncode = "own:对口支援"\nlabel = "对口支援"\nstrong = ["医疗队"]\nusual = ["进驻"]\n',
        encoding="utf-8",
    )
    topics.use_topics(own_topics)
    assert {"own:对口支援", "medtop:07000000"} <= {code for code, _, _ in topics.tag(ARTICLE).topics}
    assert topics.labels()["own:对口支援"] == "对口支援"
    assert topics.version() != before
    topics.use_topics(None)
    assert topics.version() == before


def test_a_wrong_topics_file_changes_nothing(own_topics: Path) -> None:
    before = topics.version()
    own_topics.write_text("code = 5", encoding="utf-8")
    with pytest.raises(ArgumentError):
        topics.use_topics(own_topics)
    assert topics.version() == before


def test_the_name_of_a_university_makes_no_article_on_education_but_the_name_of_a_state_body_speaks() -> None:
    tunnel = Article(
        headline="海底隧道贯通",
        body=("隧道昨日贯通，通车后车程缩短。澜溪大学土木工程学院和澜溪第一中学附属医院的专家到场。",),
    )
    assert "medtop:05000000" not in {code for code, _, _ in topics.tag(tunnel).topics}
    summit = Article(headline="欧盟与东盟举行会谈", body=("欧盟和东盟的外长昨天会谈。",))
    evidence = {one.term for _, _, reasons in topics.tag(summit).topics for one in reasons}
    assert {"欧盟", "东盟"} <= evidence
