"""How sure the reconstruction of an article is, from what can be seen of it afterwards."""

from __future__ import annotations

import math
from dataclasses import dataclass

from newsarchive.segment.weights import CONFIDENCE, weighed


@dataclass(frozen=True, slots=True)
class Signs:
    """What an article looks like once it is made."""

    headline: bool
    affinity: float  # what the headline shares with the text, see Vocabulary.affinity
    margin: float  # how much worse the page would score with other borders, see division.Scores.margins
    marked_start: bool  # a lead, a byline or 上接 opens it
    marked_end: bool  # a signature, a jump line or a date closes it
    torn: int  # paragraphs that begin or end inside a sentence
    paragraphs: int
    style: str  # what blank lines mean in the dump, see lines.gap_style
    pieces: int = 1  # runs of paragraphs that it is made of: a text in one piece is one
    page_torn: float = 0.0  # the share of the paragraphs of the page that begin inside a sentence
    reordered: bool = False  # the page was painted column by column and put into reading order, see columns.py


def confidence(signs: Signs) -> float:
    """The chance, 0 to 1, that the article's text is right (nine tenths of it and more), by logistic regression on
    the bench and on pages of other papers.
    """
    value = weighed(CONFIDENCE, features(signs).items())
    return round(1.0 / (1.0 + math.exp(-value)), 3)


def features(signs: Signs) -> dict[str, float]:
    """The signs as numbers between 0 and about 1."""
    return {
        "base": 1.0,
        "headline": float(signs.headline),
        "affinity": min(signs.affinity, 2.0) / 2.0,
        "margin": min(signs.margin, 5.0) / 5.0,
        "narrow": float(signs.margin < 0.5),
        "marked start": float(signs.marked_start),
        "marked end": float(signs.marked_end),
        "torn": min(signs.torn, 4) / 4.0,
        "pieces": min(signs.pieces - 1, 4) / 4.0,
        "page torn": min(signs.page_torn, 0.5) * 2.0,
        "long": min(signs.paragraphs, 20) / 20.0,
        f"style {signs.style}": 1.0,
        "reordered": float(signs.reordered),
    }
