"""Sites of the form ``/shtml/<paper>/YYYYMMDD/vA1.shtml`` with articles ``<id>.shtml``; often GBK."""

from __future__ import annotations

import re

from newsarchive.epaper.family import Family

FAMILIES = (
    Family(
        key="c",
        name="shtml",
        page=re.compile(r"/\d{8}/v(?P<label>[A-Za-z]{0,3}\d{1,3})\.s?html?$", re.I),
        article=re.compile(r"/\d{8}/\d+\.shtml$", re.I),
        skins=("shtml",),
    ),
)
