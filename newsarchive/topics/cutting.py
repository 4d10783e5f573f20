"""jieba's words, mended where it glues the end of a title or an office to the name or word behind (巡护 员贺长河)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsarchive.text import words
from newsarchive.topics import lexicon
from newsarchive.topics.lexicon import HAN, table

_HAN_WORD = re.compile(rf"[{HAN}]{{2,5}}")
_PERSON_ENDS = frozenset("员师手户人者家长兵工友帅星官")
_OFFICE_ENDS = frozenset("局厅部委科处院所社司会队署办")
# What is glued to the end of an office and is no piece of the next word.
_SMALL = frozenset("已将正曾还也都就不所而并则使令受经按据在从向对由与和同以把被让给等")


@cache
def _firsts() -> frozenset[str]:
    return frozenset(surname[0] for surname in lexicon.surnames())


def mend(tokens: Sequence[str]) -> Iterator[str]:
    """Yield the words anew; joined they give the same text."""
    before = ""
    for token in tokens:
        place = len(token) == len(before) == 1 and before + token in table("places.txt")
        if place or (before == "首席" and before + token in table("titles.txt")):
            before += token  # 台 中, 首席 执行官
            continue
        if len(token) > 1 and _HAN_WORD.fullmatch(token) and _HAN_WORD.match(before):
            first, rest = token[0], token[1:]
            unknown = not words.is_word(token)
            named = unknown and first in _PERSON_ENDS and len(rest) < 4 and rest[0] in _firsts()
            titled = first in _OFFICE_ENDS and len(rest) > 1 and rest in table("titles.txt")
            glued = unknown and first in _OFFICE_ENDS and len(rest) == 1 and rest in _SMALL
            if named:
                before += first
                token = rest
            elif titled or glued:
                yield before
                before = first
                token = rest
        if before:
            yield before
        before = token
    if before:
        yield before
