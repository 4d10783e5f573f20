"""Sites of the form ``/YYYY/YYYYMMDD/YYYYMMDD_001/YYYYMMDD_001.html`` with articles ``YYYYMMDD_001_6618.html``."""

from __future__ import annotations

import re

from newsarchive.epaper.family import Family

FAMILIES = (
    Family(
        key="h",
        name="page folders",
        page=re.compile(r"/(\d{8})_(?P<label>[A-Za-z]{0,3}\d{1,3})/\1_(?P=label)\.html?$", re.I),
        article=re.compile(r"/(\d{8})_(?P<page>[A-Za-z]{0,3}\d{1,3})/\1_(?P=page)_\w+\.html?$", re.I),
        skins=("founder-table",),
    ),
)
