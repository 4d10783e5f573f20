"""Words and their frequencies: the only module that knows jieba, beside its binding in ``rust``.

The dictionary is loaded when a word is asked for.

jieba by itself logs to stderr and keeps its cache under a fixed name in the shared temporary folder. Here it is
quiet, and the cache is the user's own: written under another name and moved into place, so that two processes may
start at once, and done without where no folder can be written.
"""

from __future__ import annotations

import hashlib
import logging
import marshal
import math
import os
import sys
import tempfile
import warnings
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

from newsarchive.errors import ArgumentError
from newsarchive.text import rust

One = TypeVar("One")
Two = TypeVar("Two")

_user_dictionary: Path | None = None
_rust_wanted = True


def use_dictionary(path: str | os.PathLike[str] | None) -> None:
    """Add a user dictionary (UTF-8, one ``word [frequency [tag]]`` a line) to jieba's; None takes it away.

    Raises ArgumentError if there is no such file.
    """
    global _user_dictionary
    if path is not None and not Path(path).is_file():
        raise ArgumentError(f"there is no user dictionary {path}; give the path of a UTF-8 file, one word a line")
    _user_dictionary = Path(path) if path is not None else None
    _tokenizer.cache_clear()
    _in_rust.cache_clear()


def use_rust(wanted: bool) -> None:
    """Cut with jieba's binding in Rust where it is installed (so it is from the start), or with jieba itself.

    The words are the same. With a user dictionary, or another main one than the binding's, jieba itself cuts.
    """
    global _rust_wanted
    _rust_wanted = wanted
    _in_rust.cache_clear()


def cut(text: str) -> list[str]:
    """Cut ``text`` into words; joined they give ``text`` back, blanks and marks included."""
    return rust.cut(text, is_word, cut_by_jieba) if _in_rust() else cut_by_jieba(text)


def cut_by_jieba(text: str) -> list[str]:
    """Cut ``text`` into words by jieba itself, whatever is installed."""
    words: list[str] = _tokenizer().lcut(text)
    return words


def frequency(word: str) -> int:
    """Give how often the dictionary's corpus has ``word``; 0 if the dictionary does not know it."""
    count: int = _tokenizer().FREQ.get(word, 0)
    return count


def log_probability(word: str) -> float:
    """Give the natural logarithm of the word's share of the corpus; an unknown word counts as seen half a time."""
    tokenizer = _tokenizer()
    return math.log((tokenizer.FREQ.get(word) or 0.5) / tokenizer.total)


def part_of_speech(word: str) -> str:
    """Give the part of speech that jieba's own dictionary has for ``word`` (n, ns, nr, v …); empty if it has none."""
    return _parts_of_speech().get(word, "")


def words_of(*parts: str) -> tuple[str, ...]:
    """Give the words of jieba's own dictionary that have one of these parts of speech."""
    by_part = _words_by_part()
    return tuple(chain.from_iterable(by_part.get(part, ()) for part in parts))


def rarity(word: str) -> float:
    """Give jieba's inverse document frequency of ``word``, the median for one that its table does not have."""
    table, middle = _rarity()
    return table.get(word, middle)


def is_word(word: str) -> bool:
    """Tell whether the dictionary knows ``word``."""
    return bool(_tokenizer().FREQ.get(word))


def runs_across(left: str, right: str, most: int) -> bool:
    """Tell whether some word of at most ``most`` characters begins within ``left`` and ends within ``right``."""
    known, first, longest = _tokenizer().FREQ, right[:1], len(right)
    for n in range(1, min(most, len(left) + 1)):
        # The beginnings of all words stand in jieba's table as well, with a frequency of 0.
        begin = left[-n:]
        if begin + first in known and any(known.get(begin + right[:k]) for k in range(1, min(most - n, longest) + 1)):
            return True
    return False


def dictionary_version() -> str:
    """Name the dictionary in use, without loading it: what was cut under the same name need not be cut again."""
    name = f"jieba {version('jieba')} {_digest(_main_dictionary())}"
    return f"{name}+{_digest(_user_dictionary)}" if _user_dictionary else name


@cache
def _in_rust() -> bool:
    same = _user_dictionary is None and rust.installed() and _digest(_main_dictionary()) == rust.DICTIONARY
    return _rust_wanted and same


@cache
def _tokenizer() -> Any:
    jieba = _jieba()
    tokenizer = jieba.Tokenizer()

    def read() -> tuple[dict[str, int], int]:
        with _main_dictionary().open("rb") as file:
            known: tuple[dict[str, int], int] = tokenizer.gen_pfdict(file)
        return known

    tokenizer.FREQ, tokenizer.total = _kept("jieba", _main_dictionary(), read)
    tokenizer.initialized = True
    if _user_dictionary:
        with _user_dictionary.open("rb") as file:
            tokenizer.load_userdict(file)
    return tokenizer


def _parts_of_speech() -> dict[str, str]:
    return _speech()[0]


def _words_by_part() -> dict[str, tuple[str, ...]]:
    return _speech()[1]


@cache
def _speech() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Give the part of speech of each word, and the words of each part."""
    parts, by_part = _kept("jieba-speech", _main_dictionary(), _read_speech)
    # Python's garbage collector looks through long lists over and over, through tuples of strings once.
    return parts, {part: tuple(words) for part, words in by_part.items()}


def _read_speech() -> tuple[dict[str, str], dict[str, list[str]]]:
    # Word, frequency and part of speech on each line, no blank in any: quicker cut up in one go than line by line.
    fields = _main_dictionary().read_text(encoding="utf-8").split()
    parts = dict(zip(fields[::3], fields[2::3], strict=True))
    by_part: dict[str, list[str]] = {}
    for word, part in parts.items():
        by_part.setdefault(part, []).append(word)
    return parts, by_part


@cache
def _rarity() -> tuple[dict[str, float], float]:
    """Give jieba's inverse document frequencies, and their median for the words it does not have."""
    return _kept("jieba-rarity", _rarity_table(), _read_rarity)


def _read_rarity() -> tuple[dict[str, float], float]:
    fields = _rarity_table().read_text(encoding="utf-8").split()
    rarity = dict(zip(fields[::2], map(float, fields[1::2]), strict=True))
    return rarity, median(rarity.values())


def _rarity_table() -> Path:
    return _main_dictionary().parent / "analyse" / "idf.txt"


def _jieba() -> Any:
    """Import jieba without its warnings (it is code of 2020), even where they are errors, and take it off stderr."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    logger = logging.getLogger("jieba")
    logger.handlers.clear()
    logger.setLevel(logging.WARNING)
    return jieba


def _main_dictionary() -> Path:
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba is not installed")
    return Path(spec.origin).with_name("dict.txt")


@cache
def _digest(path: Path) -> str:
    # 12 digits tell any two dictionaries apart.
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def _kept(name: str, source: Path, make: Callable[[], tuple[One, Two]]) -> tuple[One, Two]:
    """Give what ``make`` makes of a file of jieba's: from the cache, or made and cached."""
    cache_file = _cache_file(name, source)
    kept = _read_cache(cache_file) if cache_file else None
    if kept is None:
        kept = make()
        if cache_file:
            _write_cache(cache_file, kept)
    return kept


def _cache_file(name: str, source: Path) -> Path | None:
    """Name a cache by what decides its content: jieba's version, the file it is of, and Python's marshal format."""
    try:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return None  # a user without a home, as in some containers
    return base / "newsarchive" / f"{name}-{version('jieba')}-{_digest(source)}-{sys.implementation.cache_tag}.cache"


def _read_cache(path: Path) -> Any:
    try:
        one, two = marshal.loads(path.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None  # not there, not readable, or cut off: it is made anew
    return one, two


def _write_cache(path: Path, known: Any) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(marshal.dumps(known))
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
    except OSError:
        return  # a cache is a convenience; the dictionary is loaded all the same
