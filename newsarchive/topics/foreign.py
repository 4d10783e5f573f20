"""Foreign people in a text: names written with the characters of transliteration, and names in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsarchive.text import words
from newsarchive.topics import lexicon
from newsarchive.topics.lexicon import HAN, alternatives, nameless, section, table


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    speech = table("speech.txt")
    certain = alternatives(*(word for word in speech if len(word) > 1 or word in "说称"))
    foreign = "".join(sorted("".join(table("transliteration.txt"))))
    title = rf"(?P<title>{alternatives(*(entry for entry in table('titles.txt') if len(entry) > 1))})"
    latin = r"[A-Z][a-z]+(?:[ ·](?:[A-Z]\.|[A-Z][a-z]+)){1,3}"
    return {
        "dotted": re.compile(rf"{title}?[”’》]?(?P<name>[{foreign}]{{1,7}}(?:·[{foreign}]{{1,8}})+)"),
        "foreign": re.compile(rf"{title}[”’》]?(?P<name>[{foreign}]{{2,6}})(?=(?:{certain}|[^{HAN}]))"),
        "latin": re.compile(
            rf"{title}[”’》]?\s?(?P<name>{latin})|(?P<other>{latin})\s?(?=(?:{alternatives(*speech)}))"
        ),
        "institution": re.compile(
            alternatives(*section("organisations.txt", "own"), *section("organisations.txt", "state"))
        ),
        "foreign run": re.compile(rf"[{foreign}]{{1,8}}"),
    }


def foreign_names(text: str, tokens: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (name, title) of transliterated and Latin names; the title is empty where none stands before the name.

    A name is dotted, stands beside a title or a word of speech, or is known to jieba. ``tokens`` are the text's words.
    """
    for kind in ("dotted", "foreign", "latin"):
        for match in _patterns()[kind].finditer(text):
            name = match["name"] or match["other"]
            if kind == "dotted" and _patterns()["institution"].match(text, match.end()):
                continue  # 马克斯·普朗克研究所
            if kind == "foreign" and nameless().match(name, 1):
                continue  # 石女士
            if kind != "foreign" or not words.is_word(name) or _known_foreigner(name):
                yield name, match["title"] or ""
    for number, token in enumerate(tokens):
        if token in table("titles.txt"):
            name = _foreign_run(tokens[number + 1 : number + 7])
            if name:
                yield name, token
    for token in dict.fromkeys(tokens):
        if len(token) > 2 and _known_foreigner(token) and not _names_company(token, text):
            yield token, ""


def _names_company(name: str, text: str) -> bool:
    """Whether ``name`` names a company or an institution somewhere in the text (阿里巴巴集团, 卡文迪什实验室)."""
    followers = (
        section("organisations.txt", "own")
        | section("organisations.txt", "state")
        | section("organisations.txt", "trade")
        | section("organisations.txt", "titles")
    )
    # A piece of a dotted name is no name either.
    return any(
        text.startswith(("·", *followers), match.end()) or text[match.start() - 1 : match.start()] == "·"
        for match in re.finditer(re.escape(name), text)
    )


def _foreign_run(tokens: Sequence[str]) -> str:
    """The transliterated name that ``tokens`` begin with: jieba breaks unknown ones up (扎 哈罗 娃)."""
    name = ""
    for token in tokens:
        if not _patterns()["foreign run"].fullmatch(token) or (
            len(token) > 1 and words.is_word(token) and not _known_foreigner(token)
        ):
            break
        name += token
    whole = name == tokens[0] and _known_foreigner(name) if name else False
    # Short runs that begin with a surname are Chinese names, read by their own rule.
    return name if whole or len(name) > 3 or (len(name) == 3 and name[0] not in lexicon.surnames()) else ""


@cache
def _known_foreigner(word: str) -> bool:
    return (
        words.part_of_speech(word) in {"nr", "nrt"}
        and _patterns()["foreign run"].fullmatch(word) is not None
        and not nameless().match(word, 1)
        and word not in table("places.txt")
    )
