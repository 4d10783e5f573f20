"""Stored text as HTML."""

from __future__ import annotations

from newsarchive.browse.render import marks
from newsarchive.search.marks import Piece


def test_pieces_for_html_are_harmless() -> None:
    pieces = (Piece("<b>&"), Piece("\x1b[2J'\"\u202e", hit=True))
    assert marks(pieces) == "&lt;b&gt;&amp;<mark>\ufffd[2J&#39;&#34;\ufffd</mark>"
