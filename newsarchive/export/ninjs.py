"""Articles as ninjs 3.0, the news item of the IPTC in JSON (https://www.iptc.org/std/ninjs/)."""

from __future__ import annotations

from typing import Any

from newsarchive.export.records import Record

STANDARD = {"name": "ninjs", "version": "3.0", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"}
_MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"


def item(article: Record) -> dict[str, Any]:
    """One news item. Names that are empty are left out, as the schema wants arrays of something."""
    made: dict[str, Any] = {
        "uri": article["url"] or f"urn:newsarchive:{article['id']}",
        "standard": STANDARD,
        "type": "text",
        "language": "zh-Hans",
        "versionCreated": article["last_seen"],
        "firstCreated": article["first_seen"],
        "contentCreated": f"{article['date']}T00:00:00Z",
        "version": str(article["revision"]),
        "pubStatus": "canceled" if article["gone"] else "usable",
        "by": article["byline"],
        "headlines": _headlines(article),
        "bodies": [{"role": "main", "contentType": "text/plain", "value": article["body"]}],
        "infoSources": [{"name": article["paper_name"]}],
        "people": [{"name": name} for name in article["people"]],
        "organisations": [{"name": name} for name in article["organisations"]],
        "places": [{"name": name} for name in article["places"]],
        "subjects": [_subject(code, article.labels.get(code, code)) for code in article["topics"]],
        "keywords": list(article["keywords"]),
        "altIds": [{"role": "newsarchive", "value": article["id"]}],
    }
    return {name: value for name, value in made.items() if value not in ("", [])}


def _headlines(article: Record) -> list[dict[str, str]]:
    roles = (("kicker", "kicker"), ("main", "headline"), ("subtitle", "subtitle"))
    return [{"role": role, "value": article[name]} for role, name in roles if article[name]]


def _subject(code: str, label: str) -> dict[str, str]:
    scheme, _, number = code.partition(":")
    uri = _MEDIA_TOPICS + number if scheme == "medtop" and number else code
    return {"uri": uri, "name": label}
