"""Which article a piece of text belongs to; see newsarchive/segment/kin/kinship.py."""

from __future__ import annotations

import pytest

from newsarchive.segment.kin.kinship import LEAST, MOST, MOST_PARAGRAPHS, NOBODY, Kinship, headed_by
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from newsarchive.segment.weights import BELONG, weighed

# Three articles of three paragraphs: fishing through the ice, a school's library, a new line of the underground.
FISHING = (
    "冬捕开始了，鱼把头在冰面上凿洞，渔网从冰眼下水。",
    "捞上来的鱼冻得梆硬，冰湖的水很冷，收网的人却热。",
    "冰湖上的鱼把头说，今年鱼群大，一网捞上来三万斤。",
)
READING = (
    "校园里的图书角有三千册童书，学生课间来读。",
    "借书的孩子要登记，校长说读完再写一页书评。",
    "图书角的童书都是学生家长捐的，读完的书评贴在墙上。",
)
LINE = (
    "新线路全长十八公里，设九座车站，预计明年通车。",
    "车站内增设无障碍电梯，线路与三条地铁换乘。",
    "通车以后，乘客从城东到城西换乘一次，只要半小时。",
)
PAGE = (*FISHING, *READING, *LINE)
ARTICLES = [frozenset(range(3)), frozenset(range(3, 6)), frozenset(range(6, 9))]


def kinship_of(*texts: str) -> Kinship:
    return Kinship(texts, Vocabulary([tokens(text) for text in texts]))


def belongs(kinship: Kinship, piece: range, members: list[frozenset[int]]) -> list[float]:
    return [kinship.belongs(piece, held, before=9) for held in members]


@pytest.mark.parametrize("piece", [range(1, 4), range(2, 5)])
def test_an_article_may_have_a_part_of_a_piece(piece: range) -> None:
    assert all(LEAST <= told <= MOST for told in belongs(kinship_of(*PAGE), piece, ARTICLES))


@pytest.mark.parametrize("k", range(9))
def test_a_paragraph_belongs_to_the_article_it_was_taken_from(k: int) -> None:
    found = belongs(kinship_of(*PAGE), range(k, k + 1), ARTICLES)
    assert max(range(3), key=found.__getitem__) == k // 3


@pytest.mark.parametrize("first", [0, 3, 6])
def test_more_of_an_article_tells_more(first: int) -> None:
    kinship, piece = kinship_of(*PAGE), range(first, first + 1)

    def ahead(members: list[frozenset[int]]) -> float:
        found = belongs(kinship, piece, members)
        own = found.pop(first // 3)
        return own - max(found)

    fewer = [frozenset(sorted(held)[:2]) for held in ARTICLES]
    assert ahead(ARTICLES) > ahead(fewer) > 0


def test_what_a_piece_has_of_its_own_does_not_count_for_its_article() -> None:
    # A paragraph on fishing that was given to the school's article: without itself that has nothing of it.
    wrong = [frozenset({0, 1}), frozenset({2, 3, 4, 5}), ARTICLES[2]]
    found = belongs(kinship_of(*PAGE), range(2, 3), wrong)
    assert found[0] > found[1]
    alone = belongs(kinship_of(*PAGE), range(2, 3), [frozenset({0, 1}), frozenset({3, 4, 5}), ARTICLES[2]])
    assert found == pytest.approx(alone)


def test_an_article_of_which_nothing_is_left_is_nobodys() -> None:
    kinship = kinship_of(*PAGE)
    assert belongs(kinship, range(3), ARTICLES)[0] == NOBODY
    assert belongs(kinship, range(1), [frozenset()]) == [NOBODY]
    assert kinship.like(range(3), ARTICLES[0]) == 0.0


def test_texts_without_characters_belong_nowhere_in_particular() -> None:
    kinship = kinship_of("。！", "？", "，，")
    assert belongs(kinship, range(1), [frozenset({1}), frozenset({2})]) == [NOBODY, NOBODY]


def test_who_asks_and_who_answers_speak_in_one_interview() -> None:
    # Nothing but who speaks tells where the last question belongs.
    asked = ("记者：水库清淤难在哪里？", "桑工：船进不来。", "记者：最后一个问题，您怎么看？", "桑工：慢慢来。")
    kinship = kinship_of(*FISHING, *asked)
    fishing, interview = frozenset(range(3)), frozenset({3, 4})
    told = [dict(kinship.measures(range(5, 7), held, before=7)) for held in (fishing, interview)]
    assert [measures["speakers"] for measures in told] == [0.0, 1.0]
    assert belongs(kinship, range(5, 7), [fishing])[0] < belongs(kinship, range(5, 7), [interview])[0]
    assert dict(kinship.measures(range(1), interview, before=7))["speakers"] == 0.0


def test_what_has_too_many_paragraphs_is_no_page() -> None:
    texts = [FISHING[n % 3] for n in range(MOST_PARAGRAPHS + 1)]
    assert belongs(kinship_of(*texts), range(1), [frozenset({1, 2})]) == [NOBODY]


def test_the_sum_is_that_of_the_measures() -> None:
    kinship, piece = kinship_of(*PAGE), range(4, 6)
    told = [kinship.measures(piece, held, before=9) for held in ARTICLES]
    assert belongs(kinship, piece, ARTICLES) == [max(LEAST, min(MOST, weighed(BELONG, one))) for one in told]
    assert {name for one in told for name, _ in one} == set(BELONG) == {"like", "words", "signs", "speakers"}


def test_the_order_of_the_articles_makes_no_difference() -> None:
    kinship = kinship_of(*PAGE)
    there = belongs(kinship, range(1, 2), ARTICLES)
    assert belongs(kinship_of(*PAGE), range(1, 2), ARTICLES[::-1]) == there[::-1]


@pytest.mark.parametrize(("title", "article"), [("冰湖收网忙", 0), ("同学捐来一角书香", 1), ("坐地铁横穿全城", 2)])
def test_a_headline_is_that_of_the_text_that_shares_its_characters(title: str, article: int) -> None:
    kinship = kinship_of(*PAGE)
    found = [kinship.headed(title, held) for held in ARTICLES]
    assert max(range(3), key=found.__getitem__) == article


def test_a_headline_is_asked_of_an_article_as_if_it_had_a_piece_or_not() -> None:
    kinship, title = kinship_of(*PAGE), "冰湖收网忙"
    two, third = frozenset({0, 1}), frozenset({2})
    assert kinship.headed(title, two, third, 1) == pytest.approx(kinship.headed(title, ARTICLES[0]))
    assert kinship.headed(title, ARTICLES[0], third, -1) == pytest.approx(kinship.headed(title, two))


def test_a_headline_is_asked_of_a_caption_as_of_a_paragraph() -> None:
    kinship, title = kinship_of(*PAGE), "冰湖收网忙"
    assert headed_by(title, PAGE[0]) == pytest.approx(kinship.headed(title, frozenset({0})))
    assert headed_by(title, "") == LEAST


@pytest.mark.parametrize("title", ["", "？！", "冰湖收网忙"])
def test_a_headline_is_hardly_that_of_no_text(title: str) -> None:
    assert kinship_of(*PAGE).headed(title, frozenset()) == LEAST
