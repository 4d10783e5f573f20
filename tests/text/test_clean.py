"""Cleaning as a whole: receipts, lines, idempotence, prose, speed."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.model import Edit
from newsarchive.text.clean import apply, clean, clean_prose, explain, origins

ISSUE = Path(__file__).parents[2] / "fixtures" / "issue" / "cena-2023-11-21-p01.txt"

# Everything that some rule looks at, so that random text meets the rules often.
ALPHABET = (
    "王芳摄图文记者讯电中国一二天  　\t\u00a0，。、；（）“”：１Ａ％．／1A.%\r\n\f\v\x85\u2028\u200b\ufeff\ue000\x02⼀豈"
)
TEXTS = st.text(alphabet=ALPHABET, max_size=60) | st.text(alphabet="王芳摄天 ，。", max_size=40) | st.text(max_size=40)
LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


@given(TEXTS)
def test_clean_keeps_its_promises(raw: str) -> None:
    cleaned = clean(raw)
    assert apply(raw, cleaned.edits) == cleaned.text
    assert clean(cleaned.text).edits == ()
    assert cleaned.text.count("\n") == len(LINE_END.findall(raw))
    assert all(a.end <= b.start for a, b in zip(cleaned.edits, cleaned.edits[1:], strict=False))
    assert all(edit.start < edit.end and edit.rule for edit in cleaned.edits)
    assert not re.search("[^\n]*[\r\v\f\t\u00a0\u3000\u200b\ue000\x02]| $", cleaned.text, re.MULTILINE)


@given(TEXTS)
def test_origins_lead_back_to_the_raw_text(raw: str) -> None:
    cleaned = clean(raw)
    places = list(origins(cleaned))
    assert len(places) == len(cleaned.text) + 1
    assert places == sorted(places)
    assert places[-1] == len(raw)
    replaced = {place for edit in cleaned.edits for place in range(edit.start, edit.end)}
    for character, place in zip(cleaned.text, places[:-1], strict=True):
        assert raw[place] == character or place in replaced


@given(TEXTS)
def test_clean_prose_has_no_lines_and_keeps_its_receipts(raw: str) -> None:
    cleaned = clean_prose(raw)
    assert apply(raw, cleaned.edits) == cleaned.text
    assert clean_prose(cleaned.text).edits == ()
    assert not LINE_END.search(cleaned.text)
    assert cleaned.text == cleaned.text.strip(" ")
    assert "  " not in cleaned.text


@given(TEXTS)
def test_explain_tells_every_edit(raw: str) -> None:
    cleaned = clean(raw)
    lines = cleaned.text.split("\n")
    told = set()
    for number, _, clean_line, rules in explain(cleaned):
        assert clean_line == lines[number - 1]
        told.update(rules)
    assert told == {edit.rule for edit in cleaned.edits}


@pytest.mark.parametrize(
    ("raw", "text", "edits"),
    [
        # It is as plain as it gets: cleaning went round and round on it once.
        ("山\ufa11", "山\ufa11", []),
        ("甲\r\n乙\r丙", "甲\n乙\n丙", [Edit(1, 2, "", "line-end"), Edit(4, 5, "\n", "line-end")]),
        ("\ufeff甲", "甲", [Edit(0, 1, "", "invisible")]),
        ("２０２３年", "2023年", [Edit(0, 4, "2023", "half-width")]),
        ("　　甲", "  甲", [Edit(0, 2, "  ", "blank")]),
        # The rule that came last decided: the wide blank is gone because the line is letter-spaced.
        ("甲　乙 丙 丁", "甲乙丙丁", [Edit(1, 2, "", "letter-spacing"), Edit(3, 4, "", "letter-spacing"),
                                Edit(5, 6, "", "letter-spacing")]),
        ("王弋王弋摄摄", "王弋摄", [Edit(2, 4, "", "doubled-text"), Edit(5, 6, "", "doubled-text")]),
        ("", "", []),
    ],
)  # fmt: skip
def test_clean_gives_receipts(raw: str, text: str, edits: list[Edit]) -> None:
    cleaned = clean(raw)
    assert cleaned.text == text
    assert list(cleaned.edits) == edits


def test_origins_follow_replacements_and_deletions() -> None:
    assert list(origins(clean("２３ 　年"))) == [0, 1, 2, 3, 4, 5]
    assert list(origins(clean("王弋王弋摄摄"))) == [0, 1, 4, 6]
    assert list(origins(clean("\t甲"))) == [0, 0, 1, 2]


def test_explain_names_line_and_rules() -> None:
    told = list(explain(clean("甲\n１ \r\n王弋王弋摄摄")))
    assert told == [
        (2, "１ ", "1", ("half-width", "trailing-blank", "line-end")),
        (3, "王弋王弋摄摄", "王弋摄", ("doubled-text",)),
    ]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("　　本报讯\n 近日，省里召开会议。 ", "本报讯 近日，省里召开会议。"),
        ("流感高发　专家提醒做好防护", "流感高发 专家提醒做好防护"),
        ("金  秋\r\n时节", "金 秋 时节"),
        ("Sam\nAltman 说", "Sam Altman 说"),
        ("&nbsp;", "&nbsp;"),  # markup is not its business
        ("", ""),
    ],
)
def test_clean_prose(raw: str, expected: str) -> None:
    assert clean_prose(raw).text == expected


def test_issue_keeps_every_line_and_changes_only_what_it_should() -> None:
    raw = ISSUE.read_text(encoding="utf-8")
    cleaned = clean(raw)
    assert cleaned.text.count("\n") == raw.count("\n")
    assert [(line.raw, line.clean) for line in explain(cleaned)] == [
        ("部有关 司 局 负 责 同 志 参 加", "部有关司局负责同志参加"),
        ("调 研 。 （耀 文）", "调研。 （耀 文）"),
        ("择）、HumanEval（代 码 完 成）、", "择）、HumanEval（代码完成）、"),
        ("王弋王弋摄摄", "王弋摄"),
    ]


def test_clean_is_linear() -> None:
    raw = ISSUE.read_text(encoding="utf-8")

    def seconds(text: str) -> float:
        started = time.process_time()
        clean(text)
        return time.process_time() - started

    spaced = " ".join(raw.replace("\n", ""))
    for sample in (
        raw,
        raw.replace("\n", ""),
        spaced,
        "王 " * 5000,
        "天" * 10000,
        "（ " * 5000,
        "１" * 20000,
        "王弋" * 9999,
    ):
        # Eight times the text may take thirty times as long before it is called quadratic (that would be 64).
        assert seconds(sample * 8) < 30 * max(seconds(sample), 0.002)
