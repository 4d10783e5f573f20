"""Sites of the form ``/html/YYYY/MM/DD/01/default.htm`` with articles ``01_64.htm``."""

from __future__ import annotations

import re

from newsarchive.epaper.family import Family

FAMILIES = (
    Family(
        key="i",
        name="default.htm",
        page=re.compile(r"/\d{4}/\d{2}/\d{2}/(?P<label>[A-Za-z]{0,3}\d{1,3})/default\.html?$", re.I),
        article=re.compile(r"/\d{4}/\d{2}/\d{2}/(?P<page>[A-Za-z]{0,3}\d{1,3})/(?P=page)_\d+\.html?$", re.I),
        skins=("default-page",),
    ),
)
