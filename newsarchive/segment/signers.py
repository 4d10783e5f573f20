"""Bylines that name no post of a paper: a calling or an organisation with a name, a role with a name, a name behind
a bullet.

What may also be a headline is no such byline: the name must be set apart by a blank, a bar, a colon or brackets, and
begin with a surname. The words are in marks.toml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from newsarchive.text.words import frequency

# A word that stands so often in the texts of jieba's frequencies is no given name: 质量 has 8,000, given names that are
# words too (建华, 建国) some hundreds to three thousand.
EVERYDAY = 5000

HAN = r"\u4e00-\u9fff"


@cache
def _surnames() -> str:
    """A pattern of all surnames; the table of newsarchive.topics has those of one character and those of two."""
    table = files("newsarchive.topics.names").joinpath("surnames.txt").read_text("utf-8")
    rows = [word for line in table.splitlines() if line and line[0] != "#" for word in line.split()]
    double = [word for word in rows if len(word) == 2]
    single = "".join(word for word in rows if len(word) != 2)
    return f"(?:[{single}]|{'|'.join(double)})"


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


@cache
def _patterns(words: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The bylines without a bullet, and the names that a bullet makes a byline."""
    of = {key: _any(list(value)) for key, value in words}
    # A two-character name may be set apart to the width of three.
    name = rf"(?:{_surnames()}(?:[{HAN}]{{1,2}}| [{HAN}])(?![{HAN}]))"
    names = rf"{name}(?: {name})*"
    # Where someone works or what he does: 临水中学教师, 市第一医院.
    post = rf"[{HAN}]{{0,16}}(?:{of['callings']}|[{HAN}]{{2}}{of['organisations']})"
    bracket = rf"(?:[（(][{HAN}0-9 ]{{2,24}}[）)])"
    role = rf"{of['roles']} ?[:：｜|/／] ?(?:{post} ?)?{names}{bracket}?"
    signed = re.compile(
        rf"(?P<posted>{post} {names}{bracket}?)|{name} {of['behind']}|{name}{bracket}|{role}(?: {role})*"
        rf"|{of['leading']} {names}"
        rf"|{names} ?[/／](?:文|图) {names} ?[/／](?:摄|图)|[（(][{HAN}]{{1,8}}(?:读者|作者) {name}[）)]"
    )
    return signed, re.compile(rf"{names}{bracket}?")


def is_signed(bare: str, words: Mapping[str, list[str]], *, bulleted: bool) -> bool:
    """Whether a line without its bullet is nothing but such a byline; ``words`` is the table [signed] of marks.toml."""
    signed, behind_bullet = _patterns(tuple((key, tuple(value)) for key, value in words.items()))
    if bulleted and behind_bullet.fullmatch(bare):
        return True
    found = signed.fullmatch(bare)
    # 新建小学 高质量: what would be the given name is an everyday word.
    return found is not None and not (found["posted"] and frequency(bare[-2:]) >= EVERYDAY)
