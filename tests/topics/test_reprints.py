"""Reprints: the same story under another headline, shortened, in another typography; never two stories of one event."""

from __future__ import annotations

from newsarchive.topics.reprints import grams, group_reprints, likeness

AGENCY = (
    "受季风影响，南部多地连日来遭遇强降雨，部分地区发生洪涝灾害。截至十九日，灾害已造成二十一人死亡，六万多人被紧急转移安置。"
    "当地气象部门预计，强降雨天气还将持续三至四天，并提醒民众远离河道和低洼地带。救援人员已经抵达受灾最重的三个县。"
)
SHORTENED = AGENCY[:70]
RESET = AGENCY.replace("，", ", ").replace("二十一", "二十二")
OTHER_REPORT = (
    "南部强降雨引发的洪涝灾害仍在继续。记者在受灾最重的县城看到，街道积水超过一米，居民用木板扎成筏子出行。"
    "气象部门说，雨还要下三四天。截至十九日，死亡人数升至二十一人，转移人数超过六万。"
)


def test_a_reprint_is_found_however_it_is_set_or_shortened_and_the_first_printer_named() -> None:
    stories = group_reprints(
        [("c-3", "2023-11-21", RESET), ("a-1", "2023-11-20", AGENCY), ("b-2", "2023-11-20", SHORTENED)]
    )
    assert [story.articles for story in stories] == [("a-1", "b-2", "c-3")]
    # Two papers printed it on the first day: both are named.
    assert stories[0].first == ("a-1", "b-2")
    assert stories[0].likeness["b-2"] == 1.0
    assert 0.5 <= stories[0].likeness["c-3"] < 1.0


def test_two_reports_of_one_event_are_two_stories() -> None:
    assert group_reprints([("a", "2023-11-20", AGENCY), ("b", "2023-11-20", OTHER_REPORT)]) == ()


def test_short_notices_that_are_alike_by_form_are_left_alone() -> None:
    notice = "遗失营业执照副本，声明作废。"
    assert group_reprints([("a", "2023-11-20", notice), ("b", "2023-11-21", notice)]) == ()


def test_order_of_the_input_does_not_matter_and_every_article_has_one_story() -> None:
    articles = [
        ("a", "2023-11-20", AGENCY),
        ("b", "2023-11-21", SHORTENED),
        ("c", "2023-11-22", OTHER_REPORT * 2),
        ("d", "2023-11-23", OTHER_REPORT),
    ]
    stories = group_reprints(articles)
    assert stories == group_reprints(reversed(articles))
    assert [story.articles for story in stories] == [("a", "b"), ("c", "d")]


def test_likeness_is_of_the_shorter_text_and_zero_for_nothing() -> None:
    assert likeness(grams(SHORTENED), grams(AGENCY)) == 1.0
    assert likeness(grams(""), grams(AGENCY)) == 0.0
    assert grams("一 二，三四五六七八") == {"一二三四五六七", "二三四五六七八"}
