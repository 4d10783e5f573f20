"""Topics: by terms at the borders of words, the headline first, comparable between short and long articles."""

from __future__ import annotations

import pytest

from newsarchive.text import words
from newsarchive.topics import terms
from newsarchive.topics.score import find_terms, score_topics


def codes(headline: str, body: str = "") -> list[str]:
    fields = {"headline": words.cut(headline), "body": words.cut(body)}
    return [code for code, _, _ in score_topics(fields, terms.load())]


def test_a_term_stands_at_the_borders_of_words_and_the_longest_wins() -> None:
    # 工业互联网 is one term of three words, not 互联网; 大学 is no word of 大学生.
    assert list(find_terms(["工业", "互联网", "和", "大学生"], terms.load())) == ["工业互联网", "大学生"]


# One topic clearly, several, none: sentences as papers write them.
CASES = [
    ("市中级人民法院一审宣判", "被告人犯诈骗罪，被判处有期徒刑三年。", ["medtop:02000000"]),
    ("中国队三比零夺冠", "决赛中，主教练派出了全部主力球员，女排姑娘们赢得金牌。", ["medtop:15000000"]),
    ("寒潮来袭", "气象台预计，未来三天最低气温降至零下五摄氏度，有大风和暴雪。", ["medtop:17000000"]),
    ("他在等一封信", "他把信折好，又打开看了一遍。", []),
    ("", "", []),
]


@pytest.mark.parametrize(("headline", "body", "expected"), CASES)
def test_topics_of_a_short_article(headline: str, body: str, expected: list[str]) -> None:
    assert [code for code in codes(headline, body) if code.endswith("000000")] == expected


def test_two_topics_when_an_article_is_about_both() -> None:
    found = codes(
        "电信诈骗案宣判 银行追回存款",
        "法院判决后，银行把存款退还给储户，并提醒理财和贷款中的风险。检察官出庭支持公诉。",
    )
    assert {"medtop:02000000", "medtop:04000000"} <= set(found)


def test_a_headline_counts_more_than_the_body() -> None:
    def score(headline: str, body: str) -> float:
        fields = {"headline": words.cut(headline), "body": words.cut(body)}
        return {code: score for code, score, _ in score_topics(fields, terms.load())}.get("medtop:07000000", 0.0)

    filler = "他们来到这里已经很久了，谁也说不清是哪一年。" * 3
    assert score("医院 医生 疫苗", filler) > score("", "医院 医生 疫苗" + filler)


def test_a_narrower_topic_comes_with_the_one_above_it_and_evidence_adds_up() -> None:
    fields = {
        "headline": words.cut("光伏电站并网"),
        "body": words.cut("光伏和风电等可再生能源发电，光伏占一半。太阳能组件出口增长。"),
    }
    found = {code: (score, evidence) for code, score, evidence in score_topics(fields, terms.load())}
    assert {"medtop:04000000", "medtop:20000257"} <= set(found)
    assert all(0 < score <= 1 for score, _ in found.values())
    seen = {(one.term, one.where): one.count for one in found["medtop:20000257"][1]}
    assert seen[("光伏", "body")] == 2
    assert seen[("光伏电站", "headline")] == 1


def test_a_long_article_needs_more_than_a_passing_mention() -> None:
    story = "他把信折好，又打开看了一遍。村口的路灯亮了，谁也没有说话。" * 40
    assert codes("那年冬天", story + "路过医院时，他停了停。") == []


def test_a_topic_of_one_term_is_given_for_a_headline_not_for_a_passing_mention() -> None:
    own = terms.Vocabulary(
        {"own:夜校": terms.Topic("own:夜校", "夜校", "夜校", "own:夜校", {"夜校": 2.0})},
        {"夜校": (("own:夜校", 2.0),)},
        "",
    )
    body = words.cut("他们来到这里已经很久了，谁也说不清是哪一年。" * 30)
    assert score_topics({"headline": [], "body": ["夜校", *body]}, own) == ()
    assert [code for code, _, _ in score_topics({"headline": ["夜校"], "body": body}, own)] == ["own:夜校"]
