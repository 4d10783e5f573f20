"""Corrections 更正: what a paper calls them, how they begin and end, and who signs them."""

from __future__ import annotations

import re
from functools import cache

from newsarchive.segment.forms.facts import any_of, facts

# How one begins: what was wrong, with day and page; of the last issue (昨日, 上期) with what stood there too.
_PAGE = r"(?:第?[A-Za-z]?\d{1,2}版|[A-Z]\d{2}|第?[头一二三四五六七八]版)"
BEGINS = re.compile(
    rf"本[报刊](?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日?(?:出版的)?[（(]?{_PAGE}"
    rf"|(?:本[报刊])?(?:昨日|昨天|前日|上期|上周[一二三四五六日]?)(?:出版的)?[（(]?{_PAGE}[^，。《]{{0,6}}《"
)
# Characters of a correction, at most: one fault takes thirty to sixty, two and how sorry the paper is a hundred.
LONGEST = 200


def corrects(text: str) -> bool:
    """Whether a text is a correction: it says where something stood, and what it should be or that the paper is sorry,
    and no more. What came of a report begins so too, but there others are sorry.
    """
    if len(text) > LONGEST or not BEGINS.match(text):
        return False
    return any(word in text for word in facts()["correction"]["says"]) or is_sorry(text)


def is_correction_name(phrase: str) -> bool:
    """Whether display type is no more than what corrections are called (更正, 致读者)."""
    return "".join(phrase.split()) in facts()["correction"]["names"]


def is_sorry(flat: str) -> bool:
    """Whether a line ends as a correction does: 特此更正，并向读者致歉。 In the news somebody is sorry too, but in no
    such words, and not to the readers.
    """
    return flat[-1:] == "。" and bool(_sorry().search(flat))


@cache
def _sorry() -> re.Pattern[str]:
    # To whom and how, in one clause: 向当事人和广大读者表示诚挚的歉意.
    clause = "[^，。]{0,16}"
    # 谨 as in 严谨 and 谨慎 is none.
    formal = f"(?:[特专]此|(?<![严拘])谨(?![慎防严小]))(?:{clause}|更正，{clause})"
    return re.compile(f"(?:{formal}|向{clause}读者{clause})(?:{any_of(facts()['correction']['ends'])})。$")


def signs_corrections(flat: str) -> bool:
    """Whether a line is the part of the paper that signs its corrections: 本报编辑部."""
    return flat.endswith(facts()["correction"]["signs"])
