"""Key phrases: runs of words that a reader would underline."""

from __future__ import annotations

from newsarchive.text import words
from newsarchive.topics.keywords import keywords


def phrases(headline: str, body: str, **leave: tuple[str, ...]) -> tuple[str, ...]:
    return keywords(words.cut(headline), words.cut(body), **leave)


BODY = (
    "大会围绕“5G+工业互联网”展开。推进新型工业化，要用好“5G+工业互联网”。与会者认为，新型工业化是关键任务，"
    "“5G+工业互联网”让车间更聪明。"
)


def test_a_phrase_of_several_words_comes_before_its_parts() -> None:
    found = phrases("5G+工业互联网大会举行", BODY)
    assert found[0] == "5G+工业互联网"
    assert "新型工业化" in found
    assert not {"工业互联网", "互联网", "5G", "工业化"} & set(found)


def test_small_words_numbers_and_dates_are_no_phrases() -> None:
    found = phrases("他们在11月20日又去了", "他们在11月20日又去了，因为三个人都说可以。但是我们不去。")
    assert found == ()


def test_names_are_left_out_or_given_whole() -> None:
    text = "沈明远到澜溪大学调研。澜溪大学调研结束后，沈明远说，澜溪大学办得好。"
    found = phrases("沈明远到澜溪大学调研", text, leave_out=("沈明远",), whole=("澜溪大学",))
    assert not any("沈" in phrase for phrase in found)
    assert "澜溪大学调研" not in found


def test_as_many_as_asked_for_and_the_same_each_time() -> None:
    assert len(keywords(words.cut("新型工业化"), words.cut(BODY), how_many=2)) == 2
    assert phrases("大会", BODY) == phrases("大会", BODY)
