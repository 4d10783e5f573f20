"""Classes of characters that the text layer decides by: Han, the marks of Chinese typography, blanks, invisible signs.

Everything here is data over code points. Ranges are those of the Unicode blocks (Unicode 15.1, Blocks.txt).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

# Regular expression classes, to be used inside brackets: re.compile(f"[{HAN}]"). Unified ideographs with extension A,
# the 〇 of Han numerals and 々, compatibility ideographs, and the extensions B to I.
HAN = "\u3400-\u4dbf\u4e00-\u9fff\u3007\u3005\uf900-\ufaff\U00020000-\U0002fa1f\U00030000-\U000323af"
# Signs that have a plain ideograph of the same shape, which is what the reader sees and searches for.
COMPATIBILITY = "\u2f00-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f"
PRIVATE_USE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
# Zero width, soft hyphen, byte order mark, direction controls, joiners, variation selectors, object placeholder.
INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufe00-\ufe0f\ufff9-\ufffc\U000e0000-\U000e01ef"
)
# C0 without tab and line ends, DEL, C1 without NEL, lone surrogates and the non-characters of the first plane.
CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
# Line ends other than "\n"; "\r\n" counts as one. A form feed inside a page also ends a line.
LINE_END = "\r\x0b\x0c\x85\u2028\u2029"
# Blanks other than the plain one, all as wide as one character or less.
BLANK = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

# Other forms of the wide marks: those of vertical type, small ones, and those as narrow as Japanese katakana may be;
# some fonts and readers by eye (OCR) give them for the plain ones.
MARK_FORMS = dict(
    zip(
        "︐︑︒︓︔︕︖︗︘︰︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈﹐﹑﹒﹔﹕﹖﹗﹘﹙﹚﹛﹜﹝﹞｡､｢｣",
        "，、。：；！？〖〗：—（）｛｝〔〕【】《》〈〉「」『』［］，、．；：？！—（）｛｝〔〕。、「」",
        strict=True,
    )
)

# Marks, as strings of single characters.
SENTENCE_ENDS = "。！？…"
INNER_STOPS = "，、；："
OPENING = "“‘《〈（【〔「『［｛"
CLOSING = "”’》〉）】〕」』］｝"
# What else stands in Chinese text with the width of a character.
OTHER_MARKS = "—～·•＋－／％℃×■□●○◆◇▲△★☆※"
MARKS = SENTENCE_ENDS + INNER_STOPS + OPENING + CLOSING

_HAN = re.compile(f"[{HAN}]")


def is_han(character: str) -> bool:
    """Tell whether one character is a Han character, extensions and 〇 included."""
    return _HAN.match(character) is not None


def count_han(text: str) -> int:
    """Count the Han characters of ``text``."""
    return len(_HAN.findall(text))


def data_lines(name: str) -> list[str]:
    """Read a data file beside this module: its lines without comments (``#``) and without empty ones."""
    lines = files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@cache
def common_characters() -> frozenset[str]:
    """Give the common simplified and traditional characters of ``common.txt``."""
    return frozenset("".join(data_lines("common.txt")))


def plausibility(text: str) -> float:
    """Give the share of common characters among the Han and private-use characters of ``text``; 0.0 if it has none.

    Real Chinese text, of a newspaper or not, simplified or traditional, reaches 0.9; the same bytes read in a wrong
    encoding stay below 0.5, because a wrong reading spreads over the whole table of some 20,000 characters.
    """
    letters = re.findall(f"[{HAN}{PRIVATE_USE}]", text)
    if not letters:
        return 0.0
    common = common_characters()
    return sum(letter in common for letter in letters) / len(letters)
