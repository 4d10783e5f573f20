"""What the reading looks at in a line."""

from __future__ import annotations

from typing import NamedTuple

from newsarchive.segment.roles.form import Form


class Look(NamedTuple):
    """What the reading looks at in a line; ``column`` is the width around it (0 unknown).

    ``short`` says how far it stays below the column it stands in, ``indent`` how far below the column that follows
    it. ``open_quote`` says that a quotation begun on the lines before is still open at the end of the line before.
    """

    fixed: Form | None
    column: float
    short: float
    indent: float
    stop: bool
    colon: bool
    lead: bool
    open_quote: bool
