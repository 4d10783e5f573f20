"""From the text of a page to its articles: the steps in order."""

from __future__ import annotations

from newsarchive.model import Segmentation
from newsarchive.segment import assemble, captions, flow, heads, lines, pair, roles
from newsarchive.segment.plan import Plan, plan_articles
from newsarchive.segment.vocabulary import Vocabulary, tokens

__all__ = ["segment"]


def segment(text: str) -> Segmentation:
    """Reconstruct the articles of a page.

    ``text`` is the page after cleaning (a raw dump works too). The stretches of the result are in order, touch and cover the whole text,
    whatever it is; no text raises an exception.
    """
    drawn = lines.glue(lines.split(text), text)
    plan = plan_page(drawn)
    return assemble.assemble(text, drawn, plan)


def plan_page(drawn: list[lines.Line]) -> Plan:
    """Everything that is decided about the lines of a page."""
    forms, seen = roles.read(drawn)
    forms = roles.duplicates(drawn, forms)
    forms, pictures = captions.find(drawn, forms, seen)
    paras = flow.paragraphs(drawn, forms, seen)
    prose = "\n".join("".join(drawn[i].flat for i in p.lines) for p in paras)
    shown = heads.blocks(drawn, forms, lambda phrase: phrase in prose)
    return plan_articles(drawn, forms, seen, paras, shown, pictures)
