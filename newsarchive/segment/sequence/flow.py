"""Which lines of body text make a paragraph, and where a paragraph that a column end or a picture tore apart goes on.

The body is cut into fragments: at every first line of a paragraph, at everything that is no body, and at every blank
line. Neighbouring fragments that go on with each other are one paragraph. How likely two fragments are one is a sum
of weighted evidence (weights.LINK): what stands between them, whether a word runs across the cut, the width of their
columns, what their surroundings speak of. Where a torn sentence goes on farther away is decided later, among the
pieces of one article (takeup.py, order.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from newsarchive.segment.kin.seam import Seams, attributes, quoted
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from newsarchive.segment.lines.line import Line, ends_sentence
from newsarchive.segment.roles.carried import carries
from newsarchive.segment.roles.closings import signs_off
from newsarchive.segment.roles.figures import begins_table, ends_table
from newsarchive.segment.roles.form import DUPLICATE, ON, START, Form
from newsarchive.segment.roles.grids import edges
from newsarchive.segment.roles.look import Look
from newsarchive.segment.roles.role import FULL, INDENT, unindented
from newsarchive.segment.roles.verse import is_stanza
from newsarchive.segment.weights import LINK, weighed
from newsarchive.text.words import is_word


@dataclass(slots=True, unsafe_hash=True)
class Para:
    """A paragraph or a fragment of one: the indices of its lines, whether it begins or ends inside a sentence, and
    the column it was set in. It is never changed, as a line (lines.Line) never is.
    """

    lines: Final[tuple[int, ...]]
    open_start: Final[bool]
    open_end: Final[bool]
    column: Final[float]
    full_start: Final[bool] = False  # no indent: the first line fills its column

    @property
    def torn_start(self) -> bool:
        """Whether it may be the rest of a paragraph: read as one, or set without an indent."""
        return self.open_start or self.full_start

    @property
    def last_indent(self) -> float:
        """The ems that the last line leaves free for the indent, being the first one too."""
        return INDENT if not self.open_start and len(self.lines) == 1 else 0.0


def text_of(para: Para, lines: Sequence[Line]) -> str:
    """The text of a paragraph, its lines run together."""
    return "".join([lines[i].flat for i in para.lines])


def other_width(a: Para, b: Para) -> bool:
    """Whether two paragraphs stand in columns of different widths; marks squeezed or stretched take up to an em."""
    return bool(a.column and b.column) and abs(a.column - b.column) > 1.3


def paragraphs(torn: Torn) -> list[Para]:
    """The paragraphs of a page in the order of the dump; neighbouring fragments that go on with each other are one."""
    pieces = torn.paras
    out: list[Para] = []
    for j, piece in enumerate(pieces):
        goes_on = j > 0 and (pieces[j - 1].open_end or piece.open_start)
        told = j > 0 and (torn.attributed(j - 1, j) or torn.filled(j - 1, j))
        if told or (goes_on and torn.link(j - 1, j) > 0 and not torn.elsewhere(j - 1, j)):
            out[-1] = replace(out[-1], lines=out[-1].lines + piece.lines, open_end=piece.open_end)
        else:
            out.append(piece)
    return told_by_words(out, replace(torn, paras=out, known=None))


def told_by_words(paras: list[Para], torn: Torn) -> list[Para]:
    """The paragraphs with those read as the rest of another that were read as paragraphs of their own, though they have
    no indent: a blank line stands above, and a word runs into the paragraph from one that broke off near by, and from
    no other.
    """
    out = list(paras)
    for k, para in enumerate(paras):
        first = torn.lines[para.lines[0]]
        read = para.full_start and not para.open_start and first.gap and first.flat[0] not in "“‘"
        if read and _told(k, torn, TOLD) is not None:
            out[k] = replace(para, open_start=True)
    return out


def going_on_elsewhere(torn: Torn) -> dict[int, int]:
    """The paragraphs that go on, as a word tells, with one that broke off elsewhere near by, and with which."""
    paras = torn.paras
    starts = (k for k, p in enumerate(paras) if k and p.open_start and not paras[k - 1].open_end)
    told = {k: _told(k, torn, LIKELY) for k in starts if torn.lines[paras[k].lines[0]].gap}
    return {k: end for k, end in told.items() if end is not None}


def _told(k: int, torn: Torn, least: float) -> int | None:
    """The paragraph near by from which, and from no other, a word runs into paragraph ``k``."""
    paras = torn.paras
    near = range(max(0, k - NEAR), min(len(paras), k + NEAR + 1))
    ends = [i for i in near if i != k and paras[i].open_end and not (i + 1 < len(paras) and paras[i + 1].open_start)]
    fits = sorted((torn.words_across(i, k), i) for i in ends)
    sure = fits and fits[-1][0] > least and (len(fits) < 2 or fits[-2][0] < fits[-1][0] - CLEARLY / 2)
    return fits[-1][1] if sure else None


# Log odds of a word across two places that do not follow each other: enough to say so of what was read as a paragraph,
# and of what begins inside a sentence. Places that have nothing to do with each other hardly ever have 0.7.
TOLD, LIKELY = 2.0, 1.2


# What stands in brackets at the end may have begun on the line above.
_CLOSING = re.compile(r"[^（）()]{1,12}[)）]")
_IN_BRACKETS = re.compile(r"[（(][^（）()]{2,30}[)）]$")


def fragments(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Para]:
    """The body of the page cut wherever a paragraph may have been torn."""
    out: list[Para] = []
    run: list[int] = []
    started = False
    tops, feet = edges(lines)

    def flush() -> None:
        if run:
            end = lines[run[-1]].flat
            if _CLOSING.fullmatch(end):
                end = "".join([lines[i].flat for i in run[-2:]])
            text = _IN_BRACKETS.sub("", end).rstrip() or end
            closed = ends_sentence(text) or text[-1] in "：:；;" or signs_off(lines, run)
            closed = closed or is_stanza([lines[i] for i in run]) or ends_table(lines, run)
            closed = closed or run[-1] in feet
            widths = sorted(seen[i].column for i in run)
            full = unindented(lines[run[0]], seen[run[0]]) and not _indented([lines[i] for i in run])
            full = full and not begins_table(lines, run) and run[0] not in tops
            rest = not started or (lines[run[0]].gap and is_rest(lines, run))
            out.append(Para(tuple(run), rest, not closed, widths[len(widths) // 2], full))
        run.clear()

    for index, form in enumerate(forms):
        if form is START:
            flush()
            run.append(index)
            started = True
        elif form is ON:
            if run and lines[index].gap:
                flush()
            if not run:
                started = False
            run.append(index)
        elif form is not DUPLICATE:
            flush()
    flush()
    starts = [p for p in out if not p.open_start]
    if 2 * sum(p.full_start for p in starts) > len(starts):
        # This paper sets its paragraphs without an indent.
        return [replace(p, full_start=False) for p in out]
    return out


def _indented(held: Sequence[Line]) -> bool:
    """Whether the first line of a paragraph is narrower than those within it, as an indent makes it: the width of the
    column around it is not always known. What is set apart is measured without its blanks, and so narrower anyway.
    """
    inner = max((line.width for line in held[1:-1]), default=0.0)
    return inner - held[0].width > (APART_INDENT if held[0].apart else LEAST_INDENT)


# Ems of an indent of two characters, its marks squeezed; and of one in a line set apart.
LEAST_INDENT, APART_INDENT = 1.4, 2.6


def is_rest(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether text behind a blank line, though read as a paragraph, is the rest of one: it begins with a particle, or
    closes a quotation that it does not open.
    """
    first = lines[run[0]].flat
    if first[0] in PARTICLES and not is_word(first[:2]):
        return True
    return quoted("", "".join([lines[i].flat for i in run])) == "quote unopened"


# Characters that no sentence begins with unless they begin a word (了解, 着力).
PARTICLES = "了着的们吗呢吧"


# Fragments within which the columns of articles that stand beside each other follow, and log odds.
NEAR, CLEARLY = 24, 1.5


@dataclass(frozen=True)
class Torn:
    """The fragments of a page, to be asked which goes on with what another left open; ``vocabulary`` is that of their
    tokens, counted, ``known`` are their texts if those are known.
    """

    paras: Sequence[Para]
    lines: Sequence[Line]
    seen: Sequence[Look]
    vocabulary: Vocabulary
    seams: Seams
    known: Sequence[str] | None = None

    @cached_property
    def texts(self) -> Sequence[str]:
        """The texts of the fragments."""
        return [text_of(p, self.lines) for p in self.paras] if self.known is None else self.known

    def read_as(self, paras: Sequence[Para]) -> Torn:
        """The same fragments, begun or ended otherwise than they were read: what they say stays."""
        return replace(self, paras=paras, known=self.texts)

    def link(self, i: int, j: int) -> float:
        """The log odds that fragment ``j`` goes on with what fragment ``i`` left open."""
        return weighed(LINK, self.features(i, j).items())

    def flush(self, i: int, j: int) -> bool:
        """Whether a sentence of fragment ``i`` ends just where its column does, and fragment ``j`` right behind a blank
        line fills the same column without an indent: an extractor draws a box anew where a first line, or a line with
        squeezed marks, does not stand exactly above the next one.
        """
        a, b = self.paras[i], self.paras[j]
        end, start = a.lines[-1], b.lines[0]
        if a.open_end or not b.open_start or start != end + 1 or other_width(a, b):
            return False
        return self.seen[end].short - a.last_indent <= FULL and abs(self.seen[start].short) <= FULL

    def attributed(self, i: int, j: int) -> bool:
        """Whether fragment ``j``, right behind ``i``, tells who said the quotation that ``i`` ends with."""
        return self._adjoin(i, j) and attributes(self.texts[i], self.texts[j])

    def filled(self, i: int, j: int) -> bool:
        """Whether a sentence of fragment ``i`` ends just where its column does, and fragment ``j`` right behind it only
        seems to be indented.
        """
        a, b = self.paras[i], self.paras[j]
        if a.open_end or b.open_start or len(b.lines) == 1 or not self._adjoin(i, j) or other_width(a, b):
            return False
        end, first = a.lines[-1], b.lines[0]
        full = self.lines[end].apart or self.seen[end].short - a.last_indent <= FULL
        return full and carries(self.lines[first], self.seen[first], self.lines[b.lines[1]])

    def _adjoin(self, i: int, j: int) -> bool:
        """Whether nothing stands between fragments ``i`` and ``j``."""
        return self.paras[j].lines[0] == self.paras[i].lines[-1] + 1

    def elsewhere(self, i: int, j: int) -> bool:
        """Whether, over a blank line, fragment ``j`` only seems to go on with ``i``: the words tell much more surely
        that one of the two belongs to another fragment near by, beside which nothing fits.
        """
        start = self.lines[self.paras[j].lines[0]]
        # A quotation mark that hangs out of its column has a blank line before it wherever it stands.
        if not (start.gap and self.paras[i].open_end) or start.flat[0] in "“‘":
            return False
        least = self.words_across(i, j) + CLEARLY
        paras = self.paras
        near = [k for k in range(max(0, i - NEAR), min(len(paras), j + NEAR + 1)) if k not in (i, j)]
        ends = (a for a in near if paras[a].open_end and not (a + 1 < len(paras) and paras[a + 1].torn_start))
        starts = (b for b in near if paras[b].torn_start and not (b and paras[b - 1].open_end))
        return any(self.words_across(a, j) > least for a in ends) or any(
            self.words_across(i, b) > least for b in starts
        )

    def words_across(self, i: int, j: int) -> float:
        """What the words alone say of fragment ``j`` going on with ``i``."""
        return weighed(LINK, self.seams.across(self.texts[i], self.texts[j]))

    def features(self, i: int, j: int) -> dict[str, float]:
        """What speaks for and against fragment ``j`` going on with what fragment ``i`` left open."""
        a, b = self.paras[i], self.paras[j]
        start = self.lines[b.lines[0]]
        out: dict[str, float] = {"base": 1.0}
        direct = b.lines[0] == a.lines[-1] + 1
        if direct:
            out["direct, gap" if start.gap else "direct"] = 1.0
        elif j == i + 1:
            out["next"] = 1.0
        elif j < i:
            out["back" if i - j > 3 else "back near"] = 1.0
        else:
            out["near" if j - i <= 4 else "far" if j - i <= 12 else "farther"] = 1.0
        if not a.open_end:
            out["stopped"] = 1.0
        out.update(self.edges(i, j))
        if not direct:
            out["subject"] = self._subject(i, j)
            if start.flat[0] in "“（《‘":
                out["opening mark"] = 1.0
        return out

    def edges(self, i: int, j: int) -> dict[str, float]:
        """What the end of fragment ``i`` and the beginning of ``j`` tell, wherever the two stand and whatever they
        speak of.
        """
        a, b = self.paras[i], self.paras[j]
        end, column = self.lines[a.lines[-1]], self.seen[a.lines[-1]].column
        out: dict[str, float] = {}
        if not b.open_start:
            out["read as start, full" if b.full_start else "read as start"] = 1.0
        if a.column and b.column:
            out["same width" if abs(a.column - b.column) <= 1.2 else "other width"] = 1.0
        if column and column - end.width > 1.6 + a.last_indent:
            out["short end"] = 1.0
        out.update(self.seams.across(self.texts[i], self.texts[j]))
        return out

    def together(self, fragment: int, step: int) -> range:
        """A fragment and those that stand together with it, before it (``step`` -1) or behind it (1)."""
        end = fragment
        while 0 <= end + step < len(self.paras):
            first, second = sorted((end, end + step))
            start = self.paras[second].lines[0]
            if self.paras[first].lines[-1] + 1 != start or self.lines[start].gap:
                break
            end += step
        return range(min(fragment, end), max(fragment, end) + 1)

    def _subject(self, i: int, j: int) -> float:
        """How much the text up to the cut and the text after it share, 0 to about 1."""
        words = self.vocabulary.texts
        left, right = Counter(words[i]), Counter(words[j])
        if i and self.paras[i - 1].lines[-1] + 1 == self.paras[i].lines[0]:
            left.update(words[i - 1])
        if j + 1 < len(self.paras) and self.paras[j].lines[-1] + 1 == self.paras[j + 1].lines[0]:
            right.update(words[j + 1])
        return min(1.0, self.vocabulary.shared(left, right) / 4.0)


def torn_fragments(lines: list[Line], forms: list[Form], seen: list[Look]) -> Torn:
    """The fragments of a page, to be asked which goes on with which."""
    pieces = fragments(lines, forms, seen)
    texts = [text_of(p, lines) for p in pieces]
    # Few pages are asked what two fragments of them speak of.
    return Torn(pieces, lines, seen, Vocabulary(map(tokens, texts)), Seams(line.flat for line in lines), texts)
