"""Overlapping pairs of characters across scripts: the terms of the index, and the phrase that finds a text in it.

大模型 becomes ``大模 模型 型``. Between a run of Latin letters or digits and its neighbours stands an underscore:
用GPT做 becomes ``用_ _g gp pt t_ _做 做``. A phrase of pairs finds the texts that hold exactly these.
"""

from __future__ import annotations

import operator
import re

from newsarchive.search.fold import fold

# Scripts written without blanks between words: kana, Bopomofo, Hangul, ideographs. Everything else that Unicode calls
# a letter or a digit comes in runs, as Latin does.
UNSPACED = (
    "\u3005-\u3007\u3021-\u3029\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e"
    "\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9d"
    "\U00020000-\U0003ffff"
)
# Blanks inside a line, with those of no width. A line break is none of them: it ends a paragraph.
BLANK = "\t \u00a0\u00ad\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"

_BLANKS = re.compile(f"[{BLANK}]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
BREAKS = rf"(?:[\W_](?<![{UNSPACED}]))+"
_BREAK = re.compile(BREAKS)
_RUN = re.compile(rf"[^\W_{UNSPACED}]+")


def _drop_beside_unspaced(blanks: re.Match[str]) -> str:
    text, start, end = blanks.string, *blanks.span()
    beside = text[max(start - 1, 0) : start] + text[end : end + 1]
    return "" if _UNSPACED.search(beside) else " "


def squeeze(text: str) -> str:
    """Drop the blanks beside characters of scripts written without blanks; other blanks become one."""
    return _BLANKS.sub(_drop_beside_unspaced, text)


def segments(text: str) -> list[str]:
    """The stretches between punctuation of a folded text, with underscores around each run of letters or digits."""
    marked = _RUN.sub(r"_\g<0>_", _BREAK.sub("\n", squeeze(text)))
    return [segment for segment in marked.split("\n") if segment]


def _terms(segment: str) -> map[str]:
    return map(operator.add, segment, segment[1:])


def index_terms(text: str) -> str:
    """The terms of a text for the index: of each segment all overlapping pairs, then its last character alone.

    >>> index_terms("5G＋工业互联网")
    '_5 5g g_ _ 工业 业互 互联 联网 网'
    """
    terms: list[str] = []
    for segment in segments(fold(text)):
        terms += _terms(segment)
        terms.append(segment[-1])
    return " ".join(terms)


def phrase(text: str, *, whole: bool = False) -> str | None:
    """The FTS5 phrase that finds a text, or None when it holds neither letter nor digit.

    Every text that holds ``text`` literally (after folding) is found; of the others only those that differ in
    punctuation or in blanks beside a Chinese character. With ``whole`` a run of letters or digits at an edge must be
    whole: GPT no longer finds ChatGPT. Where punctuation stands at an edge it is whole anyway.

    >>> phrase("大模型"), phrase("国"), phrase("GPT"), phrase("GPT", whole=True), phrase("4%")
    ('"大模 模型"', '"国"*', '"gp pt"', '"_g gp pt t_"', '"4_"')
    """
    folded = squeeze(fold(text)).strip()
    parts = segments(folded)
    if not parts:
        return None
    ended = bool(_BREAK.match(folded[-1]))
    if not whole:
        if not _BREAK.match(folded):
            parts[0] = parts[0].removeprefix("_")
        if not ended:
            parts[-1] = parts[-1].removesuffix("_")
    *complete, last = parts if not ended else (*parts, "")
    terms = [term for segment in complete for term in (*_terms(segment), segment[-1])]
    if ended and terms[-1] == "_" != terms[0]:
        # The end of a run stands in nearly every article, takes long to look up, and says no more than the pair before.
        del terms[-1]
    # A character on its own begins a pair, or stands alone at the end of a segment: a prefix finds both.
    terms += _terms(last) if len(last) != 1 else [last]
    return f'"{" ".join(terms)}"' + ("*" if len(last) == 1 else "")
