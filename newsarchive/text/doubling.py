"""The rule ``doubled-text``: what was painted twice to look bold is read once (张三张三摄摄 → 张三摄).

Chinese doubles words on purpose (天天, 研究研究, 寻寻觅觅), so only a whole short line, or the credit behind a
caption, counts, and only if it is doubled from end to end and either says that it is a credit or is too long for a
figure of speech.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.text.han import HAN
from newsarchive.text.rules import Change, spans_to_changes

# A credit or a headline is one printed line; painted twice it stays below this.
LONGEST = 60
# A caption with its credit is a paragraph at most; the limit keeps a line that is one credit over and over linear.
CAPTION = 1000
# The shortest doubled credit that is no chance: a name of two characters and 摄.
SHORTEST = 6
# The longest run of doubled characters that a writer is known for is of seven (寻寻觅觅冷冷清清凄凄惨惨戚戚).
PAIRS = 8
# Slogans are chanted twice (加油中国加油中国); a phrase of eight characters is a headline.
PHRASE = 8

# Words at the end of a credit and at its start.
_CREDIT_END = re.compile("(?:摄|摄影|图|文|图片|供图|制图|绘|文/图|文图|摄影报道|资料片)$")
_CREDIT_START = re.compile("^(?:本报|特约|见习|实习)?(?:记者|通讯员|实习生|资料)")
# What stands before the credit of a caption.
_CREDIT_BEFORE = re.compile("[。！？”） ]")
_LETTER = re.compile(f"[{HAN}A-Za-z]")


def find_doubled(line: str) -> Sequence[Change]:
    """Find the second copies in ``line``, and the blanks that were doubled with them."""
    text = line.strip(" ")
    start = line.find(text) if text else 0
    if len(text) <= LONGEST and (spans := _second_copies(text, whole=True)):
        return spans_to_changes((start + a, start + b) for a, b in spans)
    if len(text) > CAPTION:
        return ()
    for match in _CREDIT_BEFORE.finditer(text, max(0, len(text) - LONGEST)):
        tail = text[match.end() :].lstrip(" ")
        if _is_credit(tail) and (spans := _second_copies(tail, whole=False)):
            shift = start + len(text) - len(tail)
            return spans_to_changes((shift + a, shift + b) for a, b in spans)
    return ()


def _second_copies(text: str, *, whole: bool) -> list[tuple[int, int]]:
    """Give the spans of ``text`` to delete. ``whole``: it is a line of its own, so it may be a headline too."""
    places = [i for i, character in enumerate(text) if character != " "]
    bare = text.replace(" ", "")
    # Whatever is doubled from end to end has its first and its last character twice; hardly a line does.
    if len(bare) < SHORTEST or bare[0] not in bare[1:] or bare[-1] not in bare[:-1] or not _LETTER.match(bare):
        return []
    half = bare[: len(bare) // 2]
    if bare == half + half and len(set(half)) > 2 and (_is_credit(half) or (whole and len(half) >= PHRASE)):
        return [(places[len(half) - 1] + 1, places[-1] + 1)]
    pieces = _squares(bare)
    once = "".join(pieces)
    if not pieces or len(set(once)) < 3:
        return []
    painted_by_character = whole and len(once) >= PAIRS and len(pieces) == len(once)
    if not (painted_by_character or (len(pieces) > 1 and _is_credit(once))):
        return []
    return _spans(text, places, pieces)


def _is_credit(text: str) -> bool:
    return bool(_CREDIT_END.search(text) or _CREDIT_START.match(text))


def _squares(text: str) -> list[str]:
    """Split ``text`` into pieces that each stand there twice in a row; return each piece once, or nothing at all.

    ``text`` is at most LONGEST characters, so looking from every place for every length is cheap. Long pieces are
    preferred.
    """
    size = len(text)
    best: dict[int, list[str]] = {size: []}
    for i in range(size - 2, -1, -1):
        for length in range((size - i) // 2, 0, -1):
            rest = i + 2 * length
            if rest in best and text[i : i + length] == text[i + length : rest]:
                best[i] = [text[i : i + length], *best[rest]]
                break
    return best.get(0, [])


def _spans(text: str, places: list[int], pieces: list[str]) -> list[tuple[int, int]]:
    """Give the span of each second copy, and of all but one of the blanks before the next piece."""
    spans: list[tuple[int, int]] = []
    at = 0
    for piece in pieces:
        if at:
            gap_start, gap_end = places[at - 1] + 1, places[at]
            if gap_end - gap_start > 1:
                spans.append((gap_start, gap_end - 1))
        first_end = places[at + len(piece) - 1] + 1
        at += 2 * len(piece)
        spans.append((first_end, places[at - 1] + 1))
    return spans
