"""Sites of the form ``/<paper>/YYYYMMDD/html/index.htm``: the index is the first page, ``page_02.htm`` the second."""

from __future__ import annotations

import re

from newsarchive.epaper.family import Family

FAMILIES = (
    Family(
        key="d",
        name="dated html folder",
        page=re.compile(r"/\d{8}/html/(?:index|page_(?P<label>[A-Za-z]{0,3}\d{1,3}))\.html?$", re.I),
        article=re.compile(
            r"/\d{8}/html/(?:page_(?P<page>[A-Za-z]{0,3}\d{1,3})_content_\d+|index_content_\d+|content_\d+)\.html?$",
            re.I,
        ),
        skins=("zones",),
    ),
)
