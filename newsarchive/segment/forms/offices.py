"""Offices and firms: display type that is no more than what one is called (某某市某某局, 某某有限公司)."""

from __future__ import annotations

from newsarchive.segment.forms.facts import facts
from newsarchive.text.words import cut, part_of_speech

# Characters of the name of an office, at least, and the parts of speech that are in no such name.
SHORTEST, CLAUSAL = 4, ("v", "p", "d", "uj", "ul")


def is_office(flat: str) -> bool:
    """Whether display type is no more than what an office or a firm is called: it ends as such names do and says
    nothing of it.
    """
    name = flat.replace(" ", "")
    ends = (*facts()["closing"]["offices"], *facts()["kind"]["issuers"])
    named = len(name) >= SHORTEST and name.endswith(ends)
    return named and not any(part_of_speech(word) in CLAUSAL for word in cut(name))
