"""Sites of the form ``/Html/YYYY-MM-DD/Qpaper_43259.html`` with articles ``214347.html``."""

from __future__ import annotations

import re

from newsarchive.epaper.family import Family

FAMILIES = (
    Family(
        key="g",
        name="Qpaper",
        page=re.compile(r"/\d{4}-\d{2}-\d{2}/Qpaper(?:_\d+)?\.html?$", re.I),
        article=re.compile(r"/\d{4}-\d{2}-\d{2}/\d+\.html?$", re.I),
        skins=("qpaper",),
    ),
)
