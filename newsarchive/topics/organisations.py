"""Organisations in a text: names that end like one (…大学, …委员会, …有限公司) or that newspapers name without explaining.

A name is read leftwards from its ending over words that can stand in a name and begins with what makes it a name of
its own: a place, a word no dictionary knows, 国家, or a bare 省, 市, 县 (省人民医院). Companies without an ending are known
by the title behind them (…CEO) or the list they stand in (…等企业), newspapers by 《…报》. Of an office inside a larger
one the whole is given; a shorter form of a name in the same text is the same organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsarchive.text import words
from newsarchive.topics.lexicon import HAN, alternatives, section, table

# The longest official names have a dozen words.
_LONGEST = 12
# Parts of speech that stand in names. Verbs stand in them only when names.txt of organisations lists them (管理, 发展 …).
_INSIDE = frozenset({"n", "ns", "nr", "nt", "nz", "nrt", "nrfg", "j", "b", "a", "vn", "an", "s", "g", "ng", "z", "zg", "x", ""})
# Parts of speech that make a name of a general word.
_PROPER = frozenset({"ns", "nt", "nr", "nz", "nrt", "nrfg", ""})
_LEVELS = frozenset("省市县区镇乡村州")
# Small words that jieba glues to an unknown name: 据省, 从省.
_BEFORE = frozenset("据从在到由于向对为是与和被把让给")
_LATIN = r"[A-Za-z][A-Za-z0-9&.\-]*"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    endings = section("organisations.txt", "state") | section("organisations.txt", "own")
    latin_titles = alternatives(*section("organisations.txt", "titles"))
    item = rf"[{HAN}A-Za-z0-9]{{2,10}}"
    return {
        "ending": re.compile(alternatives(*endings)),
        "known": re.compile(alternatives(*table("known_organisations.txt"))),
        "with and": re.compile(rf"(?:国家)?(?:{alternatives(*table('agencies.txt'))})(?:部|委员会|委|局|厅|署)"),
        "titled": re.compile(rf"(?<![A-Za-z0-9])(?P<name>{_LATIN})(?:{latin_titles})"),
        "company": re.compile(
            rf"(?:公司|企业|集团|机构|巨头|厂商)(?P<name>{_LATIN}|[{HAN}]{{2,6}}(?=[（(]))|(?P<before>{_LATIN})(?:公司|集团)"
        ),
        "list": re.compile(
            rf"(?<![{HAN}A-Za-z0-9])(?P<items>{item}(?:、{item})+)等[{HAN}]{{0,4}}?"
            rf"(?:{alternatives(*section('organisations.txt', 'listed'))})"
        ),
        "newspaper": re.compile(rf"《(?P<name>[{HAN}]{{2,8}}(?:报|周刊|杂志|新闻))》"),
        "apposed": re.compile(rf"(?:公司|企业|集团|机构)(?=[{HAN}]{{2,6}}[（(]|[A-Za-z“])"),
    }


def _split(tokens: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[tuple[int, str]]:
    """Return (start, word) of the words, those that run over the edge of a place or a person cut there."""
    edges = sorted({edge for span in spans for edge in span})
    inside = [(start, end) for start, end in spans]
    pieces: list[tuple[int, str]] = []
    place = number = 0
    for token in tokens:
        end = place + len(token)
        while number < len(edges) and edges[number] <= place:
            number += 1
        cuts = [place]
        while number < len(edges) and edges[number] < end:
            cuts.append(edges[number])
            number += 1
        if cuts == [place] and len(token) > 1 and token[0] in _BEFORE and not words.is_word(token):
            cuts.append(place + 1)
        cuts.append(end)
        pieces.extend((one, token[one - place : two - place]) for one, two in zip(cuts, cuts[1:], strict=False))
        place = end
    # A place of several words is one word.
    joined: list[tuple[int, str]] = []
    whole = {start: end for start, end in inside}
    skip = 0
    text = "".join(tokens)
    for start, piece in pieces:
        if start < skip:
            continue
        if start in whole:
            skip = whole[start]
            joined.append((start, text[start:skip]))
        else:
            joined.append((start, piece))
    return joined


def _inside(word: str) -> bool:
    if not re.fullmatch(rf"[{HAN}A-Za-z0-9]+", word):
        return False
    return words.part_of_speech(word) in _INSIDE or word in section("organisations.txt", "inside")


def _proper(word: str, is_place: bool) -> bool:
    if is_place or word in section("organisations.txt", "first") or word in table("places.txt"):
        return True
    if len(word) == 1:
        return word in _LEVELS
    return words.part_of_speech(word) in _PROPER and not word.isdigit()


def _by_ending(
    text: str, pieces: Sequence[tuple[int, str]], places: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the names that end like an organisation's."""
    ends = {start + len(word): number for number, (start, word) in enumerate(pieces)}
    for match in _patterns()["ending"].finditer(text):
        if match.end() not in ends or _patterns()["apposed"].match(text, match.start()):
            continue  # the ending is none, or (美国芯片公司 X) only says what X is
        last = ends[match.end()]
        start, word = pieces[last]
        if start < match.start() and len(word) == 2 and words.is_word(word):
            continue  # 干部, 团队: the ending is part of another word
        while last > 0 and start > match.start():
            last -= 1
            start, word = pieces[last]
        low = last
        while low > 0 and last - low < _LONGEST and _inside(pieces[low - 1][1]):
            low -= 1
        for number in range(low, last + 1):
            begin, piece = pieces[number]
            if begin < match.start() and _proper(piece, begin in places):
                yield begin, match.end()
                break


def _by_title(pieces: Sequence[tuple[int, str]], titles: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the companies known by the title of theirs that follows (…CEO, …董事会)."""
    for (start, word), (_, title) in zip(pieces, pieces[1:], strict=False):
        general = words.part_of_speech(word) not in _PROPER and not (title.isascii() and words.part_of_speech(word) == "n")
        if title in titles and 1 < len(word) < 6 and not general and not _patterns()["ending"].fullmatch(word):
            yield start, start + len(word)


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the names known without an ending."""
    for kind in ("known", "with and"):
        for match in _patterns()[kind].finditer(text):
            yield match.span()
    for match in _patterns()["titled"].finditer(text):
        yield match.span("name")
    for match in _patterns()["company"].finditer(text):
        yield match.span("name") if match["name"] else match.span("before")
    for match in _patterns()["newspaper"].finditer(text):
        yield match.span("name")
    for match in _patterns()["list"].finditer(text):
        place = match.start("items")
        for item in match["items"].split("、"):
            yield place, place + len(item)
            place += len(item) + 1


def find_organisations(
    text: str, tokens: Sequence[str], places: Sequence[tuple[int, int]], people: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each organisation's name in ``text`` from left to right, none inside another.

    ``tokens`` are the text's words as jieba cuts them; ``places`` and ``people`` are stretches known as such.
    """
    pieces = _split(tokens, sorted((*places, *people)))
    taken = {start for start, _ in people}
    spans = {
        span for span in (
            *_by_ending(text, pieces, frozenset(start for start, _ in places)),
            *_by_title(pieces, section("organisations.txt", "titles")),
            *_named(text),
        )
        if span[0] not in taken
    }
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if not any(begins < end and start < ends for begins, ends in kept):
            kept.append((start, end))
    return tuple(sorted(kept))


def _shortened(short: str, full: str) -> bool:
    """Whether ``short`` is ``full`` with characters left out, both with the same last one (县医院, …县人民医院)."""
    rest = iter(full)
    return short[-1] == full[-1] and all(character in rest for character in short)


def name_organisations(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Return the names at ``spans``, each once under its fullest form, in order of appearance."""
    names = list(dict.fromkeys(text[start:end] for start, end in spans))
    return tuple(
        name for name in names if not any(len(other) > len(name) and _shortened(name, other) for other in names)
    )
