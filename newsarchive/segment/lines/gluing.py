"""Lines that an extractor tore, made whole again: at squeezed marks, one character below the other, drawn twice."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from newsarchive.segment.forms import marks
from newsarchive.segment.forms.credits import is_credit
from newsarchive.segment.forms.facts import HAN
from newsarchive.segment.lines.line import NEVER_FIRST, OPENING, PUNCT, SENTENCE_END, Line, ems, widths_around


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
    lines = _glue_credits(_glue_jumps(_glue_vertical(_glue_doubled(lines), text), text), text)
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
    between = " " if re.match(r"[A-Za-z0-9]", b.flat) and re.search(r"[A-Za-z0-9]$", a.flat) else ""
    flat = a.flat + between + b.flat
    return replace(a, end=b.end, flat=flat, width=a.width + ems(between) + b.width)


# How a jump line begins at the end of a line: （下转第, ▶下转.
_JUMP_BEGUN = re.compile(r"(?:[（(【\[][^（()）\]】]{0,8}|[▶►→]?[ 　]*下[转轉][^版]{0,5})$")


def _glue_jumps(lines: list[Line], text: str) -> list[Line]:
    """A jump line that did not fit behind its text and goes on below it (（下转第 / 9版）) is one line, and no text."""
    out: list[Line] = []
    for one in lines:
        told = out and not one.gap and ("版" in one.flat or "版" in out[-1].flat)
        begun = _JUMP_BEGUN.search(out[-1].flat) if told else None
        shown = _JUMP_BEGUN.search(text[out[-1].start : out[-1].end]) if begun else None
        flat = begun.group() + one.flat if begun else ""
        if not begun or not shown or not (marks.JUMP_TO.fullmatch(flat) or marks.JUMP_FROM.fullmatch(flat)):
            out.append(one)
            continue
        above = out.pop()
        cut = above.start + shown.start()
        before = text[above.start : cut].rstrip()
        if before:
            left = above.flat[: begun.start()].rstrip()
            out.append(replace(above, end=above.start + len(before), flat=left, width=ems(left)))
        out.append(replace(one, start=cut, flat=flat, width=ems(flat), gap=above.gap and not before, part=bool(before)))
    return out


# A name behind the last sentence of a caption, and what did not fit behind it: 。 甲乙 / 摄.
_TAKER = re.compile(rf"(?<=[。！？”])[ 　]*(?:本报|新华社)?(?:记者|通讯员)?[ 　]*[{HAN}·]{{2,4}}$")
_TAKEN = re.compile("摄影?(?:报道)?|供图")


def _glue_credits(lines: list[Line], text: str) -> list[Line]:
    """Who took a picture, in the last line of its caption, with 摄 on a line of its own: one line apart from that."""
    out: list[Line] = []
    for one in lines:
        last = out[-1] if out and one.flat[:1] in "摄供" and _TAKEN.fullmatch(one.flat) else None
        named = _TAKER.search(last.flat) if last else None
        shown = _TAKER.search(text[last.start : last.end]) if last and named else None
        if not (last and named and shown and is_credit(named.group().strip() + one.flat)):
            out.append(one)
            continue
        begin = shown.start() + len(shown.group()) - len(shown.group().lstrip())
        flat, before = named.group().strip() + one.flat, text[last.start : last.start + shown.start()]
        left = last.flat[: named.start()].rstrip()
        out[-1] = replace(last, end=last.start + len(before.rstrip()), flat=left, width=ems(left))
        out.append(replace(one, start=last.start + begin, flat=flat, width=ems(flat), gap=False, part=True))
    return out


def _glue_torn(lines: list[Line], text: str) -> list[Line]:
    # Torn pieces are many where a column is torn: a wider view finds the whole lines between them.
    widths = widths_around(lines, 9)
    out: list[Line] = []
    for index, (one, after) in enumerate(itertools.zip_longest(lines, lines[1:])):
        if out and _same_line(out[-1], one, after, widths[index]):
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
    if before.flat[-1] not in PUNCT and one.flat[0] not in OPENING:
        return False
    both = before.flat + one.flat
    # Most pieces find no room, which is soon seen.
    fits, opens = _squeezed(both) <= column + 0.3, one.flat[0] in OPENING
    if not fits and not opens:
        return False
    # Two marks side by side share one em or one and a half.
    pairs = sum(1 for a, b in zip(both, both[1:] + " ", strict=False) if a in PUNCT and (b in PUNCT or b == " "))
    width = before.width + one.width - 0.5 * pairs
    opened = opens and width <= column + 0.3
    if not fits and not opened:
        return False
    alone = marks.is_byline(one.flat) or marks.is_byline(before.flat) or marks.is_furniture(one.flat)
    if alone or is_credit(before.flat):
        return False
    pointing = marks.JUMP_TO.search(before.flat) or marks.JUMP_TO.search(one.flat) or marks.JUMP_FROM.match(one.flat)
    if pointing or marks.signature_of(before.flat) or marks.signature_of(one.flat) or before.flat == one.flat:
        return False
    if after is not None and len(one.flat) > 1 and after.flat.startswith(one.flat):
        # Drawn twice to look bold: a line of its own.
        return False
    room = width < column - 1.2 or before.flat.startswith("—")
    if (marks.is_pen_name(one.flat) or marks.is_section(one.flat)) and before.flat[-1] in "”》？！" and room:
        # The writer's name below a headline, or the page's own: a torn line goes on to the end of its column.
        return False
    if SENTENCE_END.search(before.flat):
        # A finished sentence may be the last line of a paragraph: only an opening mark right behind it says that
        # the line went on, to the end of its column or of the paragraph, or to a mark that another piece follows.
        if after is not None and _ends_line(before, one, after, column):
            return True
        whole = width >= column - 1.2 or bool(re.search("[，、：；]$", one.flat) or SENTENCE_END.search(one.flat))
        more = after is not None and width + after.width <= column + 0.3
        return opened and (whole or more)
    return fits


def _squeezed(flat: str) -> float:
    """The width of a text with all its marks squeezed to half."""
    return ems(flat) - 0.5 * len(_MARKS.findall(flat))


_MARKS = re.compile(f"[{PUNCT}]")


def _ends_line(before: Line, one: Line, after: Line, column: float) -> bool:
    """Whether a piece above a line that fills its column ends a line that the piece before it begins: no line above a
    full one is short, but a paragraph's first one by its indent.
    """
    full = not after.gap and after.width >= column - 0.6 and _squeezed(after.flat) <= column + 0.3
    indented = abs(column - 2.0 - one.width) <= 1.0 or bool(marks.speaker(one.flat))
    both = before.width + one.width >= column - 0.3 and _squeezed(before.flat + one.flat) <= column + 0.3
    return full and not indented and both


# Pieces longer than these characters are whole lines, not words drawn twice.
LONGEST_TWICE = 12
_BEGINS_TWICE = re.compile(rf"(.{{1,{LONGEST_TWICE}}})\1", re.DOTALL)


def undouble(flat: str) -> str:
    """``甲乙甲乙摄摄`` → ``甲乙摄``: what is left of a text whose every piece stands twice, or the empty string if
    one does not.
    """
    if len(flat) % 2:
        return ""
    out, i = "", 0
    while i < len(flat):
        for n in range(min(LONGEST_TWICE, (len(flat) - i) // 2), 0, -1):
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
    narrow = [line.width <= 8 for line in lines]
    # Lines up to here are done with.
    done = 0
    for i in [above for above, steps_below in enumerate(narrow[1:]) if steps_below]:
        if i < done:
            continue
        stop = i + 2
        while stop < len(lines) and narrow[stop] and stop < i + STEPS:
            stop += 1
        steps, once = _stair(lines[i:stop])
        if not steps:
            continue
        out.extend(lines[done:i])
        first, last = lines[i], lines[i + steps - 1]
        tail = _tail(first)
        start = first.end - len(tail)
        if tail != first.flat:
            left = first.flat[: -len(tail)].rstrip()
            out.append(replace(first, end=start, flat=left, width=ems(left)))
        whole = tail == first.flat
        out.append(Line(start, last.end, once, ems(once), first.gap and whole, part=not whole))
        done = i + steps
    return [*out, *lines[done:]]


# Lines of a stair, at most.
STEPS = 6


def _stair(run: list[Line]) -> tuple[int, str]:
    """How many of some lines, from the end of the first one on, are a stair, as many as may be, and what they say once;
    0 if they are none.
    """
    steps = [_tail(run[0]), *(line.flat for line in run[1:])]
    # Hardly any line begins with what stands twice, however many of those below it go on with it.
    if not _BEGINS_TWICE.match("".join(steps).replace(" ", "")):
        return 0, ""
    for n in range(len(steps), 1, -1):
        once = undouble("".join(steps[:n]).replace(" ", ""))
        # A stair's first step goes on in the next: a line that stands twice is one by itself.
        whole = n > 2 and steps[0] == steps[1]
        if not whole and len(once) > 2 and (is_credit(once) or marks.is_furniture(once)):
            return n, once
    return 0, ""


def _tail(line: Line) -> str:
    """What stands behind the last blank of a line."""
    return line.flat.rsplit(" ", 1)[-1]


def _glue_vertical(lines: list[Line], text: str) -> list[Line]:
    out: list[Line] = []
    run: list[Line] = []

    def flush() -> None:
        # Three or more characters one below the other are a vertical headline; two may be a stray tail.
        if len(run) >= 3:
            flat = "".join(x.flat for x in run)
            half = len(run) // 2
            # Painted twice to look bold, it is two lines, one below the other.
            twice = half >= 3 and len(flat) == len(run) and flat == 2 * flat[:half]
            for held in (run[:half], run[half:]) if twice else (run,):
                shown = "".join(x.flat for x in held)
                out.append(Line(held[0].start, held[-1].end, shown, ems(shown), held[0].gap, False, False, True))
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
            if run:
                flush()
            out.append(one)
    flush()
    return out
