"""The tagger's quality and cost may only get better. `python -m tests.quality.tag_scores` prints the figures."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from bench.tagging import quickest, ratio
from newsarchive import topics
from newsarchive.model import Article
from newsarchive.topics import terms
from tests.quality import tag_scores

FLOORS = tomllib.loads((Path(__file__).parent / "tag_floors.toml").read_text("utf-8"))
ALL = [(half, kind) for half in FLOORS for kind in tag_scores.KINDS]
# Tagging a page may cost this many times what jieba takes to cut it.
COST = 6


@cache
def scores() -> dict[tuple[str, str], tag_scores.Count]:
    return tag_scores.scores()


@pytest.mark.parametrize(("half", "kind"), ALL)
def test_quality_does_not_fall(half: str, kind: str) -> None:
    # Floors are cut to two decimals, so is what is compared.
    assert scores()[half, kind].f1 >= FLOORS[half][kind]


def test_the_labels_are_whole() -> None:
    labels, articles = tag_scores.labels(), tag_scores.articles()
    assert len(labels) == 5 + 51 + 24 + 25 + 15 + 10
    # Some articles stand on the bench both whole and as parts; the parts are labelled.
    assert {name for name in articles if not name.endswith("_whole")} == set(labels)
    codes = set(terms.load().topics)
    for name, label in labels.items():
        text = "\n".join((articles[name].headline, articles[name].byline, articles[name].kicker, *articles[name].body))
        assert {*label["topics"], *label["narrower"], *label["doubtful"].get("topics", ())} <= codes
        for kind in ("people", "organisations", "places"):
            for tag in label[kind]:
                assert any(form in text for form in tag.split("|")), (name, tag)


def test_the_parts_share_no_story() -> None:
    stories: dict[str, set[str]] = {part: set() for part in tag_scores.PARTS}
    for label in tag_scores.labels().values():
        stories[tag_scores.half(label)].add(label["story"])
    assert len(set().union(*stories.values())) == sum(map(len, stories.values()))
    sizes = {"tuning": 24, "untouched": 30, "fresh": 24, "blind2": 25, "blind3": 15, "blind4": 10}
    assert {part: len(of_part) for part, of_part in stories.items()} == sizes


def test_the_judge_is_strict() -> None:
    assert tag_scores.judge(["a|b", "c"], ["d"], ["b", "d", "e"]) == (1, ["e"], ["c"])
    # Two forms of one name are one right and one wrong.
    assert tag_scores.judge(["a|b"], [], ["a", "b"]) == (1, ["b"], [])


def test_tagging_costs_at_most_six_cuts() -> None:
    assert ratio(list(tag_scores.articles().values())) <= COST


def test_a_text_many_times_as_long_costs_as_many_times_as_much() -> None:
    body = [paragraph for article in tag_scores.articles().values() for paragraph in article.body]
    once, often = Article(headline="标题", body=tuple(body)), Article(headline="标题", body=tuple(body * 8))
    topics.tag(once)
    # Twice the proportion, for a machine that is busy with something else.
    assert quickest(lambda: topics.tag(often), 1) <= 2 * 8 * quickest(lambda: topics.tag(once), 3)
