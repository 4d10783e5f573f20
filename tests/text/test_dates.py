"""Dates and page labels: the forms that are read, and what only looks like one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.errors import InputError
from newsarchive.text.dates import find_date, masthead, read_date, read_label

DAY = date(2023, 11, 21)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年11月21日", DAY),
        ("2023年11月21日 星期二", DAY),
        ("2023年11月21日（星期二）", DAY),
        ("2023年11月21日 周二", DAY),
        ("２０２３年１１月２１日　星期二", DAY),
        ("2 0 2 3 年 1 1 月 2 1 日 星 期 二", DAY),
        ("二〇二三年十一月二十一日", DAY),
        ("二○二三年十一月廿一日 星期二", DAY),
        ("二零二三年十一月二十一日", DAY),
        ("二〇一〇年元月卅一日", date(2010, 1, 31)),
        ("一九四九年十月一日", date(1949, 10, 1)),
        ("民国三十八年五月二十七日", date(1949, 5, 27)),
        ("中華民國112年11月21日", DAY),
        ("2023年1月2日", date(2023, 1, 2)),
        ("20231121", DAY),
        ("2023-11-21", DAY),
        ("2023/11/21", DAY),
        ("2023.11.21", DAY),
        ("2023_11_21", DAY),
        # Not dates, or not whole ones.
        ("2023年11月", None),
        ("11月21日", None),
        ("2023-11/21", None),
        ("99999999", None),
        ("13920231121", None),
        ("18001121", None),  # eight digits of a year without newspapers
        ("今天是2023年11月21日", None),
        ("十月初九", None),
        ("农历癸卯年十月初九", None),
        ("", None),
    ],
)
def test_read_date(text: str, expected: date | None) -> None:
    assert read_date(text) == expected


@pytest.mark.parametrize(
    "text", ["2023年2月30日", "2023-13-01", "20230431", "二〇二三年十一月三十一日", "2023年11月21日 星期三", "2023.0.1"]
)
def test_read_date_refuses_days_that_never_were(text: str) -> None:
    with pytest.raises(InputError, match="no such date") as raised:
        read_date(text)
    assert raised.value.code == "no-such-date"


NUMERALS = "〇一二三四五六七八九"
WEEKDAYS = "一二三四五六日"


def in_han(number: int) -> str:
    """Write a number up to 99 as a date does."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else NUMERALS[tens]) + ("十" if tens else "") + (NUMERALS[ones] if ones else "")


@given(st.dates(min_value=date(1912, 1, 1), max_value=date(2100, 12, 31)))
def test_read_date_reads_every_day_in_every_form(day: date) -> None:
    year = "".join(NUMERALS[int(digit)] for digit in str(day.year))
    weekday = WEEKDAYS[day.weekday()]
    for text in (
        day.isoformat(),
        day.strftime("%Y%m%d"),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month:02d}月{day.day:02d}日 星期{weekday}",
        f"{year}年{in_han(day.month)}月{in_han(day.day)}日 星期{weekday}",
        " ".join(f"{day.year}年{day.month}月{day.day}日星期{weekday}"),
    ):
        assert read_date(text) == day
    tomorrow = WEEKDAYS[(day + timedelta(days=1)).weekday()]
    with pytest.raises(InputError):
        read_date(f"{day.year}年{day.month}月{day.day}日 星期{tomorrow}")


@given(st.text(alphabet="0123456789年月日一二三十〇-/. 星期第版", max_size=20))
def test_read_date_gives_a_date_none_or_its_reason(text: str) -> None:
    code, found = "no-such-date", None
    try:
        found = read_date(text)
    except InputError as error:
        code = error.code
    assert code == "no-such-date"
    assert found is None or str(found.year) in text or not text.isascii()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cena-2023-11-21-p01", (DAY, 5, 15)),
        ("20231121-04", (DAY, 0, 8)),
        ("人民日报2023年11月21日第4版", (DAY, 4, 15)),
        ("13920231121", None),
        ("2023-11-21至2023-11-22", None),  # two dates say neither
        ("issue", None),
    ],
)
def test_find_date(name: str, expected: tuple[date, int, int] | None) -> None:
    assert find_date(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", "01"),
        ("01", "01"),
        ("001", "01"),
        ("12", "12"),
        ("a1", "A1"),
        ("A01", "A01"),
        ("T1", "T1"),
        ("第1版", "01"),
        ("第 0 1 版", "01"),
        ("第01版", "01"),
        ("01版", "01"),
        ("A01版", "A01"),
        ("Ａ０１版", "A01"),
        ("第四版", "04"),
        ("第十二版", "12"),
        ("四", "04"),
        # Not labels.
        ("今日8版", None),
        ("第1234期", None),
        ("1234", None),
        ("A", None),
        ("要闻", None),
        ("A-1", None),
        ("", None),
    ],
)
def test_read_label(text: str, expected: str | None) -> None:
    assert read_label(text) == expected


BODY = "本报讯 近日，省里召开会议，\n部署明年工作。\n" * 5


@pytest.mark.parametrize(
    ("text", "day", "label"),
    [
        # Front page: date with weekday, no label.
        ("云 泽 日 报\n2023年11月21日 星期二\n农历癸卯年 第3484期 今日4版\n" + BODY, DAY, None),
        # Inner page, each on a line of its own, first or last.
        ("第4版\n视 野\n2023年11月21日 星期二\n责任编辑：国栋 版式：单弦\n" + BODY, DAY, "04"),
        (BODY + "2023年11月21日 星期二\r\n\r\n第4版\r\n", DAY, "04"),
        ("A01版\n2023年11月21日 星期二\n" + BODY, DAY, "A01"),
        ("要闻·综合\n第\n2\n版\n2023年11月21日 星期二\n" + BODY, DAY, "02"),
        ("7\n社 会\n2023年11月21日 星期二\n" + BODY, DAY, "07"),
        # All in one line.
        ("第4版 视 野 2023年11月21日 星期二 责任编辑：国栋 版式：单弦 北辰工业报\n" + BODY, DAY, "04"),
        ("5 要 闻 2023年11月21日 星期二 责任编辑：国栋\n" + BODY, DAY, "05"),
        (BODY + "2 0 2 3 年 1 1 月 2 1 日 星 期 二\n", DAY, None),
        ("二〇二三年十一月二十一日 星期二\n第十二版 副刊\n" + BODY, DAY, "12"),
        ("2023年11月21日\n星期二\n" + BODY, DAY, None),
        ("星期二 2023年11月21日\n" + BODY, DAY, None),
        ("人民日报\n2023年11月\n21\n星期二\n第27545期（代号1-1）\n今日20版\n" + BODY, DAY, None),
        ("2023年\n11月21日\n星期二\n" + BODY, DAY, None),
        ("2023.11.21 星期二 A04\n" + BODY, DAY, "A04"),
        ("2023-11-21 星期二\n责编 王芳\n" + BODY, DAY, None),
        ("2023年11月21日 星期二 编辑/王芳 04\n" + BODY, DAY, "04"),
        ("第04版：要闻\n" + BODY, None, "04"),
        ("要闻04\n2023年11月21日 星期二\n" + BODY, DAY, "04"),
        ("A04 经济·财经\n2023年11月21日 星期二\n" + BODY, DAY, "A04"),
        # A bare date counts on top only: below it dates a notice.
        ("云泽日报\n2023年11月21日\n" + BODY, DAY, None),
        (BODY + "特此公告。\n云泽市水务公司\n2023年11月20日\n", None, None),
        ("2023年11月21日 星期二\n" + BODY + "2023年11月20日\n", DAY, None),
        # Two different dates with weekdays say neither; nor do two labels.
        ("2023年11月21日 星期二\n" + BODY + "2023年11月22日 星期三\n", None, None),
        ("第1版\n第2版\n" + BODY, None, None),
        # Numbers beside the date that count something else.
        ("2023年11月21日 星期二\n16度以上\n310家\n" + BODY, DAY, None),
        # Prose and jump lines say nothing.
        ("2023年11月\n他来到北京\n" + BODY, None, None),
        ("2023年11月21日，省里召开会议\n" + BODY, None, None),
        ("会议于2023年11月21日 星期二召开。\n", None, None),
        (BODY + "（下转第4版）\n（上接第1版）他说\n", None, None),
        ("详见第3版\n今日8版\n第6556期\n16 度以上\n" + BODY, None, None),
        ("第1版金壮龙到西北工业大学调研座谈会在京举行\n" + BODY, None, None),
        ("一九七八年，他来到北京\n", None, None),
        ("", None, None),
    ],
)
def test_masthead(text: str, day: date | None, label: str | None) -> None:
    assert masthead(text) == (day, label)


def test_masthead_refuses_a_wrong_date_only_if_no_other_stands_there() -> None:
    with pytest.raises(InputError, match="2023-11-21 is a 星期二"):
        masthead("2023年11月21日 星期三\n" + BODY)
    assert masthead("2023年11月21日 星期三\n2023年11月21日 星期二\n" + BODY).date == DAY
