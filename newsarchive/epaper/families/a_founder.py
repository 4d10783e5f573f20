"""Founder (方正) sites: classic ``YYYY-MM/DD/node_N.htm`` and new ``YYYYMM/DD/node_NN.html``; one reader, many skins.

Source of the forms: 410 of the 510 papers in xiaoxiaosuaxuan/newscrapy (2023-04), and saved pages of 2017-2026.
"""

from __future__ import annotations

import re

from newsarchive.epaper.family import Family

_SKINS = ("founder-new", "founder-table", "founder-cards", "founder-headings", "zones")

FAMILIES = (
    Family(
        key="a",
        name="Founder classic",
        page=re.compile(
            r"/(?:\d{4}-\d{2}/\d{2}|\d{4}-W\d{2})/"
            r"(?:node_\d+(?:_\d+)?|nbs\.\w+?_(?P<label>[A-Za-z]{0,4}\d{1,3}))\.html?$",
            re.I,
        ),
        article=re.compile(
            r"/(?:\d{4}-\d{2}/\d{2}|\d{4}-W\d{2})/"
            r"(?:content_\w+|nw\.\w+?_\d{8}_\d+-(?P<page>[A-Za-z]{0,4}\d{1,3}))\.html?$",
            re.I,
        ),
        calendars=("../period.xml",),
        skins=_SKINS,
    ),
    Family(
        key="b",
        name="Founder new",
        page=re.compile(
            r"/\d{6}/\d{2}/(?:node_|col_?|l(?:ayout)?_?|column_?)(?P<label>[A-Za-z]{0,4}\d{1,5})\.html?$", re.I
        ),
        article=re.compile(r"/\d{6}/\d{2}/(?:content|cont|con|c)_?\d+\.html?$", re.I),
        calendars=("../period.xml",),
        skins=_SKINS,
    ),
)
