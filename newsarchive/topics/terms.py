"""The topic vocabulary: readable TOML files of weighted terms, read once, refused in one line when wrong.

The topics are the IPTC Media Topics (https://iptc.org/standards/media-topics/, CC BY 4.0): all seventeen top topics and
those below them that daily news needs. Users add topics of their own in a file of the same form.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from newsarchive.errors import ArgumentError

#: What one occurrence of a term says about the topic: a strong term twice what a usual one says, a weak one half of it.
WEIGHTS = {"strong": 2.0, "usual": 1.0, "weak": 0.5}

# The official codes, and own ones that cannot be taken for official.
_CODE = re.compile(r"medtop:\d{8}|own:\S+")
_KEYS = {"code", "label", "name", "narrower", *WEIGHTS}


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: code, official label, display name, the code of its top topic (itself at the top) and its terms."""

    code: str
    label: str
    name: str
    top: str
    terms: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All topics by code, and from a term to the topics it speaks for; ``digest`` changes when any of it does.

    ``heads`` holds how the terms begin, their first character and their first two, with the longest that begins so.
    """

    topics: Mapping[str, Topic]
    index: Mapping[str, tuple[tuple[str, float], ...]]
    digest: str
    heads: Mapping[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Note how the terms begin."""
        heads: dict[str, int] = {}
        for term in self.index:
            for head in (term[:1], term[:2]):
                heads[head] = max(len(term), heads.get(head, 0))
        object.__setattr__(self, "heads", heads)


def _refuse(source: str, key: str, why: str) -> ArgumentError:
    return ArgumentError(f"topics file {source}: {key}: {why}")


def _text(entry: Mapping[str, Any], key: str, source: str, where: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise _refuse(source, where + key, "give a text in quotation marks")
    return value


def _terms(entry: Mapping[str, Any], source: str, where: str) -> dict[str, float]:
    terms: dict[str, float] = {}
    for strength, weight in WEIGHTS.items():
        listed = entry.get(strength, [])
        if not isinstance(listed, list):
            raise _refuse(source, where + strength, 'give a list of terms, ["…", "…"]')
        for term in listed:
            if not isinstance(term, str) or not term.strip():
                raise _refuse(source, where + strength, f"{term!r} is not a term; a term is a text in quotation marks")
            if term in terms:
                raise _refuse(source, where + strength, f"the term {term} is listed twice; keep one")
            terms[term] = weight
    if not terms:
        raise _refuse(source, where + "strong", "a topic needs at least one term in strong, usual or weak")
    return terms


def _topic(entry: Any, source: str, where: str, top: str | None) -> Topic:
    if not isinstance(entry, dict):
        raise _refuse(source, where.rstrip("."), "give a table with code, label and terms")
    for key in entry:
        if key not in _KEYS or (key == "narrower" and top is not None):
            raise _refuse(source, where + key, "unknown key; known are " + ", ".join(sorted(_KEYS)))
    code = _text(entry, "code", source, where)
    if not _CODE.fullmatch(code):
        raise _refuse(
            source, where + "code", f"{code} is no code; official ones are medtop:NN000000, own ones own:NAME"
        )
    label = _text(entry, "label", source, where)
    name = _text(entry, "name", source, where) if "name" in entry else label
    return Topic(code, label, name, top or code, _terms(entry, source, where))


def read_topics(text: str, source: str) -> tuple[Topic, ...]:
    """Return the topics of one TOML file, the broader one before its narrower ones.

    A file holds one topic with ``[[narrower]]`` tables, or, for topics of one's own, ``[[topic]]`` tables.
    Raises ArgumentError, in one line that names file and key, for anything that is not understood.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ArgumentError(f"topics file {source}: not TOML: {error}") from error
    several = "topic" in data
    if several and (len(data) > 1 or not isinstance(data["topic"], list)):
        raise _refuse(source, "topic", "beside [[topic]] tables a file holds nothing else")
    topics: list[Topic] = []
    for number, entry in enumerate(data["topic"] if several else [data], 1):
        where = f"topic {number}: " if several else ""
        broader = _topic(entry, source, where, None)
        topics.append(broader)
        narrower = entry.get("narrower", [])
        if not isinstance(narrower, list):
            raise _refuse(source, where + "narrower", "write [[narrower]] with two brackets")
        topics.extend(
            _topic(below, source, f"{where}narrower {place}: ", broader.code) for place, below in enumerate(narrower, 1)
        )
    return tuple(topics)


def _vocabulary(files: list[tuple[str, str]]) -> Vocabulary:
    topics: dict[str, Topic] = {}
    for source, text in files:
        for topic in read_topics(text, source):
            if topic.code in topics:
                raise _refuse(source, "code", f"{topic.code} is already the code of {topics[topic.code].label}")
            topics[topic.code] = topic
    index: dict[str, dict[str, float]] = {}
    for topic in topics.values():
        for term, weight in topic.terms.items():
            of_term = index.setdefault(term, {})
            of_term[topic.code] = weight
            # What is strong for a narrower topic speaks for the one above it as well; of lesser terms half is enough:
            # 司机 and 账户 stand in news of all kinds.
            if weight < WEIGHTS["strong"] and topic.code != topic.top:
                weight /= 2
            of_term[topic.top] = max(weight, of_term.get(topic.top, 0.0))
    digest = hashlib.sha256("\0".join(text for _, text in files).encode()).hexdigest()[:12]
    return Vocabulary(topics, {term: tuple(sorted(codes.items())) for term, codes in index.items()}, digest)


@cache
def load(own: Path | None = None) -> Vocabulary:
    """Return the vocabulary that comes with newsarchive, with the topics of the file ``own`` added to it.

    Raises ArgumentError, in one line that names file and key, for a file that cannot be read or understood.
    """
    folder = resources.files("newsarchive.topics") / "vocabulary"
    files = sorted(
        (item.name, item.read_text(encoding="utf-8")) for item in folder.iterdir() if item.name.endswith(".toml")
    )
    if own is not None:
        try:
            files.append((str(own), own.read_text(encoding="utf-8")))
        except OSError as error:
            raise ArgumentError(f"topics file {own}: cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise ArgumentError(f"topics file {own}: is not UTF-8 text; save it as UTF-8") from error
    return _vocabulary(files)
