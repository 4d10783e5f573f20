"""Articles as ninjs 3.0, the news item of the IPTC in JSON (https://www.iptc.org/std/ninjs/).

The standard allows no property that it does not name, and wants URIs in ASCII.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

from newsarchive.export.records import Record

STANDARD = {"name": "ninjs", "version": "3.0", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#"}
_MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"
# What stands in a URI as it is, by RFC 3986; a percent sign since addresses come percent-encoded.
_IN_URI = "%:/?#[]@!$&'()*+,;=~"


def item(article: Record) -> dict[str, Any]:
    """One news item. Names that are empty are left out, and a paper's day is one of China's time zone.

    Key phrases, for which ninjs has no property, are subjects without a URI.
    """
    made: dict[str, Any] = {
        "uri": _uri(article),
        "standard": STANDARD,
        "type": "text",
        "language": "zh-Hans",
        "versionCreated": article["last_seen"],
        "firstCreated": article["first_seen"],
        "contentCreated": f"{article['date']}T00:00:00+08:00",
        "version": str(article["revision"]),
        "pubStatus": "canceled" if article["gone"] else "usable",
        "title": article.title,
        "by": article["byline"],
        "headlines": _headlines(article),
        "bodies": [{"role": "main", "contentType": "text/plain", "value": article["body"]}],
        "infoSources": [{"name": article["paper_name"]}],
        "people": [{"name": name} for name in article["people"]],
        "organisations": [{"name": name} for name in article["organisations"]],
        "places": [{"name": name} for name in article["places"]],
        "subjects": [
            *(_subject(code, article.labels.get(code, code)) for code in article["topics"]),
            *({"name": phrase, "rel": "keyword"} for phrase in article["keywords"]),
        ],
        "altIds": [{"role": "newsarchive", "value": article["id"]}],
    }
    return {name: value for name, value in made.items() if value not in ("", [])}


def _uri(article: Record) -> str:
    address = str(article["url"]).strip()
    try:
        on_the_web = urlsplit(address).scheme in ("http", "https")
    except ValueError:
        on_the_web = False
    return quote(address, safe=_IN_URI) if on_the_web else f"urn:newsarchive:{quote(article['id'], safe='')}"


def _headlines(article: Record) -> list[dict[str, str]]:
    roles = (("kicker", "kicker"), ("main", "headline"), ("subtitle", "subtitle"))
    return [{"role": role, "value": article[name]} for role, name in roles if article[name]]


def _subject(code: str, label: str) -> dict[str, str]:
    scheme, _, number = code.partition(":")
    if scheme == "medtop" and number.isascii() and number.isdecimal():
        return {"name": label, "uri": _MEDIA_TOPICS + number}
    return {"name": label, "literal": code}
