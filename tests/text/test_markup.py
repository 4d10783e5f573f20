"""What a program put around the text goes; what only looks like it stays."""

import pytest

from newsarchive.text.clean import apply, clean
from newsarchive.text.markup import is_marked_up


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("&ldquo;春耕&rdquo;&nbsp;开始&#12290;", "“春耕” 开始。"),
        ("&amp;quot;好", '"好'),
        ("一行&#10;二行&unknown;AT&T;", "一行&#10;二行&unknown;AT&T;"),
        ("<p class='a'>大坝<br/>合龙</P>", "大坝合龙"),
        ("3<5，7>2，<春耕>", "3<5，7>2，<春耕>"),
        ("## 大坝合龙", "大坝合龙"),
        ("# **大坝**合龙", "大坝合龙"),
        ("#春耕# 开始了", "#春耕# 开始了"),
        ("# 春耕 #", "# 春耕 #"),
        ("> 大坝合龙", "大坝合龙"),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
    ],
)
def test_markup(raw: str, text: str) -> None:
    made = clean(raw)
    assert made.text == text
    assert apply(made.raw, made.edits) == text
    assert not clean(text).edits
    assert is_marked_up(raw)


def test_plain_lines_pass() -> None:
    assert not is_marked_up("本报讯（记者 王山） 大坝昨日合龙。")
