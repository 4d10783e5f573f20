"""Sites of the form ``/Html/<paper>/YYYYMMDD/szbzA1.Html`` with articles ``szbz77514.Html`` under the same prefix."""

from __future__ import annotations

import re

from newsarchive.epaper.family import Family

FAMILIES = (
    Family(
        key="f",
        name="szbz",
        # Page numbers have at most two digits, article numbers at least three. The capital before a page number tells
        # it from the prefix, so case counts in the file name; folders and endings are written both ways.
        page=re.compile(r"/[Hh]tml/\w+/\d{8}/[a-z]{2,6}(?P<label>[A-Z]\d{1,2}|\d{1,2})\.[Hh]tml?$"),
        article=re.compile(r"/[Hh]tml/\w+/\d{8}/[a-z]{2,6}\d{3,}\.[Hh]tml?$"),
        skins=("szbz",),
    ),
)
