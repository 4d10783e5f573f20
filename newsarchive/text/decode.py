"""From bytes to text, with evidence: which encoding, and why that one. Damaged text is refused, not guessed at."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from newsarchive.errors import InputError
from newsarchive.text.han import CONTROL, HAN, PRIVATE_USE, plausibility

# Measured on news text in both scripts (tests/text/test_decode.py): the right encoding gives 0.9 and more, a wrong one
# below 0.5. Headlines full of names may fall to 0.7.
PLAUSIBLE = 0.65
# A wrong reading that is at home in rare characters; above this a text is taken as what it says.
DOUBTFUL = 0.5
# Dumps of PDF files hold a stray control character now and then; one in twenty is not text.
CONTROL_SHARE = 0.05
# Fonts without a Unicode table give private-use characters for everything; ornaments alone never reach a third.
PRIVATE_SHARE = 1 / 3
# How much of a text is looked at to judge what it is. Plenty for shares, and keeps the cost of a big file low.
SAMPLE = 100_000

# Longest first: the mark of UTF-32 little endian begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The first bytes of files that are not text, and what to call them.
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP file (or a document in one: docx, epub …)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"Rar!", "a RAR file"),
    (b"7z\xbc\xaf", "a 7-Zip file"),
)
# Always the largest of a family: GB18030 holds GBK and GB2312, Big5-HKSCS holds Big5.
_FAMILY = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "utf8": "utf-8",
}
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
# In this order at equal plausibility.
_LEGACY = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
# Ways in which text gets misread on its way into a file: the encoding it was read as, the one it was written in.
_MISREADINGS = (
    ("gb18030", "utf-8"),
    ("cp1252", "utf-8"),
    ("latin-1", "utf-8"),
    ("latin-1", "gb18030"),
    ("big5", "utf-8"),
)

_HAN_UTF8 = re.compile(rb"[\xe3-\xe9][\x80-\xbf][\x80-\xbf]|\xef[\xbc-\xbd][\x80-\xbf]|\xe2\x80[\x80-\xbf]")
_NON_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile(f"[{CONTROL}]")
_PRIVATE = re.compile(f"[{PRIVATE_USE}]")
_LETTERS = re.compile(f"[{HAN}{PRIVATE_USE}\u0080-\u024f\u2010-\u2122]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of the encoding that gave it, and in one line why that encoding."""

    text: str = field(repr=False)
    encoding: str
    evidence: str


def decode(raw: bytes, hint: str | None = None) -> Decoded:
    """Decode ``raw``: byte order mark, strict UTF-8, then UTF-16, GB18030 or Big5 by how plausible their Chinese is.

    ``hint`` is an encoding that somebody claims (an HTTP header, an argument); it only decides between readings that
    are both plausible. The byte order mark is not part of the text. Linear in the length of ``raw``.

    Raises InputError with the codes ``empty``, ``binary``, ``truncated-text`` (the right encoding, but bytes are cut
    or damaged; the message names the byte), ``mojibake`` (misread before it was stored) and ``undecodable``.
    """
    if not raw.strip():
        raise InputError("the text is empty; there is nothing to read", code="empty")
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise InputError(f"this is {what}, not a text dump; extract its text first", code="binary")
    decoded = _marked(raw) or _claimed(raw, hint) or _utf8(raw) or _utf16(raw) or _legacy(raw, hint)
    _refuse_if_damaged(decoded.text)
    return decoded


def _marked(raw: bytes) -> Decoded | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            text = _strict(raw[len(mark) :], encoding, offset=len(mark))
            return Decoded(text, encoding, "byte order mark")
    return None


def _claimed(raw: bytes, hint: str | None) -> Decoded | None:
    """Read the pages behind the first one of a file whose byte order mark said UTF-16 or UTF-32."""
    if hint not in _WIDE:
        return None
    sample = raw[: SAMPLE - SAMPLE % 4].decode(hint, "ignore")
    if plausibility(sample) < PLAUSIBLE and not (sample and sample.isascii()):
        return None
    return Decoded(_strict(raw, hint), hint, f"claimed; {plausibility(sample):.0%} of its Han characters are common")


def _utf8(raw: bytes) -> Decoded | None:
    """Read strict UTF-8. Damaged UTF-8 is refused here, before GB18030 can make some sense of it."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        sample = raw[:SAMPLE]
        # In UTF-8 Chinese nearly every byte above 127 belongs to a three-byte character; in GB18030 or Big5 hardly
        # one does.
        in_characters = 3 * len(_HAN_UTF8.findall(sample))
        if in_characters * 2 > len(_NON_ASCII.findall(sample)):
            raise _damaged("UTF-8", error.start, len(raw)) from None
        return None
    if "\x00" in text:
        return None  # pairs of bytes below 128: UTF-16, or no text at all
    return Decoded(text, "utf-8", "pure ASCII" if raw.isascii() else "valid UTF-8")


def is_binary(head: bytes) -> bool:
    """Tell by its first bytes whether a file is no text: another kind of file, or zero bytes and no UTF-16."""
    if any(head.startswith(magic) for magic, _ in _MAGIC):
        return True
    marked = any(head.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS)
    return b"\x00" in head and not marked and utf16_byte_order(head) is None


def utf16_byte_order(raw: bytes) -> str | None:
    """Name the byte order of UTF-16 text without a mark; None if ``raw`` is not such text.

    In UTF-16 every blank, digit and line end has a zero byte, and no other text has any. Which half of the pair is zero
    does not tell the order (一 ends in a zero byte as a digit begins with one); plausibility does.
    """
    sample = raw[: SAMPLE - SAMPLE % 2]
    if b"\x00" not in sample:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "ignore")
        if plausibility(text) >= PLAUSIBLE or text.isascii():
            return encoding
    return None


def _utf16(raw: bytes) -> Decoded | None:
    """Read UTF-16 without a mark."""
    encoding = utf16_byte_order(raw)
    if encoding is None:
        return None
    text = _strict(raw, encoding)
    return Decoded(text, encoding, f"zero bytes; {plausibility(text[:SAMPLE]):.0%} of its Han characters are common")


def _legacy(raw: bytes, hint: str | None) -> Decoded:
    """Choose GB18030, Big5 or (for one line, all Han) UTF-16 by plausibility; the hint wins among plausible ones."""
    if b"\x00" in raw:
        raise InputError("this holds zero bytes and is not UTF-16 text; it is no text dump", code="binary")
    claimed = _FAMILY.get((hint or "").lower(), hint)
    # A cut in the sample may fall inside a character: what is incomplete at its end is left out.
    shares = {name: plausibility(raw[:SAMPLE].decode(name, "ignore")) for name in _LEGACY}
    best = max(shares, key=lambda name: (shares[name] >= PLAUSIBLE and name == claimed, shares[name]))
    if shares[best] < PLAUSIBLE:
        raise InputError(
            "this is neither UTF-8, UTF-16, GB18030 nor Big5 text; convert it to UTF-8 if it is text at all",
            code="undecodable",
        )
    return Decoded(_strict(raw, best), best, f"{shares[best]:.0%} of its Han characters are common")


def _strict(raw: bytes, encoding: str, offset: int = 0) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged(encoding.upper(), offset + error.start, offset + len(raw)) from None


def _damaged(encoding: str, at: int, size: int) -> InputError:
    where = (
        "is cut off in the middle of a character" if size - at < 4 else "has a damaged character"
    )  # 4: the longest one
    return InputError(
        f"this {encoding} text {where} at byte {at} of {size}; get a whole copy of the file", code="truncated-text"
    )


def _refuse_if_damaged(text: str) -> None:
    """Raise InputError if the decoded text is empty, full of controls, or was misread before it was stored."""
    if not text.strip():
        raise InputError("the text holds nothing but blanks; there is nothing to read", code="empty")
    sample = text[:SAMPLE]
    if "\x00" in sample:
        raise InputError("this holds zero characters; it is no text dump", code="binary")
    if (
        "\ufffd\ufffd" in text
        or text.count("\ufffd") * 500 > len(text)
        or "锟斤拷锟" in text
        or text.count("锟斤拷") > 1
    ):
        raise InputError(
            "characters were already lost (U+FFFD or 锟斤拷) when this was stored; get the file in its first encoding",
            code="mojibake",
        )
    letters = _LETTERS.findall(sample)
    if len(_PRIVATE.findall(sample)) > PRIVATE_SHARE * max(len(letters), 1):
        raise InputError(
            "most characters are private to a font; extract the text with a tool that knows the font", code="mojibake"
        )
    if letters and plausibility(sample) < DOUBTFUL:
        for read_as, written_in in _MISREADINGS:
            meant = sample.encode(read_as, "ignore").decode(written_in, "ignore")
            # As good as real Chinese, and not only the few characters that happened to survive: of the misreadings
            # three characters stand for two (UTF-8 as GBK) or for one (UTF-8 as Latin-1).
            if plausibility(meant) >= PLAUSIBLE and 5 * len(_LETTERS.findall(meant)) > len(letters):
                raise InputError(
                    f"this is {written_in.upper()} text that was read as {read_as.upper()} and stored so; "
                    "get the file in its first encoding",
                    code="mojibake",
                )
    # Last, because UTF-8 read as Latin-1 is full of the controls of C1.
    if len(_CONTROLS.findall(sample)) > CONTROL_SHARE * len(sample):
        raise InputError("this is full of control characters; it is no text dump", code="binary")
