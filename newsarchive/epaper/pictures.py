"""Pictures of an article and their captions, from the three places in which sites keep them.

The places: an attribute of the picture, the text that follows it in its box or table, and a line of the body right
after it. A caption keeps its printed form, photographer included; the photographer alone is the credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from parsel import Selector

from newsarchive.epaper.labels import bare, flat
from newsarchive.epaper.markup import Paragraph
from newsarchive.epaper.records import Picture
from newsarchive.epaper.urls import absolute, canonical
from newsarchive.epaper.vocabulary import credit_endings

# A caption is a few sentences; longer text around a picture is the article laid out in a table.
_LONGEST_CAPTION = 400
# A line that is only set like a caption: two sentences at most.
_LONGEST_CENTRED = 120
_ATTRIBUTES = ("data-original-title", "data-title", "title", "alt")
_SOURCES = ("src", "_src", "data-src", "data-original")
_FILE_NAME = re.compile(r"^\S+\.(?:jpe?g|png|gif|bmp)$|^[\x00-\x7f]*$|^点击|放大|^图片$", re.I)
_AUTHOR_FIRST = re.compile(
    r"^作者\s*[：:]\s*(?:[（(]([^）)]*)[）)]|([一-鿿·]{2,12}(?:\s?(?:摄影|摄|图))?))\s+(.*)$", re.S
)
_CAPTION_LINE = re.compile(r"^(?:[▲▼◀▶△▽]|[上下左右]?图为|[上下左右]图[：:]|[（(]?图[①-⑨\d]?[：:])")


@cache
def _credit() -> re.Pattern[str]:
    strong, weak = credit_endings()
    name = r"[^。！？，；：:（）()“”]{2,30}?"
    return re.compile(
        rf"^(?P<text>|.*?(?:[。！？”’」…）)\s]|(?=[（(])))[（(]?"
        rf"(?P<credit>{name}(?:(?:{strong})|[\s/／](?:{weak})))[）)]?。?$",
        re.S,
    )


def captioned(text: str) -> tuple[str, str]:
    """A caption in printed form and its credit (or ""): ``作者：(张三 摄) 图为…`` becomes ``图为… 张三 摄``."""
    line = flat(text)
    if found := _AUTHOR_FIRST.match(line):
        credit, rest = flat(found[1] or found[2] or ""), flat(found[3])
        return flat(f"{rest} {credit}"), credit
    found = _credit().match(line)
    return line, flat(found["credit"]) if found else ""


def boxed_pictures(boxes: Iterable[Any], base: str) -> list[Picture]:
    """The pictures in boxes that hold nothing but pictures and their captions; text goes to the picture before it."""
    pictures = []
    for box in boxes:
        images = [n for n in box.iter("img") if _source(n, base)]
        texts = _texts_after(box)
        for image, text in zip(images, texts, strict=True) if len(texts) == len(images) else [(i, "") for i in images]:
            pictures.append(_picture(image, text, base))
    return pictures


def _texts_after(box: Any) -> list[str]:
    """For each picture of a box, in order, the text up to the next; text before the first goes to the first."""
    texts: list[list[str]] = []
    before: list[str] = []

    def walk(node: Any) -> None:
        if not isinstance(node.tag, str) or node.tag in {"script", "style"}:
            return
        if node.tag == "img" and any(node.get(name) for name in _SOURCES):
            texts.append([])
        (texts[-1] if texts else before).append(node.text or "")
        for child in node:
            walk(child)
            (texts[-1] if texts else before).append(child.tail or "")

    walk(box)
    joined = [flat("".join(t)) for t in texts]
    if joined and not joined[0]:
        joined[0] = flat("".join(before))
    return joined


def picture_boxes(body: Any) -> list[Any]:
    """The tables and figures inside a body that are a picture with its caption, innermost only."""
    boxes = []
    for image in body.iter("img"):
        for parent in image.iterancestors():
            if parent is body:
                break
            if parent.tag in {"table", "figure"}:
                if parent not in boxes and len(flat("".join(parent.itertext()))) <= _LONGEST_CAPTION:
                    boxes.append(parent)
                break
    return boxes


def body_pictures(body: Any, skipped: list[Any], base: str) -> list[Picture]:
    """The pictures that stand in the body outside of picture boxes, with what their attributes say."""
    return [
        _picture(image, "", base)
        for image in body.iter("img")
        if _source(image, base) and not any(box in skipped for box in image.iterancestors())
    ]


def captioned_elsewhere(document: Selector, known: list[Any], base: str) -> list[Picture]:
    """Pictures outside of the body and of all known boxes that carry their caption: only an article's own do."""
    return [
        _picture(image.root, "", base)
        for image in document.css("img[data-original-title]")
        if _source(image.root, base) and not any(box in known for box in image.root.iterancestors())
    ]


def caption_lines(lines: list[Paragraph]) -> tuple[list[Paragraph], list[str]]:
    """Splits off the captions among the lines: they follow a picture, and read like a caption, end in a credit, or are
    set in the middle where the text is not. A credit on a line of its own below is part of the caption.
    """
    kept: list[Paragraph] = []
    captions: list[str] = []
    below = False
    # Where every line of several is centred, that says nothing of one.
    telling = len(lines) == 1 or not all(line.centred for line in lines)
    for line in lines:
        text, credit = line.text, captioned(line.text)[1]
        worded = len(text) <= _LONGEST_CAPTION and bool(_CAPTION_LINE.match(text) or credit)
        placed = telling and line.centred and not line.strong and len(text) <= _LONGEST_CENTRED
        if line.picture and (worded or placed):
            captions.append(text)
        elif below and credit == text:
            captions[-1] = f"{captions[-1]} {text}"
        else:
            kept.append(line)
        below = not kept or kept[-1] is not line
    return kept, captions


def merged(pictures: Iterable[Picture], lines: list[str]) -> tuple[Picture, ...]:
    """Each picture once, the fuller caption kept; loose caption lines go to the pictures without one, in order."""
    found: dict[str, Picture] = {}
    for picture in pictures:
        old = found.get(picture.url)
        if old is None or len(picture.caption) > len(old.caption):
            found[picture.url] = picture
    seen = {bare(p.caption) for p in found.values()}
    for line in lines:
        caption, credit = captioned(line)
        if bare(caption) in seen:
            continue
        seen.add(bare(caption))
        target = next((url for url, p in found.items() if not p.caption), "")
        found[target or f"#{len(found)}"] = Picture(target, caption, credit)
    return tuple(found.values())


def _picture(image: Any, text: str, base: str) -> Picture:
    said = next((flat(v) for n in _ATTRIBUTES if (v := image.get(n)) and not _FILE_NAME.search(flat(v))), "")
    # Both places usually say the same; where one is cut short, the longer one is the caption.
    caption, credit = captioned(said if len(bare(said)) >= len(bare(text)) else text)
    return Picture(_source(image, base), caption, credit)


def _source(image: Any, base: str) -> str:
    for name in _SOURCES:
        if found := absolute(base, image.get(name) or ""):
            return canonical(found)
    return ""
