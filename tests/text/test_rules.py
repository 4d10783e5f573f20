"""The character rules, one by one."""

import pytest

from newsarchive.text.rules import CHARACTER_RULES, Change, is_odd, spans_to_changes

RULES = {rule.name: rule for rule in CHARACTER_RULES}


@pytest.mark.parametrize(
    ("name", "line", "changes"),
    [
        ("half-width", "第１版", [(1, 2, "1")]),
        ("half-width", "９.１％", [(0, 1, "9"), (2, 3, "1"), (3, 4, "%")]),
        (
            "half-width",
            "３．５和１／２",
            [(0, 1, "3"), (1, 2, "."), (2, 3, "5"), (4, 5, "1"), (5, 6, "/"), (6, 7, "2")],
        ),
        ("half-width", "５Ｇ＋工业", [(0, 1, "5"), (1, 2, "G")]),  # ＋ is a mark of the headline and stays
        ("half-width", "（一）：，。！", []),  # Chinese punctuation stays Chinese
        ("half-width", "百分之％", []),  # no number before it
        ("half-width", "文／图", []),
        ("invisible", "工\u200b业\ufeff", [(1, 2, ""), (3, 4, "")]),
        ("invisible", "工\u00ad\u200d业", [(1, 3, "")]),
        ("private-use", "\ue000■本报记者", [(0, 1, "")]),
        ("control", "工\x02业", [(1, 2, "")]),
        ("blank", "　　本报", [(0, 1, " "), (1, 2, " ")]),  # an indent of two characters stays an indent of two
        ("blank", "年\u00a0月\t日", [(1, 2, " "), (3, 4, "  ")]),  # a tab separates columns
        ("mark-form", "︵新华社︶﹐｡", [(0, 1, "（"), (4, 5, "）"), (5, 6, "，"), (6, 7, "。")]),
        ("compatibility", "⼀⼯", [(0, 1, "一"), (1, 2, "工")]),
        ("compatibility", "\uf900", [(0, 1, "豈")]),
        # Ideographs of their own in the compatibility block, as in the name 山﨑, and places that Unicode leaves free.
        ("compatibility", "山\ufa11\ufae2", []),
    ],
)
def test_character_rule(name: str, line: str, changes: list[tuple[int, int, str]]) -> None:
    assert list(RULES[name].find(line)) == [Change(*change) for change in changes]
    assert is_odd(line) or not changes


def test_is_odd_lets_plain_lines_pass() -> None:
    assert not is_odd("“5G+工业互联网”为推进新型工业化、建设现代化产业体系提供坚强支撑 AI大模型")


def test_spans_to_changes_joins_what_touches() -> None:
    assert spans_to_changes([(0, 1), (1, 3), (4, 5)]) == [Change(0, 3, ""), Change(4, 5, "")]
