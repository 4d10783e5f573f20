"""Printed page labels and dates, as sites write them."""

from __future__ import annotations

import pytest

from newsarchive.epaper.labels import date_of, label_key, parse_label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第01版：要闻", ("01", "要闻")),
        ("第01版 要闻", ("01", "要闻")),
        ("01版：头版", ("01", "头版")),
        ("A01： 头版", ("A01", "头版")),  # no 版 at all
        ("(GA01) 科技", ("GA01", "科技")),
        ("[01]:头版", ("01", "头版")),
        ("第JSA01版：江苏", ("JSA01", "江苏")),
        ("第0607版：跨版", ("0607", "跨版")),  # two printed pages as one
        ("第06-07版 专题", ("06-07", "专题")),
        ("第00001版", ("00001", "")),
        ("第０１版：要闻", ("01", "要闻")),  # full-width digits
        ("第1版:\u00a0国际", ("1", "国际")),
        ("第一版：要闻", ("01", "要闻")),
        ("第十二版", ("12", "")),
        ("01", ("01", "")),
    ],
)
def test_a_directory_entry_gives_label_and_section(text: str, expected: tuple[str, str]) -> None:
    assert parse_label(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "4下一版",  # the 4 is an arrow of a symbol font
        "上一版3",
        "返回目录",
        "下载第01版PDF",
        "2023年11月21日",
        "5G应用加速落地",
        "3成居民用上新能源车",
        "要闻",
        "",
    ],
)
def test_what_is_no_directory_entry_gives_none(text: str) -> None:
    assert parse_label(text) is None


def test_labels_compare_without_leading_zeros_and_case() -> None:
    assert label_key("A01") == label_key("a1") != label_key("A10")
    assert label_key("00001") == label_key("1")
    assert label_key("10") == "10"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年11月21日　星期二", "2023-11-21"),
        ("2023-1-2", "2023-01-02"),
        ("2017-October-16", "2017-10-16"),
        ("2023 年 11 月 21 日", "2023-11-21"),
        ("2023-11-21 00:00:00:0", "2023-11-21"),
        ("2023年2月30日", ""),  # never was
        ("第8453期", ""),
    ],
)
def test_dates_as_pages_print_them(text: str, expected: str) -> None:
    assert date_of(text) == expected
