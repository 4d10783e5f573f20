"""Understand what a person types into a search box. Nothing typed is an error: what is no syntax is literal text.

    大模型 芯片       both words               headline:大模型      in that column: headline, kicker, subtitle, body
    "大模型 芯片"     that phrase              paper:中国电子报     in that newspaper, by its name or id
    -芯片             without that word        date:2023-11         that day, month, year or date:2023-11..2023-12

Signs may be full width, quotation marks Chinese, and the names before the colon Chinese too (标题：大模型).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from newsarchive.search.fold import fold
from newsarchive.search.pairs import BLANK, BREAKS, phrase, segments

# A paragraph that was pasted; what more is typed would cost time and distinguish nothing further.
LONGEST = 1_000

_COLUMNS = {
    "headline": "headline",
    "标题": "headline",
    "kicker": "kicker",
    "引题": "kicker",
    "subtitle": "subtitle",
    "副题": "subtitle",
    "body": "body",
    "正文": "body",
}
_PAPER = ("paper", "报纸")
_DATE = ("date", "日期")

# One piece of a query, on the folded text: a sign, a name, then a phrase in quotation marks or a word. A quotation mark
# that opens or closes inside a word belongs to the word, as in a headline that was pasted.
_PIECE = re.compile(
    r"""(?P<minus>-?)(?:(?P<name>\w+):)?(?:"(?P<straight>[^"]+)"|“(?P<curly>[^“”]+)”)(?=\s|$)"""
    r"""|(?P<word_minus>-?)(?:(?P<word_name>\w+):)?(?P<word>\S+)"""
)
_EDGES = re.compile(rf"^{BREAKS}|{BREAKS}$")
_BLANKS = re.compile(rf"[\s{BLANK}]+")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase that must stand in an article (or, ``without``, must not): in one column or in any.

    ``text`` is folded, without blanks at its ends.
    """

    text: str
    column: str | None = None
    without: bool = False

    @property
    def has_punctuation(self) -> bool:
        """Whether the index, which knows no punctuation, cannot tell if ``text`` stands there literally."""
        parts = segments(self.text)
        return len(parts) != 1 or len(parts[0].replace("_", "")) != len(_BLANKS.sub("", self.text))

    def match(self, *, whole: bool = False, loose: bool = False) -> str | None:
        """The FTS5 expression that finds the word, or None when only a scan can: it holds no letter or digit.

        ``loose`` finds it without the punctuation at its edges, too.
        """
        found = phrase(_EDGES.sub("", self.text) if loose else self.text, whole=whole)
        return f"{self.column} : {found}" if found and self.column else found


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, understood. ``since`` and ``until`` are the first and last day asked for, ISO dates or empty."""

    words: tuple[Word, ...] = ()
    papers: tuple[str, ...] = ()
    since: str = ""
    until: str = ""

    @property
    def wanted(self) -> tuple[Word, ...]:
        """The words that must stand in an article."""
        return tuple(word for word in self.words if not word.without)

    def match(self, *, whole: bool = False, loose: bool = False) -> str | None:
        """The FTS5 expression for all words, or None when no word can be looked up in the index.

        Finds every article that the query is about; a word with punctuation, or one of nothing else, remains to be
        compared with the text.
        """
        wanted = [m for word in self.wanted if (m := word.match(whole=whole, loose=loose))]
        if not wanted:
            return None
        unwanted = [m for word in self.words if word.without and not word.has_punctuation and (m := word.match())]
        match = " AND ".join(f"({m})" for m in wanted)
        # One NOT with alternatives: FTS5 refuses deep trees, and each further NOT would make the tree deeper.
        return f"({match}) NOT ({' OR '.join(f'({m})' for m in unwanted)})" if unwanted else match


def parse(typed: str) -> Query:
    """Understand a query, its first ``LONGEST`` characters. Raises nothing, whatever is typed."""
    # A lone surrogate (a broken byte of a command line) cannot be sent to SQLite and stands in no text.
    folded = fold(typed[:LONGEST].encode("utf-8", "replace").decode("utf-8"))
    words: list[Word] = []
    papers: list[str] = []
    since, until = "", ""
    for piece in _PIECE.finditer(folded):
        minus = piece["minus"] or piece["word_minus"] or ""
        name = piece["name"] or piece["word_name"] or ""
        text = (piece["straight"] or piece["curly"] or piece["word"]).strip()
        if not text:
            continue
        if not minus and name in _PAPER:
            papers.append(text)
        elif not minus and name in _DATE and (days := _days(text)):
            since, until = max(since, days[0]), min(until or days[1], days[1])
        elif name in _COLUMNS:
            words.append(Word(text, _COLUMNS[name], without=bool(minus)))
        elif name:
            words.append(Word(piece[0].removeprefix("-"), without=bool(minus)))
        else:
            words.append(Word(text, without=bool(minus)))
    if not any(not word.without for word in words) and words:
        # Articles without a word, and nothing they must have: a minus sign was meant literally (-20℃).
        words = [Word(f"-{word.text}", word.column) for word in words]
    return Query(tuple(dict.fromkeys(words)), tuple(dict.fromkeys(papers)), since, until)


def match_expression(typed: str) -> str:
    """A query as one FTS5 expression, for places that take nothing else, such as Datasette's ``?_search=``.

    Always valid. Papers, dates and punctuation cannot be said in it; one of nothing else finds nothing.
    """
    return parse(typed).match(loose=True) or '""'


def _days(text: str) -> tuple[str, str] | None:
    """The first and last day of a date, a month, a year or a range of them; an open end of a range is far away."""
    first, dots, last = text.partition("..")
    start, end = _period(first), _period(last)
    if not dots:
        return start
    if (first and not start) or (last and not end) or not (first or last):
        return None
    since, until = start[0] if start else "0001-01-01", end[1] if end else "9999-12-31"
    return (since, until) if since <= until else None


def _period(text: str) -> tuple[str, str] | None:
    if not (match := _DAY.fullmatch(text)):
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        start = dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        end = start
    elif month:
        end = start.replace(day=calendar.monthrange(start.year, start.month)[1])
    else:
        end = start.replace(month=12, day=31)
    return start.isoformat(), end.isoformat()
