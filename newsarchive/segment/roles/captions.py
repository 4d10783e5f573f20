"""Captions and picture credits: which lines stand under a photograph and not in a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsarchive.segment.forms import marks
from newsarchive.segment.forms.credits import is_titled
from newsarchive.segment.forms.facts import facts
from newsarchive.segment.lines.line import CLOSERS, SENTENCE_END, Line, ends_sentence
from newsarchive.segment.roles.form import BODY, CREDIT, DISPLAY, JUMP, ON, SIGNATURE, START, UNTOLD, Form
from newsarchive.segment.roles.look import Look
from newsarchive.segment.roles.role import FULL, breaks_off


@dataclass(frozen=True, slots=True)
class Picture:
    """A caption and the credits that stand with it, as indices of lines."""

    caption: tuple[int, ...]
    credits: tuple[int, ...]


# A caption tells one scene; longer text beside a credit is an article whose author also took the picture.
LONGEST = 6


def find(lines: list[Line], forms: list[Form], seen: list[Look]) -> tuple[list[Form], list[Picture]]:
    """The captions of a page; their lines become ``CREDIT`` so that no paragraph takes them up."""
    out = list(forms)
    pictures: list[Picture] = []
    for index, form in enumerate(forms):
        if form is not CREDIT or marks.is_furniture(lines[index].flat):
            continue
        called = index > 0 and forms[index - 1] is DISPLAY and is_titled(lines[index - 1].flat)
        caption = [index - 1] if called else _before(lines, forms, index)
        if caption and not called:
            caption += _behind(lines, forms, caption, index)
            if _runs_on(lines, seen, caption):
                caption = []
        pictures.append(Picture(tuple(caption), (index,)))
        for i in caption:
            out[i] = CREDIT
    taken = {i for p in pictures for i in p.caption}
    openings = facts()["credit"]["photo_openings"]
    for index, form in enumerate(forms):
        if index in taken or form not in UNTOLD:
            continue
        flat = lines[index].flat
        # A number stands before a question too (①问：…).
        opening = flat.startswith(openings) and not _asks(flat)
        # Most lines end no sentence.
        whole = flat[-1:] in CLOSERS and (_points_out(lines, forms, index) or _alone(lines, forms, seen, index))
        if not (opening or whole):
            continue
        caption = [index]
        while opening and not SENTENCE_END.search(lines[caption[-1]].flat) and len(caption) < LONGEST:
            after = caption[-1] + 1
            if after >= len(lines) or lines[after].flat.startswith(openings):
                break
            if forms[after] not in BODY and not _fills(lines, forms, caption[-1]):
                break
            caption.append(caption[-1] + 1)
        # The rest of a caption of several sentences, up to its short last line.
        while opening and len(caption) < LONGEST and caption[-1] + 1 < len(lines) and forms[caption[-1] + 1] is ON:
            room = max(lines[i].width for i in caption) - lines[caption[-1]].width
            if room > ROOM and SENTENCE_END.search(lines[caption[-1]].flat):
                break
            caption.append(caption[-1] + 1)
        if caption[-1] + 1 < len(forms) and forms[caption[-1] + 1] is CREDIT:
            caption += _behind(lines, forms, caption, caption[-1] + 1)
        pictures.append(Picture(tuple(caption), ()))
        taken.update(caption)
        for i in caption:
            out[i] = CREDIT
    lacking = sum(not picture.caption for picture in pictures)
    told = list(_told_of_pictures(lines, out)) if lacking else []
    for news in told if len(told) <= lacking else ():
        pictures.append(Picture(tuple(news), ()))
        out[news.start : news.stop] = [CREDIT] * len(news)
    return out, pictures


def _asks(flat: str) -> bool:
    """Whether a line with a number is what somebody asks or answers, and no caption: ①问：…."""
    return marks.speaker(flat).endswith(("问", "答", "说", "记者"))


def _fills(lines: list[Line], forms: list[Form], index: int) -> bool:
    """Whether a line of a caption read as display type goes on in the next one: that is narrower, stands right below
    and ends as a sentence or a bracket does.
    """
    first, after = lines[index], lines[index + 1]
    both = forms[index] is forms[index + 1] is DISPLAY and not after.gap and after.width < first.width
    return both and not first.flat.endswith(_BRACKET) and (after.flat.endswith(_BRACKET) or ends_sentence(after.flat))


_BRACKET = ("）", ")")


def _points_out(lines: list[Line], forms: list[Form], index: int) -> bool:
    """Whether a paragraph of one line says who is who in a picture (甲乙（右）在…): a finished sentence that nothing
    goes on with, below another.
    """
    flat = lines[index].flat
    if forms[index] is not START or not _WHO.search(flat) or not SENTENCE_END.search(flat) or "“" in flat:
        return False
    ended = not index or forms[index - 1] not in BODY or bool(SENTENCE_END.search(lines[index - 1].flat))
    return ended and (index + 1 == len(lines) or forms[index + 1] is not ON)


_WHO = re.compile("[（(](?:[前后]排)?[左右中前后][起侧边]?(?:[一二三四五六七八]|[一二三四五六七八]者)?[）)]")


def _told_of_pictures(lines: list[Line], forms: list[Form]) -> Iterator[range]:
    """What looks like picture news behind another text: one paragraph that begins with the day, right below a finished
    one, with nothing but display type and such below it. Nobody speaks in it.
    """
    for first in range(1, len(lines)):
        if forms[first] is not START or forms[first - 1] not in BODY or not _DAY.match(lines[first].flat):
            continue
        stop = first + 1
        while stop < len(lines) and forms[stop] is ON:
            stop += 1
        text = "".join(lines[i].flat for i in range(first, stop))
        alone = stop == len(lines) or forms[stop] not in BODY
        told = stop - first <= LONGEST and len(text) <= NEWS and text.endswith("。") and not _SPOKEN.search(text)
        if alone and told and SENTENCE_END.search(lines[first - 1].flat):
            yield range(first, stop)


# Picture news has few characters; in what is said somebody speaks.
NEWS = 120
_DAY, _SPOKEN = re.compile(r"(?:\d{1,2}月)?\d{1,2}日，"), re.compile("[“”：]|记者|表示|介绍|据")


# Ems that the last line of a paragraph leaves free where it has surely ended.
ROOM = 1.6


def _before(lines: list[Line], forms: list[Form], index: int) -> list[int]:
    """The caption that ends right before the credit at ``index``: one paragraph of few lines that no open
    paragraph runs into.
    """
    first = index
    while first > 0 and forms[first - 1] in BODY and index - first <= LONGEST:
        first -= 1
    run = list(range(first, index))
    box = _broad(lines, forms, first, index) or _box(lines, first, index)
    if box:
        return box
    alone = bool(run) and (first == 0 or forms[first - 1] not in BODY)
    starts = [i for i in run if forms[i] is START]
    start = starts[-1] if starts else None
    ended = bool(run) and bool(SENTENCE_END.search(lines[run[-1]].flat))
    above = forms[first - 1] if alone and first else None
    # An article has ended above it, or it is picture news under its headline: 4月2日，…, or one paragraph in whose last
    # line the credit stands.
    within = lines[index].part and len(starts) <= 1 and not marks.lead_of(lines[first].flat)
    told = above is DISPLAY and ended and (within or marks.first_words(lines[first].flat) == "fresh")
    if (told or above in (JUMP, SIGNATURE)) and len(run) <= LONGEST:
        return run
    if start is not None and lines[start].gap and not ended and _behind(lines, forms, run, index):
        # The credit stands in its last line.
        run = list(range(start, index))
    elif len(run) > LONGEST or (
        run and not (alone and len(run) <= LONE and ended) and (forms[first] is ON or len(starts) > 1)
    ):
        # A column ends here: the caption is its last paragraph, if that is set in another width.
        apart = start is not None and start > first and _apart(lines, first, start, index)
        run = list(range(start, index)) if start is not None and apart else []
    i = index - 1
    if i >= 0 and forms[i] is DISPLAY and not run:
        # The few last characters of its sentence stand behind the credit.
        tail = sum(lines[k].width for k in _behind(lines, forms, [i], index))
        if SENTENCE_END.search(lines[i].flat) or 0 < tail < lines[i].width / 2:
            return [i]
    return run if len(run) <= LONGEST else []


def _broad(lines: list[Line], forms: list[Form], first: int, index: int) -> list[int]:
    """The lines right above the credit at ``index``, from ``first`` at the earliest, that begin with one which the
    column above could not hold: a caption below a picture over several columns, each of its lines in one.
    """
    for start in range(first, index):
        above = [lines[i].width for i in range(max(0, start - COLUMN), start) if forms[i] in BODY]
        times = BROAD if forms[start] is START else BROADER
        if len(above) == COLUMN and lines[start].width > times * max(above):
            return list(range(start, index)) if SENTENCE_END.search(lines[index - 1].flat) else []
    return []


# Lines that show how wide a column is, and how many times as wide a line over two columns and their gap is; beside a
# picture a column is half as wide, and where it ends its text goes on in lines twice as wide.
COLUMN, BROAD, BROADER = 5, 1.8, 2.4


def _box(lines: list[Line], first: int, index: int) -> list[int]:
    """A sentence or two of ``SHORT`` lines that a blank line parts from the body above, from ``first`` on: right above
    a credit they are the caption, whether they look like a paragraph of the column or not. The last paragraph of a
    column is longer, and what somebody says is no caption.
    """
    start = next((i for i in range(index - 1, max(first, index - SHORT) - 1, -1) if lines[i].gap), index)
    box = list(range(start, index))
    text = "".join(lines[i].flat for i in box)
    return box if text.endswith("。") and "“" not in text else []


# Lines of a caption that tells no more than who does what.
SHORT = 2


def _runs_on(lines: list[Line], seen: list[Look], caption: list[int]) -> bool:
    """Whether a text of several lines stops within a sentence at the very end of its last line, as a column does at a
    picture; a caption without a full stop ends somewhere in the line.
    """
    last = caption[-1]
    return len(caption) > 1 and not SENTENCE_END.search(lines[last].flat) and abs(seen[last].short) <= FULL


def _behind(lines: list[Line], forms: list[Form], caption: list[int], index: int) -> list[int]:
    """The last line of a caption that stands behind the credit at ``index``: the credit is set at the right end of
    the caption's last line, and an extractor that sorts by height takes it first.
    """
    after = index + 1
    if after >= len(lines) or forms[after] not in UNTOLD or _goes_on(lines, forms, after):
        return []
    unfinished = not SENTENCE_END.search(lines[caption[-1]].flat)
    if not SENTENCE_END.search(lines[after].flat) or (len(lines[after].flat) < 4 and not unfinished):
        return []
    if after + 1 < len(lines) and forms[after + 1] is CREDIT:
        # It stands above a credit of its own: the caption of the next picture.
        return []
    above = caption[0] - 1
    torn = lines[after].gap or not SENTENCE_END.search(lines[above].flat)
    # What follows a whole caption goes on with the column that it interrupts.
    interrupts = above >= 0 and forms[above] in BODY and torn
    return [after] if unfinished or (len(caption) == 1 and not interrupts) else []


def _goes_on(lines: list[Line], forms: list[Form], index: int) -> bool:
    """Whether more text of a column follows the line at ``index`` directly."""
    return index + 1 < len(lines) and forms[index + 1] in BODY and not lines[index + 1].gap


# A sentence between things that are no body: a caption, even where its first line was read as the rest of a column.
LONE = 3


def _apart(lines: list[Line], first: int, start: int, end: int) -> bool:
    """Whether the lines from ``start`` are no part of the column from ``first`` to it: they are set wider or narrower,
    or they are one sentence behind a blank line, and the column stops within a sentence.
    """
    column = max(lines[i].width for i in range(max(first, start - 6), start))
    caption = max(lines[i].width for i in range(start, end))
    if end - start > 1:
        return abs(column - caption) > 1.3
    torn = not SENTENCE_END.search(lines[start - 1].flat) and lines[start].gap
    return torn and bool(SENTENCE_END.search(lines[start].flat))


def _alone(lines: list[Line], forms: list[Form], seen: list[Look], index: int) -> bool:
    """A single finished sentence between things that are no body, such as a caption torn from its credit."""
    flat = lines[index].flat
    if not flat.endswith("。") or flat.startswith(("“", "（")) or seen[index].lead:
        return False
    if len(flat) < 8 or "：" in flat or marks.VOID.search(flat):
        return False
    before = index == 0 or forms[index - 1] not in BODY
    after = index + 1 == len(lines) or forms[index + 1] not in BODY
    torn_before = breaks_off(lines, forms, index - 1)
    torn_after = index + 1 < len(lines) and forms[index + 1] is ON
    if before and lines[index].gap and _wider(lines, forms, index):
        return True
    if forms[index] is ON:
        return False
    credit_near = any(forms[i] is CREDIT for i in range(max(0, index - 3), min(len(lines), index + 4)))
    return (before and after and credit_near) or (torn_before and (after or torn_after) and lines[index].gap)


def _wider(lines: list[Line], forms: list[Form], index: int) -> bool:
    """Whether a sentence in one line is too wide for the column of text that begins right below it."""
    below = range(index + 1, min(index + 1 + COLUMN, len(lines)))
    begins = len(below) == COLUMN and forms[index + 1] is START and all(forms[i] in BODY for i in below)
    wide = begins and lines[index].width > max(lines[i].width for i in below) + WIDER
    return wide and lines[index].flat.count("。") == 1


# Ems that no line of a column is wider than the others.
WIDER = 1.3
