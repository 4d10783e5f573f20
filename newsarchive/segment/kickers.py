"""The words of kickers 引题: what closes an introduction to a headline, and the names of columns 栏目.

Every function looks at one folded line (see ``lines.fold``); the words are in marks.toml. Columns without a known word
are told by their place (rubrics.py).
"""

from __future__ import annotations

import re
from functools import cache

from newsarchive.segment.facts import HAN, any_of, facts


@cache
def _kicker() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ends = facts()["kicker"]
    # A column name may count its instalments (某某观察③); what is longer than ten characters is a sentence.
    column = rf"[{HAN}·]{{0,8}}(?:{any_of(ends['columns'])})[①-⑳⑴-⑽0-9（）()]*[：:]?"
    return re.compile(rf".*(?:{any_of(ends['says'])})[：:]?"), re.compile(column)


def is_kicker(flat: str) -> bool:
    """Whether display type closes like an introduction to a headline (… 强调) or is a column name (… 观察③)."""
    return introduces(flat) or is_rubric_name(flat)


def introduces(flat: str) -> bool:
    """Whether display type closes like an introduction to a headline (… 强调)."""
    return bool(_kicker()[0].fullmatch(flat))


def is_rubric_name(flat: str) -> bool:
    """Whether display type is a column name by its words (… 观察③), or the name of a section."""
    return bool(_kicker()[1].fullmatch(flat)) or flat in facts()["furniture"]["sections"] or is_named_rubric(flat)


def is_named_rubric(flat: str) -> bool:
    """Whether a line is the name of a column that most papers use (小小说, 读者来信)."""
    return flat.replace(" ", "") in facts()["kicker"]["named"]
