"""Display lines that hold two things, cut: the headlines of two articles, or a byline and a headline, side by side."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from newsarchive.segment.display.ties import SAME_STORY, SAME_SUBJECT, Places, agreement, openings
from newsarchive.segment.forms.facts import facts
from newsarchive.segment.forms.kickers import is_topic_line
from newsarchive.segment.forms.marks import is_byline, is_own_notice, is_pen_name, names_of
from newsarchive.segment.kin.vocabulary import held_of, tokens
from newsarchive.segment.lines.line import NEVER_FIRST, OPENING, Line, cut_at, ems, inked
from newsarchive.segment.roles.form import DISPLAY, Form
from newsarchive.segment.roles.role import bylines_below
from newsarchive.text.words import cut as words
from newsarchive.text.words import part_of_speech


def part_merged(lines: list[Line], forms: list[Form], text: str) -> list[Line]:
    """Cut display lines that hold the headlines of two articles, or a byline and a headline, which stood at one
    height on the page.

    A headline may have a blank inside too (two clauses); it is cut only where its halves share words with
    different places of the page, or only some where it stands alone over two bylines, or one of them is that of a
    notice (… 启事, 诚聘 …).
    """
    candidates = {i for i, f in enumerate(forms) if f is DISPLAY and _halves(text, lines[i])}
    apart = {i for i, f in enumerate(forms) if f is DISPLAY and _wordwise(text, lines[i])}
    if not candidates and not apart:
        return lines
    body, opening = openings(lines, forms)
    # Nothing is asked of what none of these lines says.
    said = {t for i in candidates | apart for half in _all_halves(text, lines[i]) for t in tokens(half)}
    places = Places(held_of(said, [lines[i].flat for i in body]), opening)
    out: list[Line] = []
    for i, line in enumerate(lines):
        cut = _cut(text, line, places, two=_over_two_bylines(i, lines, forms)) if i in candidates else 0
        between = _cut_apart(text, line, places) if i in apart and not cut else 0
        if cut:
            out.extend(cut_at(line, cut, text))
        elif between:
            out.extend(_parted(text, line, between))
        else:
            out.append(line)
    return out


def topics_moved(lines: list[Line], forms: list[Form]) -> list[Line]:
    """The lines with what a headline is about, before a colon (街道办回复：), behind the line below it where that held
    two headlines and the text speaks of it where it speaks of the second rather than of the first.
    """
    over = [i for i in range(len(forms) - 2) if _is_topic_over_two(i, lines, forms)]
    if not over:
        return lines
    body, opening = openings(lines, forms)
    said = {token for i in over for line in lines[i : i + 3] for token in tokens(line.flat)}
    places = Places(held_of(said, [lines[i].flat for i in body]), opening)
    out = list(lines)
    for i in over:
        topic, first, second = lines[i : i + 3]
        told = [_otherness(topic.flat, half.flat, places)[1] for half in (first, second)]
        if told[0] < told[1]:
            out[i : i + 3] = [first, replace(topic, gap=True, part=True), replace(second, gap=False)]
    return out


def _is_topic_over_two(i: int, lines: list[Line], forms: list[Form]) -> bool:
    """Whether a line is a topic right above a line that was cut in two."""
    topic, first, second = lines[i : i + 3]
    # Of most lines that is all there is to ask.
    if not second.part or first.part or first.gap or not is_topic_line(topic.flat):
        return False
    return all(form is DISPLAY for form in forms[i : i + 3])


# Characters that two headlines on one line may have together.
LONGEST_HEAD = 120


def _halves(text: str, line: Line) -> list[int]:
    """Where the line could be cut: after single blanks between Han or marks with four characters and more on both
    sides.
    """
    if (
        line.end - line.start > LONGEST_HEAD
        or line.vertical
        or line.part
        or line.spaced
        or "\n" in text[line.start : line.end]
    ):
        return []
    shown = text[line.start : line.end]
    return [
        line.start + p
        for p in behind_blanks(shown)
        if len(shown[:p].replace(" ", "")) >= 4 and len(shown[p:].replace(" ", "")) >= 4
    ]


def _all_halves(text: str, line: Line) -> Iterator[str]:
    """What stands on either side of every place where the line could be cut."""
    for place in _halves(text, line):
        yield text[line.start : place]
        yield text[place : line.end]
    flat = line.flat.replace(" ", "")
    for at in _wordwise(text, line):
        yield flat[:at]
        yield flat[at:]


def _over_two_bylines(i: int, lines: list[Line], forms: list[Form]) -> bool:
    """Whether a display line stands alone over two bylines that begin alike: every headline has its own."""
    alone = i == 0 or forms[i - 1] is not DISPLAY
    return alone and len(bylines_below(forms, i)) == 2 and lines[i + 1].flat[:2] == lines[i + 2].flat[:2]


def _cut(text: str, line: Line, places: Places, *, two: bool) -> int:
    signed = _behind_byline(text, line)
    if signed:
        return signed
    for place in _halves(text, line):
        if is_byline(text[place : line.end].strip()):
            return place
        if is_own_notice(text[line.start : place]) != is_own_notice(text[place : line.end]):
            return place
        other, shared = _otherness(text[line.start : place], text[place : line.end], places)
        if other or (two and shared < SHARED):
            return place
    return 0


# How much of their places two headlines share, at most, that stand over as many bylines (_otherness): 2 is all.
SHARED = 1.5


def _behind_byline(text: str, line: Line) -> int:
    """Where the byline that a line begins with ends: behind its first name, and what else is no word but a name."""
    out, named = 0, False
    for place in _halves(text, line):
        held = text[line.start : place].split()
        if is_byline(" ".join(held)) and (not named or is_pen_name(held[-1])):
            out, named = place, bool(names_of(" ".join(held)))
    return out


def _otherness(left: str, right: str, places: Places) -> tuple[bool, float]:
    """Whether the halves of a line speak of different places of the page, and how much they speak of one."""
    halves = [tokens(left), tokens(right)]
    subject = agreement(*map(places.profile, halves))
    story = agreement(*map(places.stories, halves))
    other = (subject is not None and subject < SAME_SUBJECT) or (story is not None and story < SAME_STORY)
    return other, sum(1.0 if found is None else found for found in (subject, story))


# Characters of a headline set apart or upright that is no longer taken for one: set so, a line holds half as many.
LONGEST_APART = 14


def _wordwise(text: str, line: Line) -> list[int]:
    """After how many of its characters a line set apart or upright could be cut: where two headlines set so meet, no
    blank is wider than the others, so it may be between any two words, but not within a quotation.
    """
    flat = line.flat.replace(" ", "")
    if not (line.apart or line.vertical) or line.part or not LONGEST_APART <= len(flat) <= LONGEST_HEAD:
        return []
    if len(flat) != len(re.sub(r"\s", "", text[line.start : line.end])):
        return []
    return between_words(flat, 4)


def behind_blanks(shown: str) -> list[int]:
    """After how many of its characters a text could be cut behind a blank; none that parts a Latin word is one."""
    return [m.end() for m in re.finditer(r"(?<=[^A-Za-z0-9 ])[ ]+(?=[^ ])", shown)]


def between_words(shown: str, shortest: int) -> list[int]:
    """After how many of its characters a text could be cut between words, not within a quotation, so that both parts
    have ``shortest`` and more. A particle (该管管了) belongs to what stands before it.
    """
    parts = words(shown)
    particles = frozenset(facts()["grammar"]["trailing"])
    return [
        at
        for at, following in zip(itertools.accumulate(map(len, parts)), parts[1:], strict=False)
        if shortest <= at <= len(shown) - shortest
        and following not in particles
        and shown[at - 1] not in OPENING
        and shown[at] not in NEVER_FIRST
        and shown.count("“", 0, at) == shown.count("”", 0, at)
    ]


def _cut_apart(text: str, line: Line, places: Places) -> int:
    """After how many of its characters a line set apart or upright is to be cut, or 0: where its halves share least;
    of such places that at the edge of a quotation, else that next to the middle.
    """
    flat = line.flat.replace(" ", "")
    found = []
    for at in _wordwise(text, line):
        other, shared = _otherness(flat[:at], flat[at:], places)
        if other:
            # Behind a verb a quotation is what it speaks of: 推出“…”.
            edge = flat[at - 1] == "”" or (flat[at] == "“" and part_of_speech(words(flat[:at])[-1]) != "v")
            found.append((round(shared, 2), not edge, abs(2 * at - len(flat)), at))
    if not found:
        return 0
    at = min(found)[-1]
    # 某市推出: who does something stands before the verb, and the name of a place is said in many articles.
    subject = words(flat[:at])[-1]
    return at - len(subject) if len(subject) > 1 and subject[-1] in PLACES and at - len(subject) >= 4 else at


# With these the name of a place ends.
PLACES = "省市县区镇乡村"


def _parted(text: str, line: Line, count: int) -> list[Line]:
    """The line in two, the first of ``count`` characters; blanks are not counted."""
    held = inked(line, text)
    flat = line.flat.replace(" ", "")
    left, right = flat[:count], flat[count:]
    return [
        replace(line, end=held[count - 1] + 1, flat=left, width=ems(left)),
        replace(line, start=held[count], flat=right, width=ems(right), gap=True, part=True),
    ]
