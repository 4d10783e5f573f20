"""What the text of a notice says for what its headline calls it: below 讣告 somebody died (逝世, 享年)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from newsarchive.segment.forms.facts import facts


def in_other_words(phrases: Sequence[str], texts: Sequence[str]) -> str:
    """The phrases of a headline with the words of the notice below it for what that is called (诚聘 is 招聘 there), but
    for such as none of the texts says.
    """
    words = {word for phrase in phrases for word in _said_below(phrase)}
    return " ".join((*phrases, *sorted(word for word in words if any(word in text for text in texts))))


# Of a display block it is asked with every other that may be of its head.
@lru_cache(maxsize=512)
def _said_below(phrase: str) -> tuple[str, ...]:
    """The words that the text of a notice has for what it is called: that closes its headline."""
    close = "".join(phrase.split())
    return tuple(
        word
        for name, (ends, said) in _called().items()
        if close.endswith(ends) or (name in OF_ITSELF and name in close)
        for word in said
    )


@cache
def _called() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """What notices are called, with the ends of such headlines (更正, 更正启事), and what their texts say."""
    table = facts()["kind"]
    return {
        name: ((name, *(name + last for last in table["last"])), tuple(said.split()))
        for name, said in table["in_text"].items()
    }


# What stands anywhere in the headline of a notice.
OF_ITSELF = ("诚聘", "诚招")
