"""How the lines of a raw dump were set."""

from __future__ import annotations

from newsarchive.segment.lines.setting import Setting, setting_of


def test_blanks_of_any_kind_set_lines_apart() -> None:
    assert setting_of("县\u00a0医\u00a0院\u00a0里\n县医院里\n县 医 院 里").apart == {0, 2}


def test_where_all_lines_are_set_apart_none_is() -> None:
    assert setting_of("县 医 院 里\n" * 20).apart == frozenset()
    assert setting_of("县 医 院 里\n" * 10 + "县医院里\n" * 10).apart == set(range(10))
    assert setting_of("县 医 院 里\n" * 3).apart == set(range(3))


def test_a_wide_point_that_is_a_full_stop_is_no_figure() -> None:
    assert setting_of("大坝合龙．\n２０２３年4月．").wide == {1: 4 / 5}


def test_what_is_set_apart_has_no_width_of_its_own() -> None:
    raw = "大桥长１２００米，主塔高９６米\n大桥长1200米\n１ ２ ０ ０ 米 长 桥\n"
    assert setting_of(raw) == Setting(frozenset({2}), {0: 1.0})


def test_lines_are_numbered_from_where_a_part_begins() -> None:
    setting = Setting(frozenset({2, 7}), {5: 0.5})
    assert setting.behind(5) == Setting(frozenset({-3, 2}), {0: 0.5})
