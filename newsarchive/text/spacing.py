"""The rules about blanks in Chinese text: letter-spaced lines, blanks beside marks, stray blanks in prose.

A blank in Chinese print is either an artefact (a justified line drawn character by character) or it means something:
two headlines at one height, a two-character name set apart (王 芳), the end of a lead (本报讯 …), a credit (王芳 摄).
These rules close the first kind and keep the second; where a line gives no evidence, the blank stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

from newsarchive.text.han import CLOSING, HAN, INNER_STOPS, MARKS, OPENING, OTHER_MARKS, data_lines, is_han
from newsarchive.text.rules import Change, Rule, deletions, spans_to_changes

# Between the blanks of a justified line stand one to three characters; four set tight are another frame or another
# size.
TIGHT = 3
# Blanks as wide as two or three between letter-spaced words are word blanks; wider ones are gutters between columns.
WORD_BLANK = 3

_H = f"[{HAN}]"
_WORD = re.compile(r"[0-9A-Za-z.%+/-]+")
_ALL_MARKS = MARKS + OTHER_MARKS
_QUOTES = "“”‘’「」『』"
# Where a piece ends though no blank stands there. Quotes stand inside a headline.
_BREAKS = frozenset(_ALL_MARKS) - frozenset(_QUOTES)
_ENDS = frozenset(_ALL_MARKS + " ")
# The words before names in bylines and credits, and what follows a name there. They are written tight.
_ROLE = "(?:记者|通讯员|实习生|作者|编辑|责编|校对|摄影|版式|版式设计|主编|见习生|讲述|整理|执笔|撰文)"
_CREDIT = "(?:摄|文|图|绘|摄影|供图|制图|文/图|图/文|摄影报道|整理)"
# Blanks that mean something, each with what it looks like in print.
_MEANT = tuple(
    re.compile(pattern)
    for pattern in (
        f"[（(]{_H} {_H}[）)]",  # a signature of two characters
        f"{_ROLE}(?: {_H}{{1,4}}(?!{_H})){{1,6}}",  # names after a role
        f"^ *[者员](?: {_H}{{1,4}}(?!{_H}))+[）)]",  # the same, the role's first characters on the line before
        f"{_H}{{2}}[：:]{_H} {_H}(?= |$)(?! {_H}(?: |$))",  # a name set apart after 责编：
        f" {_H}{{2,6}}[：:]",  # the next of such entries
        f"(?:^ *|[。！？”）(（：] ?|{_ROLE} |{_H} {{2,}})(?:{_H} {_H}|{_H}{{2,4}}) {_CREDIT} *(?:$|[）)])",  # a credit
        f"(?:^ *|[。！？”）] ?){_H}{{2,4}} 摄 ",  # a credit with another column behind it
        "[。！？…”] +（",  # signature or jump line behind the last sentence
        f"{_H}[讯电] ",  # the end of a lead
        f" (?:本报|特约|{_ROLE})",  # a byline behind something else
    )
)
# Prose: a full sentence, or clauses. A single comma may stand in a headline.
_PROSE = re.compile("[。；]|，[^，]*，|[，、]$")
_GAP = re.compile(f"(?<={_H}) (?={_H})")


class _Gap(NamedTuple):
    """A single blank at ``at`` behind piece ``piece``, with the lengths of its sides as ``_reach`` counts them.

    ``chinese``: neither side is a number or a Latin word.
    """

    at: int
    piece: int
    left: int
    right: int
    chinese: bool


@cache
def surnames() -> frozenset[str]:
    """Give the common one-character surnames of ``surnames.txt``."""
    return frozenset("".join(data_lines("surnames.txt")))


def find_letter_spacing(line: str) -> Sequence[Change]:
    """Find the blanks between the characters of a letter-spaced stretch, and the surplus of its word blanks."""
    if " " not in line.strip(" "):
        return ()
    pieces = line.split(" ")
    chains = list(_chains(pieces))
    if not any(_is_spaced(chain, pieces) for chain in chains):
        return ()
    meant = _meant(line)
    closed: list[tuple[int, int]] = []
    edges: set[int] = set()
    for chain in chains:
        # In a line that is letter-spaced somewhere, one single character is enough.
        if any(min(gap.left, gap.right) <= 1 for gap in chain):
            closed.extend((gap.at, gap.at + 1) for gap in chain if gap.at not in meant)
            edges.update((_word_start(line, chain[0].at), _word_end(line, chain[-1].at)))
    closed.extend(
        (match.start() + 1, match.end())
        for match in re.finditer(" {2,}", line)
        if match.end() - match.start() <= WORD_BLANK and match.start() in edges and match.end() in edges
    )
    return spans_to_changes(sorted(closed))


def _word_start(line: str, at: int) -> int:
    return line.rfind(" ", 0, at) + 1


def _word_end(line: str, at: int) -> int:
    end = line.find(" ", at + 1)
    return len(line) if end < 0 else end


def _meant(line: str) -> set[int]:
    """Give the places of the blanks that mean something."""
    kept: set[int] = set()
    for pattern in _MEANT:
        for match in pattern.finditer(line):
            kept.update(i for i in range(match.start(), match.end()) if line[i] == " ")
    return kept


def _chains(pieces: list[str]) -> Iterator[list[_Gap]]:
    """Give the runs of neighbouring single blanks with at most TIGHT characters on either side."""
    chain: list[_Gap] = []
    for gap in _gaps(pieces):
        if chain and (gap.piece != chain[-1].piece + 1 or max(gap.left, gap.right) > TIGHT):
            yield chain
            chain = []
        if max(gap.left, gap.right) <= TIGHT:
            chain.append(gap)
    if chain:
        yield chain


def _gaps(pieces: list[str]) -> Iterator[_Gap]:
    """Give the single blanks between ``pieces``; a wider blank is an empty piece between two, so that it ends a run."""
    at = -1
    for number, (before, after) in enumerate(pairwise(pieces)):
        at += len(before) + 1
        if before and after:
            chinese = not any(_WORD.fullmatch(piece.strip(_ALL_MARKS)) for piece in (before, after))
            yield _Gap(at, number, _reach(before, -1), _reach(after, 1), chinese)


def _reach(piece: str, step: int) -> int:
    """Count the characters of ``piece`` from its end at the blank up to the next break, at most TIGHT + 1.

    Marks right at the blank are passed over, and quotes inside. A number or Latin word alone counts as none, as it is
    never divided.
    """
    core = piece.lstrip(_ALL_MARKS) if step > 0 else piece.rstrip(_ALL_MARKS)
    if _WORD.fullmatch(core.strip(_ALL_MARKS)):
        return 0
    count = 0
    for character in core if step > 0 else reversed(core):
        if count > TIGHT or character in _BREAKS:
            break
        count += character not in _QUOTES
    return count


def _is_spaced(chain: list[_Gap], pieces: list[str]) -> bool:
    """Tell whether the blanks of a chain come from letter-spacing.

    They do if three single characters follow each other, a mark stands by itself, two blanks stand between single
    characters, or among four blanks and more half the sides are single characters. They do not if the single
    characters are all in pairs that begin with a surname: that is a list of names (主任 王 芳 副主任 李 伟).
    """
    inside = pieces[chain[0].piece : chain[-1].piece + 2]
    # Two blanks at least: one alone stands behind a mark for other reasons.
    if len(chain) > 1 and not all(piece.strip(MARKS) for piece in inside):
        return True
    bare = [piece.strip(_ALL_MARKS) for piece in inside]
    runs = ["".join(run) for single, run in groupby(bare, key=_is_single) if single]
    if all(len(run) % 2 == 0 and surnames().issuperset(run[::2]) for run in runs):
        return False
    if any(len(run) >= 3 for run in runs):
        return True
    chinese = [gap for gap in chain if gap.chinese]
    between_singles = sum(gap.left <= 1 and gap.right <= 1 for gap in chinese)
    sides = sum((gap.left <= 1) + (gap.right <= 1) for gap in chinese)
    return between_singles >= 2 or (len(chinese) >= 4 and sides >= len(chinese))


def _is_single(piece: str) -> bool:
    return len(piece) == 1 and is_han(piece)


def find_prose_blanks(line: str) -> Sequence[Change]:
    """Find single blanks between Han characters in running text, where a blank cuts off one or two characters."""
    if " " not in line.strip(" ") or not _PROSE.search(line):
        return ()
    meant = _meant(line)
    return [
        Change(match.start(), match.end(), "")
        for match in _GAP.finditer(line)
        # 2: what a broken line cuts off; longer pieces on both sides may be two columns, or a caption and its credit.
        if match.start() not in meant and min(_run(line, match.start(), -1), _run(line, match.end() - 1, 1)) <= 2
    ]


def _run(line: str, at: int, step: int) -> int:
    """Count the characters next to the blank at ``at`` up to the next blank or mark, at most TIGHT + 1."""
    count = 0
    while count <= TIGHT and 0 <= (place := at + step * (count + 1)) < len(line) and line[place] not in _ENDS:
        count += 1
    return count


# A blank after 、 stands before a number (the space that some programs put between scripts), or between two columns.
_BESIDE_MARK = re.compile(
    f"(?<=[{OPENING}]) (?=[^ ])|(?<=、) (?=[0-9A-Za-z{OPENING}])|(?<=[^ ]) (?=[{CLOSING}{INNER_STOPS}。！？])"
)

SPACING_RULES: tuple[Rule, ...] = (
    Rule("letter-spacing", find_letter_spacing),
    Rule("blank-beside-mark", deletions(_BESIDE_MARK)),
    Rule("blank-in-prose", find_prose_blanks),
    Rule("trailing-blank", deletions(re.compile("(?<! ) +$"))),
)
