"""The marks of a page as its reader takes them, whatever the extractor, an editor or a reader by eye (OCR) typed.

Recognition reads “”, ‘’ and 。. Here a page with other marks in their places becomes one with these, character by
character, so that every place stays; what the articles say is taken from the page as it is.
"""

from __future__ import annotations

import re

# The quotation marks of traditional type.
_CORNERS = str.maketrans("「」『』", "“”‘’")
# A full stop of a page: a point behind Han, a closing mark or a line end that tore it off; and one behind a number or
# a word, if no number, word or item begins there.
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_POINT = re.compile(
    rf"(?<=[{_HAN}”’）》」』)\"\n])[．.](?![．.])"
    rf"|(?<=[0-9A-Za-z%％])(?<!^[0-9])(?<!\n[0-9])[．.](?=[{_HAN}”’\"\s])"
)
# Points that are full stops outnumber what few 。 a reader by eye gets right; a page has more than these sentences.
# Elsewhere they part the names of foreigners.
OFTENER, ENOUGH = 3, 5


def as_typed(text: str) -> str:
    """The page with its marks as recognition knows them; it is as long as ``text``."""
    if "「" in text and "“" not in text:
        text = text.translate(_CORNERS)
    for straight, pair in (('"', "“”"), ("'", "‘’")):
        if straight in text and pair[0] not in text:
            text = _paired(text, straight, pair)
    least = max(ENOUGH, OFTENER * text.count("。") + 1)
    # Most pages have not so many points, whatever stands beside them.
    if text.count(".") + text.count("．") >= least and len(_POINT.findall(text)) >= least:
        text = _POINT.sub("。", text)
    return text


# What only an opening quotation mark stands behind, and only a closing one before.
_OPENS = "：:（(《"
_CLOSES = "，。、；：？！）》,;:?!)"
# Where a sentence ends or halts: an extractor that tears lines at squeezed marks begins the next one with the mark that
# closes the quotation.
_HALTS = "。！？…，!?,"
# Characters of a quotation at most: one that is open longer has lost its end.
LONGEST = 400
# Blanks and line ends that are looked over for what stands before a mark.
NEAR = 8


def _paired(text: str, straight: str, pair: str) -> str:
    """The straight marks as opening and closing ones by turns, put right where what stands beside them tells."""
    out: list[str] = []
    at = 0
    opened = -1
    for found in re.finditer(straight, text):
        place = found.start()
        before, behind = text[place - 1 : place], text[place + 1 : place + 2]
        if _is_latin(before) and _is_latin(behind):
            continue
        is_open = opened >= 0 and place - opened <= LONGEST
        if before and before in _OPENS:
            opens = True
        elif not behind.strip() or behind in _CLOSES:
            opens = False
        elif not before.strip():
            opens = not (is_open and text[max(0, place - NEAR) : place].rstrip()[-1:] in _HALTS)
        else:
            opens = not is_open
        out += (text[at:place], pair[0] if opens else pair[1])
        at = place + 1
        opened = place if opens else -1
    return "".join(out) + text[at:]


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
