"""ninjs against the rules of its schema (version 3.0), as far as an export uses it.

The table below says in our own words what the schema says of these properties; it allows no others.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import pytest

from newsarchive.export import ninjs
from tests.export.test_formats import POISON, made


def text(value: Any) -> bool:
    return isinstance(value, str)


def uri(value: Any) -> bool:
    return text(value) and bool(re.fullmatch(r"[A-Za-z][\w+.-]*:[\w:/?#\[\]@!$&'()*+,;=.~%-]+", value, re.ASCII))


def date_time(value: Any) -> bool:
    # RFC 3339: a date-time has a zone.
    return text(value) and "T" in value and datetime.fromisoformat(value).tzinfo is not None


def one_of(*values: str) -> Any:
    return values.__contains__


def array(properties: dict[str, Any], *required: str) -> Any:
    return lambda value: isinstance(value, list) and all(conforms(each, properties, *required) for each in value)


def conforms(value: Any, properties: dict[str, Any], *required: str) -> bool:
    assert isinstance(value, dict)
    assert set(required) <= set(value) <= set(properties)
    wrong = {name: each for name, each in value.items() if not properties[name](each)}
    assert wrong == {}
    return True


NAMED = {"name": text, "rel": text, "uri": uri, "literal": text}
VALUED = {"role": text, "contentType": text, "value": text}
PROPERTIES = {
    "uri": uri,
    "type": one_of("text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"),
    "pubStatus": one_of("usable", "withheld", "canceled"),
    **dict.fromkeys(("version", "language", "by", "title", "located", "slugline", "edNote"), text),
    **dict.fromkeys(("firstCreated", "versionCreated", "contentCreated"), date_time),
    "headlines": array(VALUED, "value"),
    "descriptions": array(VALUED, "value"),
    "bodies": array(VALUED | {"charCount": int, "wordCount": int}, "value"),
    **dict.fromkeys(("people", "organisations", "places", "subjects"), array(NAMED)),
    "infoSources": array({"name": text, "role": text, "uri": uri, "literal": text}),
    "altIds": array({"role": text, "value": text}),
    "standard": lambda value: conforms(value, {"name": text, "version": text, "schema": uri}),
}


@pytest.mark.parametrize(
    "columns",
    [
        {},
        {"url": "https://example.com/数字报/1?a=b c"},
        {"url": "javascript:alert(1)"},
        {"url": "http://[broken"},
        {"id": "中国日报-2024-03-01-A02-001"},
        {"kicker": "引题", "organisations": '["农业局"]', "places": '["云泽"]', "gone": "2024-03-02T00:00:00Z"},
        {"topics": '["medtop:04000000", "local:harvest", "medtop:x y"]', "keywords": "[]"},
        {"headline": "", "subtitle": "", "byline": "", "keywords": json.dumps([POISON])},
    ],
)
def test_an_item_conforms_to_the_schema(columns: dict[str, object]) -> None:
    assert conforms(ninjs.item(made(**columns)), PROPERTIES, "uri")


def test_what_the_schema_forbids_is_noticed() -> None:
    for wrong in (
        {"keywords": ["秋粮"]},
        {"uri": "no uri"},
        {"type": "story"},
        {"firstCreated": "2024-03-01T06:00:00"},
    ):
        with pytest.raises(AssertionError):
            conforms(ninjs.item(made()) | wrong, PROPERTIES, "uri")


def test_the_identity_is_the_address_or_the_id() -> None:
    assert ninjs.item(made(url="https://example.com/1"))["uri"] == "https://example.com/1"
    assert ninjs.item(made())["uri"] == "urn:newsarchive:daily-2024-03-01-A02-001"
    assert urlsplit(ninjs.item(made(url="https://example.com/报"))["uri"]).path == "/%E6%8A%A5"
