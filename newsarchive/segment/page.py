"""From the text of a page to its articles: the steps in order."""

from __future__ import annotations

from dataclasses import dataclass

from newsarchive.model import Segmentation
from newsarchive.segment import assemble, captions, flow, heads, lines, roles
from newsarchive.segment.plan import plan_articles

__all__ = ["segment"]


def segment(text: str) -> Segmentation:
    """Reconstruct the articles of a page.

    ``text`` is the page after cleaning (a raw dump works too). The stretches of the result are in order, touch and cover the whole text,
    whatever it is; no text raises an exception.
    """
    read = read_page(text)
    plan = plan_articles(read.lines, read.forms, read.seen, read.paras, read.blocks, read.pictures)
    return assemble.assemble(text, read.lines, plan)


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of a page with their forms and what was seen in them."""

    lines: list[lines.Line]
    forms: list[roles.Form]
    seen: list[roles.Look]
    pictures: list[captions.Picture]
    paras: list[flow.Para]
    blocks: list[heads.Block]


def read_page(text: str) -> Reading:
    """From text to paragraphs, display blocks and captions, before any article is made."""
    drawn = lines.glue(lines.split(text), text)
    forms, _ = roles.read(drawn)
    drawn = heads.part_merged(drawn, forms, text)
    forms, seen = roles.read(drawn)
    forms = roles.sign_offs(drawn, roles.duplicates(drawn, forms))
    forms, pictures = captions.find(drawn, forms, seen)
    paras = flow.paragraphs(drawn, forms, seen)
    return Reading(drawn, forms, seen, pictures, paras, heads.blocks(drawn, forms))
