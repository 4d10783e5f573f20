"""From text to lines: physical lines cut where they hold two things, measured in ems (gluing.py mends torn ones)."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Final

from newsarchive.segment.forms import marks
from newsarchive.segment.forms.credits import credit_at_end
from newsarchive.segment.kin.seam import straddle
from newsarchive.segment.lines import cells, layout, levels, rents
from newsarchive.segment.lines.reading_order import in_order, is_under
from newsarchive.segment.lines.setting import AS_IT_IS, ENOUGH, LATIN, Setting, is_spaced, set_apart
from newsarchive.segment.lines.strips import strips

# Marks that Chinese typesetting never lets begin a line (kinsoku); a dump line that begins so was torn off its
# predecessor.
NEVER_FIRST = "，。、；：？！”’）》」』】…％%·,.;:?!)]"
# Agencies close a text with （完）.
SENTENCE_END = re.compile(r"[。！？…!?][”’」』）)》]*(?:[（(]完[）)])?$")
# What a line ends with whose last sentence ends.
CLOSERS = "。！？…!?”’」』）)》"
# What ends one by itself.
STOPS = frozenset("。！？…!?")
# Characters at the end of a line that tell: no sentence has so many marks behind its last word.
MOST_CLOSERS = 12
HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
# Marks that may be squeezed to half.
PUNCT = "，。、；：？！“”‘’（）《》「」『』【】…—·"


@dataclass(slots=True, unsafe_hash=True)
class Line:
    """One line of type: ``text[start:end]`` of the page, folded for recognition and measured.

    ``width`` is in ems. ``gap`` says a blank line (or the page's edge) stands before it, ``part`` that it was cut off
    the line before it (a credit after its caption), ``spaced`` that its characters are set apart, ``apart`` that they
    are or were before cleaning, ``under`` that it surely stands right under the line before it, whatever a dump put
    between them.

    No line is ever changed: its fields are final for the type checker. One that Python freezes takes four times as long
    to make, and a page has hundreds.
    """

    start: Final[int]
    end: Final[int]
    flat: Final[str]
    width: Final[float]
    gap: Final[bool]
    spaced: Final[bool] = False
    part: Final[bool] = False
    vertical: Final[bool] = False
    apart: Final[bool] = False
    under: Final[bool] = False


def ends_sentence(flat: str) -> bool:
    """Whether a sentence ends at the end of a line."""
    last = flat[-1:]
    return last in CLOSERS and (last in STOPS or bool(SENTENCE_END.search(flat[-MOST_CLOSERS:])))


@lru_cache(maxsize=4096)
def _em(char: str) -> float:
    if char in " \t":
        return 0.25
    if char in "“”‘’…—·" or unicodedata.east_asian_width(char) in "WF":
        return 1.0
    return 0.5


def ems(text: str) -> float:
    """The width of a line in ems: Han and their punctuation one, Latin letters and digits half, blanks a quarter."""
    # Most of a line is Han and the commonest marks.
    rest = _ONE_EM.sub("", text)
    return float(len(text) - len(rest)) + sum(map(_em, rest))


_ONE_EM = re.compile("[\u4e00-\u9fff，。]+")


def fold(text: str) -> str:
    """The line as its reader sees it: widths of letters, digits and brackets unified, letter-spacing closed, no
    outer blanks.
    """
    return _close(_FOLDED.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text).strip())


# Characters that are folded each by itself.
_FOLDED = re.compile("[Ａ-ｚ０-９　％＋⺀-⿟]")


def widened(flat: str) -> str:
    """A line with the marks of Latin type beside Han, for which some extractors and readers by eye (OCR) take the wide
    ones, as wide as they were set.
    """
    # Hardly a line has one.
    return _HALF.sub(lambda found: chr(ord(found.group()) + FULL_WIDTH), flat) if _LATIN_MARK.search(flat) else flat


# Han, and marks that stand among them.
_BESIDE = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff，。、；：？！“”（）《》「」『』【】…—"
_HALF = re.compile(rf"(?<=[{_BESIDE}])[,:;?!()]|[,:;?!()](?=[{_BESIDE}])")
_LATIN_MARK = re.compile("[,:;?!()]")
# From a mark of Latin type to the same one as wide as a Han.
FULL_WIDTH = 0xFEE0


def _close(text: str) -> str:
    if " " in text and is_spaced(_MANY_BLANKS.sub(" ", text)):
        return _MANY_BLANKS.sub(" ", _SET_APART.sub("", text))
    return text


_MANY_BLANKS = re.compile(" {2,}")
# The blank that sets a character apart; none parts two Latin words.
_SET_APART = re.compile("(?<=[^ A-Za-z0-9]) (?=[^ ])|(?<=[^ ]) (?=[^ A-Za-z0-9])")


_LONG_GAP = re.compile(r"[ 　\t]{2,}")


def _pieces(flat_of: str, start: int) -> list[tuple[int, int]]:
    """Cut one physical line where something ends that is not type of its column: jump line, signature, credit."""
    text = flat_of
    found = marks.JUMP_TO.search(text) if "转" in text else None
    if found and found.start() > 0 and text[: found.start()].strip():
        return [(start, start + len(text[: found.start()].rstrip())), (start + found.start(), start + len(text))]
    at = credit_at_end(text)
    if at > 0:
        return [(start, start + len(text[:at].rstrip())), (start + at, start + len(text))]
    return [(start, start + len(text))]


def split(text: str, setting: Setting = AS_IT_IS) -> list[Line]:
    """The lines of a page in reading order, blank ones left out but remembered in ``gap``; ``setting`` tells how they
    were set before cleaning.

    They are the dump's own lines in its order, but for a dump that draws the page with blanks: there the columns
    are put back first.
    """
    begins = itertools.accumulate(map(len, text.splitlines(keepends=True)), initial=0)
    rows = list(zip(begins, text.splitlines(), strict=False))
    shown = [raw.strip() for _, raw in rows]
    if layout.is_layout(shown):
        return _columns(rows, text, setting.drawn)
    lines: list[Line] = []
    spacing = _spacing(list(map(bool, shown)))
    blanks = spacing + 1
    for row, ((at, raw), bare) in enumerate(zip(rows, shown, strict=True)):
        if not bare:
            blanks += 1
            continue
        begin, gap = at + raw.index(bare), blanks > spacing
        for number, (a, b) in enumerate(_pieces(bare, begin)):
            line = make(text[a:b], a, b, gap and number == 0, number > 0)
            if row in setting.wide:
                line = replace(line, width=line.width + setting.wide[row] * len(LATIN.findall(line.flat)) / 2)
            lines.append(replace(line, apart=True) if row in setting.apart else line)
        blanks = 0
    return lines


def _spacing(rows: Sequence[bool]) -> int:
    """The blank lines that stand between any two lines of a dump, given which rows are none, but for a few that lost
    them: double spacing, which parts nothing.
    """
    shown = [n for n, row in enumerate(rows) if row]
    blanks = sorted([below - above - 1 for above, below in itertools.pairwise(shown)])
    return blanks[int(LOST * len(blanks))] if len(blanks) >= ENOUGH else 0


# The share of the lines of a dump set with double spacing that may have no blank line above: of a dump that draws a box
# around nearly every line, one line in thirty and more stand in one with another.
LOST = 0.02


def _columns(rows: list[tuple[int, str]], text: str, drawn: Sequence[str]) -> list[Line]:
    lines: list[Line] = []
    pieces = levels.levelled(rents.healed(cells.rows_joined(layout.rows_of(rows, drawn), text)))
    above = None
    for strip in in_order(strips(pieces, partial(_runs_on, text)), pieces):
        gap = True
        under = above is not None and is_under(strip, above)
        above = strip
        for piece in strip.pieces:
            for number, (a, b) in enumerate(_pieces(text[piece.start : piece.end], piece.start)):
                lines.append(
                    replace(make(text[a:b], a, b, gap and number == 0, number > 0), under=under and number == 0)
                )
            gap = False
            # So do the lines of one head.
            under = not strip.is_text
    return lines


def _runs_on(text: str, above: layout.Piece, below: layout.Piece) -> bool:
    """Whether a word runs from one piece of a text into another."""
    return straddle(text[above.start : above.end], text[below.start : below.end]) > WORD_ACROSS


# Of straddle's gain: two lines that meet by chance gain less than half of it.
WORD_ACROSS = 0.4


def make(shown: str, start: int, end: int, gap: bool, part: bool = False) -> Line:
    """Measure one line."""
    if PLAIN.fullmatch(shown):
        # Most lines: nothing to be folded, and every character is as wide as any.
        return Line(start, end, shown, float(len(shown)), gap, part=part)
    if CLOSE.fullmatch(shown):
        # Nor is anything to be folded of figures and letters as they are.
        return Line(start, end, shown, ems(shown), gap, part=part)
    flat = widened(fold(shown))
    spaced = set_apart(shown)
    return Line(start, end, flat, ems(flat), gap, spaced, part, apart=spaced)


PLAIN = re.compile("[\u4e00-\u9fff，。、；：？！“”‘’（）《》【】…—·]+")
# The same with figures and letters, which are narrower.
CLOSE = re.compile("[\u4e00-\u9fff，。、；：？！“”‘’（）《》【】…—·0-9A-Za-z.%+-]+")


def cut_at(line: Line, place: int, text: str) -> list[Line]:
    """A line in two, the second of which begins at a place of the text and stands beside the first."""
    end = line.start + len(text[line.start : place].rstrip())
    return [
        make(text[line.start : end], line.start, end, line.gap),
        make(text[place : line.end], place, line.end, True, True),
    ]


def inked(line: Line, text: str) -> list[int]:
    """The places of the text where a line has a character and no blank."""
    return [line.start + found.start() for found in re.finditer(r"\S", text[line.start : line.end])]


OPENING = "“‘（《「『【…"


def boxes(lines: Sequence[Line]) -> list[range]:
    """The lines that no blank line parts, as ranges of indices, in order."""
    edges = [*(i for i, line in enumerate(lines) if line.gap or not i), len(lines)]
    return list(itertools.starmap(range, itertools.pairwise(edges)))


def has_gaps(lines: Sequence[Line]) -> bool:
    """Whether there are blank lines in a dump, but for a few."""
    return sum([line.gap for line in lines]) > max(1, 0.03 * len(lines))


def gap_style(lines: Sequence[Line]) -> str:
    """What blank lines mean in this dump: ``none`` there are none, ``para`` they follow finished sentences,
    ``any`` nothing at all.

    Counted where it shows: a gap between two lines of prose either follows a full stop or falls inside a sentence.
    """
    if not has_gaps(lines):
        return "none"
    return _gap_style(tuple([line.flat for line in lines]), tuple([line.gap for line in lines]))


# Step after step asks it of the same lines.
@lru_cache(maxsize=4)
def _gap_style(flats: tuple[str, ...], gaps: tuple[bool, ...]) -> str:
    # What most lines lack comes first.
    ended = [n for n, flat in enumerate(flats[:-1]) if flat[-1:] in CLOSERS and ends_sentence(flat)]
    told = [gaps[n + 1] for n in ended if _CLAUSES.search(flats[n]) and _CLAUSES.search(flats[n + 1])]
    # Half of the stops at line ends are inside paragraphs; where most of the other half carry a gap, gaps mark
    # paragraphs.
    return "para" if told and sum(told) >= 0.4 * len(told) else "any"


_CLAUSES = re.compile("[，。]")


def local_widths(lines: Sequence[Line], reach: int = 7) -> list[tuple[float, float, float]]:
    """The column's width in ems around every line, in the lines before it, and from it on; 0 where lines share no
    width.

    Measured over ``reach`` lines to each side, because a column changes its width inside an article and between
    articles.
    """
    quarters = _quarters(lines)
    around, beside = _widths(quarters, 2 * reach + 1), _widths(quarters, reach)
    return list(zip(around[reach + 1 :], beside, beside[reach:], strict=False))


def widths_around(lines: Sequence[Line], reach: int) -> list[float]:
    """The column's width around every line alone."""
    return _widths(_quarters(lines), 2 * reach + 1)[reach + 1 : reach + 1 + len(lines)]


def widths_before(lines: Sequence[Line], reach: int) -> list[float]:
    """The column's width in the lines before every one alone."""
    return _widths(_quarters(lines), reach)[: len(lines)]


def _quarters(lines: Sequence[Line]) -> list[int]:
    """The widths of lines in quarters of an em, 0 for those that do not count."""
    return [round(4 * x.width) if not x.part and 5 <= x.width <= 60 else 0 for x in lines]


def _widths(quarters: Sequence[int], size: int) -> list[float]:
    """The width that the last ``size`` lines before each one share, and behind the end of the page those that are left;
    lines are given by their ``_quarters``. It is the one that most lines share, up to half an em either way, for marks
    are squeezed and stretched.
    """
    counts: dict[int, int] = {}
    # For every width how many lines are up to half an em narrower or wider, and how wide they are together.
    votes, sums = [0] * len(_ABOUT), [0] * len(_ABOUT)
    out = [0.0]
    beyond = [0] * size
    for comes, goes in zip([*quarters, *beyond][:-1], [*beyond, *quarters][:-1], strict=True):
        if comes == goes:
            out.append(out[-1])
            continue
        if comes:
            counts[comes] = counts.get(comes, 0) + 1
            for about in _ABOUT[comes]:
                votes[about] += 1
                sums[about] += comes
        if goes:
            counts[goes] -= 1
            if not counts[goes]:
                del counts[goes]
            for about in _ABOUT[goes]:
                votes[about] -= 1
                sums[about] -= goes
        # Nearly every line of a page asks for it: two plain loops take half of what max takes of so few.
        most = width = 0
        for held in counts:
            if votes[held] > most:
                most = votes[held]
        if most < 3 and most < max(2, sum(counts.values()) - 1):
            out.append(0.0)
            continue
        # First lines of paragraphs are two ems narrower and may be many; no line is wider than its column but by a
        # hanging mark.
        enough = WIDER * most
        for held in counts:
            if held > width and votes[held] >= enough:
                width = held
        out.append(sums[width] / votes[width] / 4)
    return out


# The widths up to half an em narrower or wider than each; no line that counts is wider than 60 ems.
_ABOUT = [tuple(range(width - 2, width + 3)) for width in range(4 * 60 + 3)]


# A wider width counts as the column's when it has this share of the votes of the commonest.
WIDER = 0.6
