"""A page painted column by column, put into the order in which it is read.

Such a dump leaves an article at the foot of each of its columns, often inside a sentence, and takes it up at the head
of the next one, below others. Nothing marks these places. But columns are read from top to foot, so articles are taken
up in the order in which they were left; the columns of one article are about equally deep; and what was left open goes
on somewhere. What the best reading of the page is column_readings.py says. The page is put in order only if that
explains it much better than reading it as it stands.
"""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from newsarchive.segment.forms import marks
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.form import BODY, BYLINE, CREDIT, DISPLAY, DUPLICATE, JUMP, SIGNATURE, Form
from newsarchive.segment.roles.look import Look
from newsarchive.segment.sequence.column_readings import Columns, Read
from newsarchive.segment.sequence.column_signs import ColumnSigns, unfinished

# Headlines and bylines right behind an unfinished sentence: a page painted so has two, a short one one, and a long one
# more: those of the bench have one for every 45 to 95 lines of text, few others so many.
SHORT, HINTED = 60, 120
# What reading it so must explain better, in all and for every line of text, and times that an article is taken up.
# Pages painted so gain .12 to .18 a line, others whose pieces an extractor mixed up below .08.
GAIN, GAIN_A_LINE, LEAST = 5.0, 0.09, 2


def in_reading_order(
    lines: Sequence[Line], forms: Sequence[Form], seen: Sequence[Look], heads: Iterable[int]
) -> list[Line] | None:
    """The lines of a page painted column by column in the order in which they are read; None if it is not painted so.

    ``heads`` are the lines that a first reading took for the heads of articles.
    """
    body = sum(form in BODY for form in forms)
    if broken_off(lines, forms, frozenset(heads)) < max(body / HINTED, 1 if body <= SHORT else 2):
        return None
    signs = ColumnSigns(lines, forms, seen, heads)
    if len(signs.body) < 2:
        return None
    columns = Columns(signs)
    read = columns.read(takes=True)
    least = max(GAIN, GAIN_A_LINE * len(signs.body))
    if read.taken < LEAST or read.value - columns.read(takes=False).value < least:
        return None
    return arranged(signs, read)


def broken_off(lines: Sequence[Line], forms: Sequence[Form], heads: Container[int]) -> int:
    """How many headlines and bylines stand right behind an unfinished sentence."""
    count = 0
    for is_text, group in itertools.groupby(range(len(lines)), key=lambda i: forms[i] in BODY):
        run = list(group)
        last = run[0] - 1
        if is_text or last < 0 or not unfinished(lines[last]):
            continue
        shown = [k for k in run if forms[k] in (DISPLAY, BYLINE)]
        count += bool(shown) and (forms[shown[0]] is BYLINE or any(k in heads for k in shown))
    return count


def arranged(signs: ColumnSigns, read: Read) -> list[Line]:
    """The lines of a page, article by article as it was read; what is no text stays with the text it stands at."""
    lines, forms, body = signs.lines, signs.forms, signs.body
    count = max(read.chosen) + 1
    stories: list[list[int]] = [[] for _ in range(count)]
    asides: list[list[int]] = [[] for _ in range(count)]
    # Where the text of each article begins, behind its head.
    heads = [0] * count
    order: list[int] = []
    goes_on = set()
    tails: dict[int, int] = {}
    for b, j in enumerate(body):
        n = read.chosen[b]
        last = read.chosen[b - 1] if b else n
        begin = not stories[n]
        if begin:
            # What begins here may be no more than a part of the article above it, under a subhead.
            order.insert(order.index(last) + 1 if b else 0, n)
        between = signs.between(b) if b else range(j)
        pictured = headlines_of_pictures(between, forms)
        for k in between:
            if n == last:
                stories[n].append(k)
            elif k in pictured:
                asides[last].append(k)
            elif forms[k] in (JUMP, SIGNATURE):
                stories[last].append(k)
            elif (forms[k] is DISPLAY and (begin or not marks.is_pen_name(lines[k].flat))) or (
                forms[k] is BYLINE and begin
            ):
                stories[n].append(k)
            elif forms[k] in (BYLINE, DISPLAY):
                # A byline at the head of a column is that of the article taken up there.
                stories[n].insert(heads[n], k)
                heads[n] += 1
            else:
                asides[last].append(k)
        if begin:
            heads[n] = len(stories[n])
        elif n != last and signs.ends[tails[n]].startswith("open"):
            goes_on.add(j)
        stories[n].append(j)
        tails[n] = b
    out = [k for n in order for k in (*stories[n], *asides[n])]
    out.extend(range(body[-1] + 1, len(lines)))
    return [replace(lines[k], gap=False) if k in goes_on else lines[k] for k in out]


def headlines_of_pictures(between: Sequence[int], forms: Sequence[Form]) -> set[int]:
    """The display lines right above a caption or a credit: picture news, which stays together."""
    out: set[int] = set()
    run: list[int] = []
    for k in between:
        if forms[k] is DISPLAY:
            run.append(k)
        elif forms[k] is not DUPLICATE:
            out.update(run if forms[k] is CREDIT else [])
            run = []
    return out
