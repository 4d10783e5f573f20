"""Who is introduced: an article names a person with the office he holds first, and then by the name alone."""

from __future__ import annotations

import re
from functools import cache

from newsarchive.segment.forms.facts import HAN
from newsarchive.text.surnames import all_surnames

# What offices, trades and kin end with (院长, 主任, 教授, 律师, 记者, 妻子).
_OFFICE = "长任授师员家士者裁席官记工民匠子"


@cache
def _named() -> re.Pattern[str]:
    common, rare, double, _ = all_surnames()
    return re.compile(rf"(?:{'|'.join(double)})[{HAN}]|[{common}{rare}][{HAN}]{{2}}")


def introduces(text: str, beginning: str) -> bool:
    """Whether a text gives the person whose bare name an article seems to begin with, the office before his name."""
    named = _named().match(beginning)
    return named is not None and re.search(f"[{_OFFICE}]{named.group()}", text) is not None
