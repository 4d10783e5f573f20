"""Where the words of a query stand in the original text: hits, and snippets cut around them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsarchive.search.fold import any_spelling
from newsarchive.search.pairs import BLANK, BREAKS, UNSPACED, squeeze

# A snippet is two to three lines on a phone; the first hit stands a dozen characters in, so that it is read in context.
SNIPPET_LENGTH = 80
_LEAD_IN = 16
# The end of a sentence, with the marks that close it and the break behind them.
_SENTENCE_END = re.compile(r"[。！？；!?;\n][”’」』）)》】\s]*")
_UNSPACED = re.compile(f"[{UNSPACED}]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is a hit as a whole, or is none."""

    text: str
    hit: bool = False


def pattern(text: str, *, literal: bool = True) -> re.Pattern[str]:
    """What finds a folded word in an original text just as the index does: blanks beside Chinese characters may differ.

    With ``literal`` the punctuation within it must stand there too; without, any other will do, or a line break.
    """
    squeezed = squeeze(text)
    if not literal:
        squeezed = re.sub(BREAKS, "\0", squeezed).strip("\0")
    parts = [_escape(squeezed[0], literal)] if squeezed else []
    for left, right in pairwise(squeezed):
        if _UNSPACED.search(left + right):
            parts.append(f"[{BLANK}]*")
        parts.append(_escape(right, literal))
    return re.compile("".join(parts) or r"(?!)")


def _escape(character: str, literal: bool) -> str:
    if character == "\0" and not literal:
        return BREAKS
    return f"[{BLANK}]+" if character == " " else any_spelling(character)


def hits(text: str, patterns: Sequence[re.Pattern[str]]) -> list[tuple[int, int]]:
    """The stretches of an original text that any pattern finds, in order, those that overlap or touch made one."""
    return _merged(sorted(match.span() for each in patterns for match in each.finditer(text)))


def _merged(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def marked(text: str, patterns: Sequence[re.Pattern[str]]) -> tuple[Piece, ...]:
    """The whole text in pieces, its hits marked. Joined, the pieces are the text."""
    return _cut(text, hits(text, patterns), 0, len(text))


def snippet(text: str, patterns: Sequence[re.Pattern[str]], length: int = SNIPPET_LENGTH) -> tuple[Piece, ...]:
    """About ``length`` characters of the text around as many words of the query as possible, its hits marked.

    Begins at a sentence where one begins near; "…" stands for what is left out. Without a hit it is the beginning.
    """
    found = sorted((*match.span(), which) for which, each in enumerate(patterns) for match in each.finditer(text))
    lead_in = min(_LEAD_IN, length // 4)
    places = [(start, which) for start, _, which in found]
    start = _begin(text, _best_start(places, length - lead_in), lead_in) if found else 0
    end = min(len(text), start + length)
    pieces = _cut(text, _merged([(left, right) for left, right, _ in found]), start, end)
    before = (Piece("…"),) if start > 0 else ()
    after = (Piece("…"),) if end < len(text) else ()
    return (*before, *(Piece(piece.text.replace("\n", " "), piece.hit) for piece in pieces), *after)


def _best_start(found: list[tuple[int, int]], room: int) -> int:
    """Of the hits (start, word) in order, the first from which on the most different words stand within ``room``."""
    best, most = found[0][0], 0
    words: Counter[int] = Counter()
    right = 0
    for start, word in found:
        while right < len(found) and found[right][0] < start + room:
            words[found[right][1]] += 1
            right += 1
        if len(words) > most:
            best, most = start, len(words)
        words[word] -= 1
        if not words[word]:
            del words[word]
    return best


def _begin(text: str, first: int, lead_in: int) -> int:
    """Where to begin so that the hit at ``first`` has its context: at a sentence if one begins near."""
    earliest = max(0, first - lead_in)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, earliest, first)]
    return 0 if earliest == 0 else ends[0] if ends else earliest


def _cut(text: str, spans: list[tuple[int, int]], start: int, end: int) -> tuple[Piece, ...]:
    pieces = []
    for hit_start, hit_end in spans:
        left, right = max(hit_start, start), min(hit_end, end)
        if left < right:
            pieces += [Piece(text[start:left]), Piece(text[left:right], hit=True)]
            start = right
    pieces.append(Piece(text[start:end]))
    return tuple(piece for piece in pieces if piece.text)


def as_terminal(pieces: Sequence[Piece], *, colour: bool = True) -> str:
    """The pieces for a terminal, hits in bold; control characters, which could command it, become blanks."""
    start, end = ("\x1b[1m", "\x1b[0m") if colour else ("", "")
    return "".join(f"{start}{_plain(piece.text)}{end}" if piece.hit else _plain(piece.text) for piece in pieces)


def _plain(text: str) -> str:
    # Cc are the control characters, Cf those that turn the direction of writing or hide.
    return "".join(" " if unicodedata.category(character) in ("Cc", "Cf") else character for character in text)
