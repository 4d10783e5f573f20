from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.browse.changes import Stretch, changes

CASES = [
    # then, now, the changed paragraphs: -gone- and +new+
    ("裁减1500个岗位。", "裁减1800个岗位。", ["裁减1-5-+8+00个岗位。"]),
    ("一\n二\n三", "一\n三", ["-二-"]),
    ("一\n三", "一\n二\n三", ["+二+"]),
    ("", "新标题", ["+新标题+"]),
    ("同\n异甲\n同", "同\n异乙\n同", ["异-甲-+乙+"]),
    ("同", "同", []),
]


def shown(stretches: list[Stretch]) -> str:
    signs = {"same": "", "gone": "-", "new": "+"}
    return "".join(f"{signs[each.what]}{each.text}{signs[each.what]}" for each in stretches)


@pytest.mark.parametrize(("then", "now", "expected"), CASES)
def test_changed_paragraphs_with_what_went_and_what_came(then: str, now: str, expected: list[str]) -> None:
    assert [shown(stretches) for stretches in changes(then, now)] == expected


@given(st.text(st.sampled_from("一二三\n"), max_size=30), st.text(st.sampled_from("一二三\n"), max_size=30))
def test_both_states_can_be_read_from_the_stretches(then: str, now: str) -> None:
    for state, other, text in (("gone", "new", then), ("new", "gone", now)):
        parts = ["".join(each.text for each in block if each.what != other) for block in changes(then, now)]
        assert all(part in text for part in parts), state
    assert bool(changes(then, now)) == (then != now)


def test_a_change_far_down_is_shown() -> None:
    text = "\n".join(f"第{number}段，{'字' * 100}" for number in range(200))
    (changed,) = changes(text, text.replace("第199段", "末段"))
    assert shown(changed).startswith("-第199-+末+段")


def test_long_texts_are_no_long_wait() -> None:
    started = time.process_time()
    changes("大" * (1 << 20), "小" * (1 << 20))
    changes("\n" * (1 << 20), "\n" * (1 << 19))
    changes("\n".join("一" * 1000), "\n".join("一二" * 500))
    changes("一二" * 1000, "二一" * 1000)
    assert time.process_time() - started < 2
