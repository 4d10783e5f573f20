"""From text to lines: physical lines cut where they hold two things, glued where an extractor broke one, measured
in ems.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from newsarchive.segment import layout, marks

# Marks that Chinese typesetting never lets begin a line (kinsoku); a dump line that begins so was torn off its
# predecessor.
NEVER_FIRST = "，。、；：？！”’）》」』】…％%·,.;:?!)]"
SENTENCE_END = re.compile(r"[。！？…!?][”’」』）)》]*$")
HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_PUNCT = "，。、；：？！“”‘’（）《》「」『』【】…—·"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of type: ``text[start:end]`` of the page, folded for recognition and measured.

    ``width`` is in ems. ``gap`` says a blank line (or the page's edge) stands before it, ``part`` that it was cut off
    the line before it (a credit after its caption), ``spaced`` that its characters are set apart, ``apart`` that they
    are or were before cleaning.
    """

    start: int
    end: int
    flat: str
    width: float
    gap: bool
    spaced: bool = False
    part: bool = False
    vertical: bool = False
    apart: bool = False


@lru_cache(maxsize=4096)
def _em(char: str) -> float:
    if char in " \t":
        return 0.25
    if char in "“”‘’…—·" or unicodedata.east_asian_width(char) in "WF":
        return 1.0
    return 0.5


def ems(text: str) -> float:
    """The width of a line in ems: Han and their punctuation one, Latin letters and digits half, blanks a quarter."""
    return sum(map(_em, text))


def fold(text: str) -> str:
    """The line as its reader sees it: widths of letters, digits and brackets unified, letter-spacing closed, no
    outer blanks.
    """
    folded = "".join(
        unicodedata.normalize("NFKC", c)
        if "Ａ" <= c <= "ｚ" or "０" <= c <= "９" or c in "　％＋" or "⺀" <= c <= "⿟"
        else c
        for c in text
    )
    return _close(folded.strip())


def is_spaced(text: str) -> bool:
    """Whether nearly every character is set apart by one blank, as headlines and stretched lines are."""
    tokens = text.split(" ")
    if len(tokens) < 4:
        return False
    single = sum(1 for t in tokens if len(t) == 1 or re.fullmatch(r"[A-Za-z0-9.%+\-]+", t))
    return single >= 0.7 * len(tokens) and len(tokens) * 1.0 >= 0.45 * len(text.replace(" ", ""))


def _close(text: str) -> str:
    if is_spaced(re.sub(r" {2,}", " ", text)):
        wide = re.sub(r"(?<=[^ A-Za-z0-9]) (?=[^ ])|(?<=[^ ]) (?=[^ A-Za-z0-9])", "", text)
        return re.sub(r" {2,}", " ", wide)
    return text


_BREAK = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_LONG_GAP = re.compile(r"[ 　\t]{2,}")


def _pieces(flat_of: str, start: int) -> list[tuple[int, int]]:
    """Cut one physical line where something ends that is not type of its column: jump line, signature, credit."""
    text = flat_of
    found = marks.JUMP_TO.search(text)
    if found and found.start() > 0 and text[: found.start()].strip():
        return [(start, start + len(text[: found.start()].rstrip())), (start + found.start(), start + len(text))]
    at = marks.credit_at_end(text)
    if at > 0:
        return [(start, start + len(text[:at].rstrip())), (start + at, start + len(text))]
    return [(start, start + len(text))]


def set_apart(raw: str) -> frozenset[int]:
    """The numbers, from 0, of the lines of a raw dump whose characters are set apart: cleaning closes them."""
    return frozenset(number for number, row in enumerate(_BREAK.split(raw)) if " " in row and _set_apart(row))


def _set_apart(shown: str) -> bool:
    return is_spaced(re.sub(r"[ 　\t]+", " ", shown.strip()))


def split(text: str, spaced: Collection[int] = ()) -> list[Line]:
    """The lines of a page in reading order, blank ones left out but remembered in ``gap``; ``spaced`` are the numbers
    of those that were set apart before cleaning.

    They are the dump's own lines in its order, but for a dump that draws the page with blanks: there the columns
    are put back first.
    """
    ends = [(m.start(), m.end()) for m in _BREAK.finditer(text)] + [(len(text), len(text))]
    begins = [0, *(after for _, after in ends)]
    rows = [(begin, text[begin:end]) for begin, (end, _) in zip(begins, ends, strict=False)]
    if layout.is_layout([row for _, row in rows]):
        return _columns(rows, text)
    lines: list[Line] = []
    gap = True
    for row, (at, raw) in enumerate(rows):
        bare = raw.strip()
        if not bare:
            gap = True
            continue
        begin = at + raw.index(bare)
        for number, (a, b) in enumerate(_pieces(bare, begin)):
            line = make(text[a:b], a, b, gap and number == 0, number > 0)
            lines.append(replace(line, apart=True) if row in spaced else line)
        gap = False
    return lines


def _columns(rows: list[tuple[int, str]], text: str) -> list[Line]:
    lines: list[Line] = []
    for column in layout.columns([layout.pieces_of(row, at) for at, row in rows]):
        gap = True
        for piece in column:
            for number, (a, b) in enumerate(_pieces(text[piece.start : piece.end], piece.start)):
                lines.append(make(text[a:b], a, b, gap and number == 0, number > 0))
            gap = False
    return lines


def make(shown: str, start: int, end: int, gap: bool, part: bool = False) -> Line:
    """Measure one line."""
    flat = fold(shown)
    spaced = _set_apart(shown)
    return Line(start, end, flat, ems(flat), gap, spaced, part, apart=spaced)


def glue(lines: list[Line], text: str) -> list[Line]:
    """Undo what extractors tear: lines that begin with a mark no line may begin with, and headlines of one
    character a line.

    In a dump that tears lines at squeezed marks (pdftotext -raw), the torn pieces of one line stand one after the
    other; they are
    glued as long as together they are no wider than the column around them.
    """
    if any(b.start < a.end for a, b in itertools.pairwise(lines)):
        # The lines were put back into columns: neighbours are no neighbours in the text.
        return lines
    lines = _glue_vertical(_glue_doubled(lines), text)
    torn = sum(1 for one in lines if one.flat[0] in NEVER_FIRST and not one.part)
    out: list[Line] = []
    for one in lines:
        if out and one.flat[0] in NEVER_FIRST and not one.gap and not one.part and not out[-1].vertical:
            out[-1] = _joined(out[-1], one, text)
        else:
            out.append(one)
    # A page of justified type has a few such lines by chance; a tearing extractor leaves them on every screen.
    if torn >= max(3, 0.02 * len(lines)):
        out = _glue_torn(out, text)
    return out


def _joined(a: Line, b: Line, text: str) -> Line:
    flat = a.flat + (" " if re.match(r"[A-Za-z0-9]", b.flat) and re.search(r"[A-Za-z0-9]$", a.flat) else "") + b.flat
    return replace(a, end=b.end, flat=flat, width=ems(flat))


def _glue_torn(lines: list[Line], text: str) -> list[Line]:
    # Torn pieces are many where a column is torn: a wider view finds the whole lines between them.
    widths = local_widths(lines, 9)
    out: list[Line] = []
    for index, (one, after) in enumerate(itertools.zip_longest(lines, lines[1:])):
        if out and _same_line(out[-1], one, after, widths[index][0]):
            out[-1] = _joined(out[-1], one, text)
        else:
            out.append(one)
    return out


def _same_line(before: Line, one: Line, after: Line | None, column: float) -> bool:
    """Whether two torn pieces fit on one line of the column, the cut falling beside a squeezed mark; ``after`` is what
    stands below them.
    """
    if (
        one.gap
        or one.part
        or one.spaced
        or before.spaced
        or before.vertical
        or not column
        or before.width >= column - 1.2
    ):
        return False
    if (
        (before.flat[-1] not in _PUNCT and one.flat[0] not in OPENING)
        or marks.is_byline(one.flat)
        or marks.is_byline(before.flat)
        or marks.is_furniture(one.flat)
        or marks.is_credit(before.flat)
    ):
        return False
    pointing = marks.JUMP_TO.search(before.flat) or marks.JUMP_TO.search(one.flat) or marks.JUMP_FROM.match(one.flat)
    if pointing or marks.signature_of(before.flat) or marks.signature_of(one.flat) or before.flat == one.flat:
        return False
    if after is not None and len(one.flat) > 1 and after.flat.startswith(one.flat):
        # Drawn twice to look bold: a line of its own.
        return False
    both = before.flat + one.flat
    # Two marks side by side share one em or one and a half.
    pairs = sum(1 for a, b in zip(both, both[1:] + " ", strict=False) if a in _PUNCT and (b in _PUNCT or b == " "))
    width = before.width + one.width - 0.5 * pairs
    room = width < column - 1.2 or before.flat.startswith("—")
    if (marks.is_pen_name(one.flat) or marks.is_section(one.flat)) and before.flat[-1] in "”》？！" and room:
        # The writer's name below a headline, or the page's own: a torn line goes on to the end of its column.
        return False
    if SENTENCE_END.search(before.flat):
        # A finished sentence may be the last line of a paragraph: only an opening mark right behind it says that
        # the line went on, to the end of its column or of the paragraph, or to a mark that another piece follows.
        whole = width >= column - 1.2 or bool(re.search("[，、：；]$", one.flat) or SENTENCE_END.search(one.flat))
        more = after is not None and width + after.width <= column + 0.3
        return one.flat[0] in OPENING and width <= column + 0.3 and (whole or more)
    squeezed = before.width + one.width - 0.5 * sum(c in _PUNCT for c in both)
    return squeezed <= column + 0.3


OPENING = "“‘（《「『【…"


def undouble(flat: str) -> str:
    """``甲乙甲乙摄摄`` → ``甲乙摄``: what is left of a text whose every piece stands twice, or the empty string if
    one does not.
    """
    out, i = "", 0
    while i < len(flat):
        # Pieces longer than twelve characters are whole lines, not words drawn twice.
        for n in range(min(12, (len(flat) - i) // 2), 0, -1):
            if flat[i : i + n] == flat[i + n : i + 2 * n]:
                out += flat[i : i + n]
                i += 2 * n
                break
        else:
            return ""
    return out


def _glue_doubled(lines: list[Line]) -> list[Line]:
    """A credit drawn twice with a small shift may come out as a stair: 通讯员 / 通讯员 甲乙 / 甲乙 摄 / 摄. Its
    lines become one.
    """
    out: list[Line] = []
    i = 0
    while i < len(lines):
        for n in range(min(6, len(lines) - i), 1, -1):
            run = lines[i : i + n]
            if any(x.width > 8 for x in run[1:]):
                continue
            tail = run[0].flat.rsplit(" ", 1)[-1]
            once = undouble("".join([tail, *(x.flat for x in run[1:])]).replace(" ", ""))
            # A stair's first step goes on in the next: a line that stands twice is one by itself.
            whole = n > 2 and tail == run[1].flat
            if whole or len(once) < 3 or not (marks.is_credit(once) or marks.is_furniture(once)):
                continue
            start = run[0].end - len(tail)
            if tail != run[0].flat:
                out.append(
                    replace(
                        run[0],
                        end=start,
                        flat=run[0].flat[: -len(tail)].rstrip(),
                        width=ems(run[0].flat[: -len(tail)].rstrip()),
                    )
                )
            out.append(
                Line(start, run[-1].end, once, ems(once), run[0].gap and tail == run[0].flat, part=tail != run[0].flat)
            )
            i += n
            break
        else:
            out.append(lines[i])
            i += 1
    return out


def _glue_vertical(lines: list[Line], text: str) -> list[Line]:
    out: list[Line] = []
    run: list[Line] = []

    def flush() -> None:
        # Three or more characters one below the other are a vertical headline; two may be a stray tail.
        if len(run) >= 3:
            flat = "".join(x.flat for x in run)
            out.append(Line(run[0].start, run[-1].end, flat, ems(flat), run[0].gap, False, False, True))
        else:
            out.extend(run)
        run.clear()

    for one in lines:
        if (
            len(one.flat) == 1
            or (len(one.flat) == 2 and one.flat[0] in NEVER_FIRST + "“‘（《")
            or (run and len(one.flat) == 2 and one.flat.isdigit())
        ):
            # Where no blank line stands between the characters of one, one between two parts two headlines.
            if one.part or (one.gap and len(run) > 2 and not any(x.gap for x in run[1:])):
                flush()
            run.append(one)
        else:
            flush()
            out.append(one)
    flush()
    return out


def local_widths(lines: list[Line], reach: int = 7) -> list[tuple[float, float, float]]:
    """The column's width in ems around every line, in the lines before it, and from it on; 0 where lines share no
    width.

    Measured over ``reach`` lines to each side, because a column changes its width inside an article and between
    articles.
    """
    around, behind, ahead = _Window(), _Window(), _Window()
    for x in lines[:reach]:
        around.add(x)
        ahead.add(x)
    out = []
    for i, x in enumerate(lines):
        if i + reach < len(lines):
            around.add(lines[i + reach])
        if i > reach:
            around.drop(lines[i - reach - 1])
        out.append((around.width(), behind.width(), ahead.width()))
        ahead.drop(x)
        if i + reach < len(lines):
            ahead.add(lines[i + reach])
        behind.add(x)
        if i >= reach:
            behind.drop(lines[i - reach])
    return out


class _Window:
    """The widths of some neighbouring lines, counted in quarters of an em."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()
        # For every width the lines up to half an em narrower or wider.
        self._votes: Counter[int] = Counter()
        self._total = 0

    def add(self, line: Line) -> None:
        self._change(line, 1)

    def drop(self, line: Line) -> None:
        self._change(line, -1)

    def _change(self, line: Line, by: int) -> None:
        if not line.part and 5 <= line.width <= 60:
            quarters = round(4 * line.width)
            self._counts[quarters] += by
            if not self._counts[quarters]:
                del self._counts[quarters]
            for width in range(quarters - 2, quarters + 3):
                self._votes[width] += by
            self._total += by

    def width(self) -> float:
        """The width that most lines share, up to half an em either way, for marks are squeezed and stretched."""
        counts, votes = self._counts, self._votes
        most = max((votes[w] for w in counts), default=0)
        if most < min(3, max(2, self._total - 1)):
            return 0.0
        # First lines of paragraphs are two ems narrower and may be many; no line is wider than its column but by a
        # hanging mark.
        width = max(w for w in counts if votes[w] >= WIDER * most)
        return sum((width + d) * counts[width + d] for d in (-2, -1, 0, 1, 2)) / votes[width] / 4


# A wider width counts as the column's when it has this share of the votes of the commonest.
WIDER = 0.6
