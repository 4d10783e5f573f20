"""Who made the page: the editors' line in its margin (责任编辑：甲乙 版式：丙丁), neither byline nor headline."""

from __future__ import annotations

import re
from functools import cache

from newsarchive.segment.facts import HAN, any_of, facts


@cache
def _staff() -> re.Pattern[str]:
    table = facts()["staff"]
    duty = f"(?:{any_of(table['before'])})?(?:{any_of(table['duties'])})"
    # A two-character name may be set apart to the width of three, and two may share a duty.
    name = rf"[{HAN}·](?:[ 　]?[{HAN}·]){{1,3}}?(?![{HAN}])"
    entry = rf"{duty}[ 　]*[:：/／|｜ 　][ 　]*{name}(?:[ 　、]+(?!{duty}){name})?"
    return re.compile(rf"{entry}(?:[ 　、|｜]+{entry})*")


def is_staff(flat: str) -> bool:
    """Whether the line is nothing but duties at the desk, each with who does it, whatever mark stands between them."""
    return bool(_staff().fullmatch(flat.strip(" 　·•|│—-●■□◎")))
