"""What became of a text between two of its states: the paragraphs that differ, and in them what went and what came."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

# Comparing takes time by the product of both lengths. Two paragraphs of so many characters, or two texts of so many
# paragraphs, far longer than real ones, take some hundredths of a second. Of what is longer all of the old is gone and
# all of the new is new.
_CHARACTERS = 2_000
_PARAGRAPHS = 1_000
# So much is shown of what cannot be compared.
_SHOWN = 4_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a changed paragraph: ``same`` in both states, ``gone`` after the first or ``new`` in the second."""

    text: str
    what: str


def changes(then: str, now: str) -> list[list[Stretch]]:
    """The paragraphs that differ, in order, each in stretches.

    Without what is ``new`` the stretches are the text as it was then, without what is ``gone`` as it is now; of what is
    too long to be compared only the beginning.
    """
    old, new = then.split("\n"), now.split("\n")
    if max(len(old), len(new)) > _PARAGRAPHS:
        return [_stretches(then, now)] if then != now else []
    blocks = SequenceMatcher(None, old, new).get_opcodes()
    return [_stretches("\n".join(old[i:j]), "\n".join(new[k:m])) for what, i, j, k, m in blocks if what != "equal"]


def _stretches(old: str, new: str) -> list[Stretch]:
    if max(len(old), len(new)) > _CHARACTERS:
        found = [Stretch(old[:_SHOWN], "gone"), Stretch(new[:_SHOWN], "new")]
    else:
        found = []
        for what, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
            if what == "equal":
                found.append(Stretch(old[i:j], "same"))
            else:
                found += [Stretch(old[i:j], "gone"), Stretch(new[k:m], "new")]
    return [stretch for stretch in found if stretch.text]
