"""Organisations in a text: names that end like one (…大学, …委员会, …有限公司) or that newspapers name without explaining.

A name is read leftwards from its ending over words that can stand in a name and begins with what makes it a name of
its own: a place, a word no dictionary knows, 国家, or a bare 省, 市, 县 before an office (省人民医院). Companies without an
ending are known by the title behind them (…CEO) or the list they stand in (…等企业). Newspapers are known by 《…报》.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsarchive.text import words
from newsarchive.topics import lexicon
from newsarchive.topics.lexicon import HAN, alternatives, table

# The longest official names have some twenty characters before the ending.
_LEFT = 24
# Parts of speech that end a name to the left: prepositions, conjunctions, particles, numerals, pronouns, adverbs, time.
_STOPS = ("p", "c", "u", "m", "r", "d", "t", "q", "y", "f", "i", "l")
_LEVELS = frozenset("省市县区镇乡村州")
_FIRST = frozenset({"国家", "中国", "全国", "中央", "中华", "世界", "国际", "亚洲", "欧洲", "最高", "中共", "联合国", "中华人民共和国"})
_COMPANY_TITLES = ("CEO", "CTO", "CFO", "COO", "董事会", "董事长", "总裁", "副总裁", "创始人", "联合创始人", "首席执行官")
_LISTED_AS = "企业|公司|厂商|品牌|车企|银行|券商|机构|高校|巨头|平台企业|科技公司|运营商|房企|药企"
_LATIN = r"[A-Za-z][A-Za-z0-9&.\-]*[A-Za-z0-9]"


@cache
def _endings() -> re.Pattern[str]:
    entries = lexicon.section("organisations.txt", "state") | lexicon.section("organisations.txt", "own")
    return re.compile(alternatives(*entries))


@cache
def _known() -> re.Pattern[str]:
    return re.compile(alternatives(*table("known_organisations.txt")))


@cache
def _with_and() -> re.Pattern[str]:
    return re.compile(rf"(?:国家)?(?:{alternatives(*table('agencies.txt'))})(?:部|委员会|委|局|厅|署)")
