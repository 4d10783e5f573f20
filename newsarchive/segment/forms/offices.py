"""Offices and firms: display type that is no more than what one is called (某某市某某局, 某某有限公司)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsarchive.segment.forms.facts import facts
from newsarchive.text.words import cut, part_of_speech

# Characters of the name of an office, at least, and the parts of speech that are in no such name.
SHORTEST, CLAUSAL = 4, ("v", "p", "d", "uj", "ul")


def is_office(flat: str) -> bool:
    """Whether display type is no more than what an office or a firm is called: it ends as such names do and says
    nothing of it.
    """
    close = flat.replace(" ", "")
    if not _ends_as_one(close):
        return False
    words = cut(close)
    return _is_name(words) and not any(part_of_speech(word) in CLAUSAL for word in words)


def is_authority(flat: str) -> bool:
    """Whether an office is one that issues notices, and no house or firm about which a text may tell."""
    return flat.endswith(facts()["closing"]["authorities"]) and is_office(flat)


def is_office_with_its_matter(flat: str) -> bool:
    """Whether display type begins with the name of an office and says nothing of it, but may say what a notice of it is
    about: 某某局国有土地, 某某局关于某事.
    """
    words = cut(flat.replace(" ", ""))
    said = any(part_of_speech(word) in CLAUSAL for word in words if word not in ABOUT)
    return not said and any(_is_name(words[:n]) for n in range(1, len(words) + 1))


# Before these words stands the office, behind them what its notice is about.
ABOUT = ("关于", "对")


def _is_name(words: Sequence[str]) -> bool:
    """Whether words end as the names of offices do; words of two characters end with 局 too that are none (格局)."""
    named = _ends_as_one("".join(words))
    return named and (words[-1][-1] != "局" or len(words[-1]) != len("格局") or words[-1] in BRANCHES)


def _ends_as_one(name: str) -> bool:
    return len(name) >= SHORTEST and name.endswith(_ends())


@cache
def _ends() -> tuple[str, ...]:
    """What offices are called at the end of their names."""
    return (*facts()["closing"]["offices"], *facts()["kind"]["issuers"])


BRANCHES = ("分局", "总局", "市局", "县局", "省局", "支局")
