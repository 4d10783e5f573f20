"""Bylines: to which article each belongs.

Where a byline stands and what its words tell are signs of different worth, and an article has one byline: so the
bylines of a page are given out together, to the articles that lack one, in the way that has most signs for it. A
byline that no sign speaks for goes in order.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from newsarchive.model import Kind
from newsarchive.segment.belonging.writers import UNLIKE, Writers
from newsarchive.segment.draft import Draft
from newsarchive.segment.forms import marks
from newsarchive.segment.forms.facts import simple
from newsarchive.segment.forms.signers import is_source
from newsarchive.segment.lines.line import Line
from newsarchive.segment.matching import best_pairs
from newsarchive.segment.roles.closings import is_notice
from newsarchive.segment.roles.form import BYLINE, CREDIT, DISPLAY, DUPLICATE, FURNITURE, Form

# What a place is worth. A byline is set below its headline and above its text. Where only one of both is beside it,
# headlines that stand side by side were read one after the other, and the text is the better sign.
BELOW_HEAD, ABOVE_TEXT = 2.0, 3.0
# Below its headline and above the text of that: there is nothing to be told.
BETWEEN = 3.0
# Another headline of the row above it, and the one of the row that is its own by number where both are rows.
IN_ROW, LISTED = 0.5, 1.5
# Between two lines of one text, before a later line of it, behind it, above a headline: read out of place, so that
# its own article is near.
INSIDE, BEFORE, BEHIND, ABOVE_HEAD = 2.0, 1.0, 0.5, 1.5
# Behind a text and above a headline a bare name signs the text: above a headline it has a bullet.
BEHIND_BARE = 2.0
# Behind a text where another byline, the second of a pair, stands above the next.
BEHIND_OWN, PAIR = 2.5, 2
# Of a text of fewer characters the lead or a name in brackets tells the writer, or it has been torn off another one:
# a headline right above alone does not give it the byline.
SHORTEST = 100
SHORT = -2.5
# But below a few lines of text who took the picture too (文/图) tells of that picture.
BELOW_FEW = 1.5
# Of what is worth the same, the nearest in order.
OUT_OF_ORDER = -0.01
# A page has a few dozen bylines; of more not all are weighed together, so that time does not grow with their square.
TOGETHER = 40


def reports_in_pictures(lines: Sequence[Line], forms: Sequence[Form], drafts: Sequence[Draft]) -> list[Form]:
    """The forms of the lines in which who made a report in pictures (甲乙 摄影报道) below display type signs it: then
    he is no longer named as who took the picture of an article that has none.
    """
    out = list(forms)
    for i in range(1, len(forms)):
        if forms[i] is not CREDIT or forms[i - 1] is not DISPLAY or not _REPORTED.search(lines[i].flat):
            continue
        holders = [draft for draft in drafts if i in draft.credits]
        if not any(draft.photo or draft.captions for draft in holders):
            out[i] = BYLINE
            for draft in holders:
                draft.credits.remove(i)
    return out


_REPORTED = re.compile(".(?:摄影|图文)报[道导]$")


def give_bylines(lines: list[Line], forms: list[Form], drafts: list[Draft]) -> None:
    """Give every byline to the article that it is most likely that of, as long as articles lack one."""
    torn = going_on(lines, forms)
    forms = [DUPLICATE if i in torn else form for i, form in enumerate(forms)]
    found = [i for i, form in enumerate(forms) if form is BYLINE]
    if not found:
        return
    words = Writers(lines, drafts)
    lacking = [a for a, draft in enumerate(drafts) if _lacks(draft, words.leads[a], lines)]
    lacking.sort(key=lambda a: (words.length(a) < SHORTEST, (drafts[a].headline or [10**9])[0]))
    places = Places(lines, forms, drafts, [a for a in lacking if words.length(a) >= SHORTEST])
    left: list[int] = []
    for at in range(0, len(found), TOGETHER):
        some = found[at : at + TOGETHER]
        worth = []
        for number, i in enumerate(some, at):
            signs = zip(lacking, places.signs(i, lacking), words.signs(lines[i].flat, lacking), strict=True)
            worth.append(
                [
                    place + word + places.short(i, a, words.length(a)) + OUT_OF_ORDER * abs(number - rank)
                    for rank, (a, place, word) in enumerate(signs)
                ]
            )
        pairs = best_pairs(worth)
        for row, column in pairs.items():
            drafts[lacking[column]].byline.extend(_whole(some[row], torn))
        left.extend(i for row, i in enumerate(some) if row not in pairs)
        taken = set(pairs.values())
        lacking = [a for column, a in enumerate(lacking) if column not in taken]
    for index in left:
        # What speaks against a byline has a say in order too: nobody of the paper writes to it.
        signs = zip(lacking, places.signs(index, lacking), words.signs(lines[index].flat, lacking), strict=True)
        a = next((a for a, place, word in signs if word > UNLIKE or place >= max(BEFORE, UNLIKE - word)), None)
        if a is not None:
            drafts[a].byline.extend(_whole(index, torn))
            lacking.remove(a)


def beside(index: int, step: int, forms: Sequence[Form]) -> int:
    """The next line above or below, furniture passed over; it may lie outside the page."""
    at = index + step
    while 0 <= at < len(forms) and forms[at] in (FURNITURE, DUPLICATE):
        at += step
    return at


def going_on(lines: Sequence[Line], forms: Sequence[Form]) -> set[int]:
    """The lines that go on with the byline above them: that stops at a post (记者 甲乙 实习生), or they say who took
    the pictures, helped or wrote it down (口述：甲乙, below that 整理：丙丁).
    """
    out = set()
    for i in range(1, len(lines)):
        if forms[i] is not BYLINE or forms[i - 1] is not BYLINE:
            continue
        above, here = lines[i - 1].flat, lines[i].flat
        second = _SECOND.match(here)
        helped = second and second.group() not in above and i - 1 not in out
        # Who wrote text and pictures needs nobody to write it down.
        if _STOPS.search(above) or (helped and not (_WROTE_DOWN.match(here) and _DONE.search(above))):
            out.add(i)
    return out


_STOPS = re.compile("[ 　](?:记者|通讯员|实习生)$")
# What is told of nobody before somebody else was named.
_SECOND = re.compile("(?:特约)?通讯员|实习生|图|摄影|摄|整理|记录|执笔")
_WROTE_DOWN = re.compile("整理|记录|执笔")
# Who tells that he took the pictures too.
_PICTURED = re.compile("(?:文[/／、· ]?图|图[/／、· ]?文|文[/／并]?摄|(?:摄影|图文|图片)报[道导])$")
_DONE = re.compile("(?:文[/、·]?图|图[/、·]?文|文[/并]?摄|报[道导]|编译)$")


def _whole(index: int, torn: Collection[int]) -> list[int]:
    """A byline with the lines that go on with it."""
    last = index
    while last + 1 in torn:
        last += 1
    return list(range(index, last + 1))


def _lacks(draft: Draft, lead: str, lines: list[Line]) -> bool:
    """Whether an article may have a byline: none that is signed, begins with a lead or goes on from another page, no
    notice, and no short news under one headline, which nobody signs together.
    """
    if draft.photo or draft.jump_from:
        return False
    if draft.body and marks.JUMP_FROM.match(lines[draft.body[0][1][0]].flat):
        return False
    end = draft.signature or (draft.body[-1][1][-SIGNED:] if draft.body else ())
    signed = marks.signature_of("".join(lines[i].flat for i in end))
    # Brackets may also say where a text is from or what its author is, whose name stands elsewhere.
    if (signed or draft.signature) and not (signed and is_source(signed.group(1))):
        return False
    if is_table("".join(lines[i].flat for _, held in draft.body for i in held)):
        return False
    paragraphs = ["".join(lines[i].flat for i in held) for _, held in draft.body]
    if paragraphs and is_notice(paragraphs):
        return False
    headline = "".join(lines[i].flat for i in draft.headline)
    if marks.kind_of(headline) is not Kind.ARTICLE or marks.is_roundup(headline):
        return False
    return not re.search(r"记者|通讯员|讯|电|报[道导][】〕]?$", simple(lead))


def is_table(text: str) -> bool:
    """Whether a text is most of all figures, as prices, rates and results are: nobody signs them."""
    return sum(map(text.count, "0123456789")) > FIGURES * len(text)


# The share of the characters of a table that are figures.
FIGURES = 0.25
# Lines that a signature may take.
SIGNED = 3


class Places:
    """Where headlines and texts stand, as seen from a byline."""

    def __init__(
        self, lines: Sequence[Line], forms: Sequence[Form], drafts: Sequence[Draft], lacking: Collection[int]
    ) -> None:
        self._forms = forms
        self._bare = {i for i, form in enumerate(forms) if form is BYLINE and marks.is_name(lines[i].flat)}
        self._pictured = {i for i, form in enumerate(forms) if form is BYLINE and _PICTURED.search(lines[i].flat)}
        self._text = {i: a for a, draft in enumerate(drafts) for _, held in draft.body for i in held}
        self._head = {i: a for a, draft in enumerate(drafts) for i in (*draft.kicker, *draft.headline, *draft.subtitle)}
        top: dict[int, int] = {}
        for i, a in sorted(self._head.items()):
            top.setdefault(a, i)
        starts = {draft.body[0][1][0]: a for a, draft in enumerate(drafts) if draft.body}
        # Below the text there may be its headline, and then nothing is set between them.
        self._first = {i: a for i, a in starts.items() if top.get(a, -1) < i}
        in_order = sum(self._reads_on(i, a) for i, a in self._first.items())
        # Where most texts stand elsewhere, the one below a byline is its own by half a chance only.
        self._above_text = ABOVE_TEXT * max(0.5, min(1.0, 2.0 * in_order / max(1, len(top))))
        self._row = self._rows(lacking)

    def signs(self, index: int, among: Sequence[int]) -> list[float]:
        """What the place of a byline says for each of some articles."""
        worth = dict.fromkeys(among, 0.0)

        def add(article: int | None, sign: float) -> None:
            if article in worth:
                worth[article] += sign

        above, below = self._beside(index, -1), self._beside(index, 1)
        row, heads = self._row[index]
        for a in heads:
            add(a, IN_ROW)
        if len(row) == 1:
            add(self._head.get(above), BELOW_HEAD)
            if heads and self._head.get(above) != heads[0]:
                add(heads[0], IN_ROW)
        elif len(row) <= len(heads):
            add(heads[row.index(index)], LISTED)
        closed = self._closed(row)
        if index == closed:
            add(self._text.get(above), BEHIND_OWN)
        elif below in self._first:
            add(self._first[below], self._above_text if len(row) == 1 or closed is not None else 0.0)
        elif above in self._text and self._text[above] == self._text.get(below):
            add(self._text[above], INSIDE)
        else:
            add(self._text.get(below), BEFORE)
        if above in self._head and self._head[above] == self._first.get(below):
            add(self._head[above], BETWEEN)
        if above not in self._head:
            add(self._head.get(below), ABOVE_HEAD if len(row) == 1 else 0.0)
            add(self._text.get(above), BEHIND_BARE if index in self._bare else BEHIND)
        return [worth[a] for a in among]

    def short(self, index: int, article: int, length: int) -> float:
        """What it says against an article that its text is of so few characters, or for it where a byline that tells of
        its pictures too stands right below it.
        """
        if length >= SHORTEST:
            return 0.0
        pictured = index in self._pictured and self._text.get(self._beside(index, -1)) == article
        return BELOW_FEW if pictured else SHORT

    def _closed(self, row: Sequence[int]) -> int | None:
        """The upper one of two bylines between the end of a text and the beginning of another: it signs the former."""
        if len(row) != PAIR:
            return None
        lower, upper = row
        above, below = self._text.get(self._beside(upper, -1)), self._beside(lower, 1)
        return upper if above is not None and below in self._first and self._first[below] != above else None

    def _rows(self, lacking: Collection[int]) -> dict[int, tuple[list[int], list[int]]]:
        """Of every byline the row of bylines that it stands in, and the articles that lack one of the row of
        headlines above that, both from below: the last of the one is of the last of the other. An article whose
        byline stands above its text needs none of the row.
        """
        apart = {self._parts(i) for i, form in enumerate(self._forms) if form is BYLINE}
        out: dict[int, tuple[list[int], list[int]]] = {}
        for index in range(len(self._forms) - 1, -1, -1):
            if index in out or self._forms[index] is not BYLINE:
                continue
            row = []
            at = index
            while at >= 0 and self._forms[at] is BYLINE:
                row.append(at)
                at = self._above_in_row(at)
            heads: list[int] = []
            while self._shown(at):
                head = self._head.get(at)
                if head is not None and head in lacking and head not in apart and head not in heads:
                    heads.append(head)
                at = self._beside(at, -1)
            out.update(dict.fromkeys(row, (row, heads)))
        return out

    def _above_in_row(self, index: int) -> int:
        """The next line above a byline; what is told of a picture may stand between two of a row."""
        at = above = self._beside(index, -1)
        while at >= 0 and self._forms[at] is CREDIT:
            at = self._beside(at, -1)
        return at if at >= 0 and self._forms[at] is BYLINE else above

    def _parts(self, index: int) -> int | None:
        """The article that begins below a byline if the text of another stands above it."""
        above, below = self._text.get(self._beside(index, -1)), self._first.get(self._beside(index, 1))
        return None if above in (None, below) else below

    def _shown(self, index: int) -> bool:
        """Whether a line is a headline, or display type that is no part of a text."""
        return index in self._head or (index >= 0 and self._forms[index] is DISPLAY and index not in self._text)

    def _reads_on(self, index: int, article: int) -> bool:
        """Whether a text stands below a row of headlines and bylines that its own headline is one of."""
        above = self._beside(index, -1)
        while above in self._head or (above >= 0 and self._forms[above] is BYLINE):
            if self._head.get(above) == article:
                return True
            above = self._beside(above, -1)
        return False

    def _beside(self, index: int, step: int) -> int:
        return beside(index, step, self._forms)
