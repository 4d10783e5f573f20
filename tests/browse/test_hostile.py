"""An archive whose every text wants to be markup, script or command: shown, and nothing more."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.browse.archives import POISON

ARTICLE = "evil-2024-03-01-01-001"
PAGES = [
    "/news/evil",
    "/news/evil/issue/evil-2024-03-01",
    f"/news/evil/article/{ARTICLE}",
    "/news/evil/article/evil-2024-03-01-01-002",
    "/news/evil/page/evil-2024-03-01-01",
    f"/news/evil/page/evil-2024-03-01-01?article={quote(POISON, safe='')}",
    "/news/evil/search?q=" + quote("恶意"),
    "/news/evil/search?q=" + quote(POISON, safe=""),
    f"/news/evil/search?topic={quote(POISON, safe='')}&person={quote(POISON, safe='')}",
    f"/news/evil/topic/{quote(POISON, safe='')}",
    f"/news/evil/person/{quote(POISON, safe='')}",
    f"/news/evil/issue/{quote(POISON, safe='')}",
]
ALLOWED = {
    "html", "head", "meta", "title", "link", "body", "a", "header", "form", "input", "button", "main", "footer",
    "nav", "h1", "h2", "h3", "section", "p", "ol", "ul", "li", "bdi", "time", "span", "strong", "table",
    "caption", "thead", "tbody", "tr", "th", "td", "article", "div", "aside", "dl", "dt", "dd", "details",
    "summary", "code", "del", "ins", "mark", "figure", "figcaption", "svg", "rect",
}  # fmt: skip


class Markup(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src", "action")}


@pytest.fixture
def get(serve: Any, hostile_path: Path) -> Any:
    return serve(hostile_path)


@pytest.mark.parametrize("address", PAGES)
def test_no_stored_text_becomes_markup_or_a_script_or_a_link(get: Any, address: str) -> None:
    response = get(address)
    assert response.status_code in (200, 404)
    page = Markup()
    page.feed(response.text)
    assert page.elements <= ALLOWED
    assert not {name for name in page.attributes if name.startswith("on") or name == "style"}
    assert all(link.startswith(("/", "#", "http")) for link in page.addresses)
    assert "\u202e" not in response.text
    assert "\x1b" not in response.text
    assert "49" not in response.text.partition("{{7*7}}")[2][:10]


def test_lists_stay_short_beside_a_headline_of_a_megabyte(get: Any) -> None:
    for address in (PAGES[0], PAGES[1], PAGES[4], PAGES[6]):
        assert len(get(address).text) < 100_000
    assert "大" * 1000 in get(PAGES[3]).text


def test_the_feed_stays_well_formed(get: Any) -> None:
    ET.fromstring(get("/news/evil/search.atom?q=" + quote("恶意")).text)


def test_datasettes_tables_show_no_markup_of_ours(get: Any) -> None:
    text = get("/evil/articles").text
    assert "<script>document.title" not in text
    assert "<img src=x" not in text


def test_exports_hold_the_poison_as_text(get: Any) -> None:
    line = get("/news/evil/export?format=jsonl&issue=evil-2024-03-01").text.splitlines()[0]
    assert json.loads(line)["headline"] == POISON


ODD_VALUES = [
    "", "%00", "%ED%A0%80", "%FF%FE", "%F0%9F%92%A9", "%2e%2e%2f", "-1", "1e9", "999999999999999999999", "%EF%BC%91",
    "'%20OR%201=1--", "%22%22%22", "((((", "NEAR(a,b)", "a%20AND%20OR%20NOT", "*", "%5B%5D", "%7B%7B7*7%7D%7D",
    "x" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("value", ODD_VALUES)
def test_no_address_is_an_error(get: Any, value: str) -> None:
    names = ("q", "topic", "person", "order", "page")
    addresses = [f"/news/evil/search?q=x&{name}={value}" for name in names]
    addresses += [f"/news/evil/{kind}?q={value}&topic={value}" for kind in ("search.atom", "export")]
    addresses += [f"/news/evil/export?format=csv&{name}={value}" for name in ("issue", "article", "person")]
    addresses += [f"/news/evil?paper={value}&year={value}", f"/news/evil/page/{value or 'x'}?article={value}"]
    addresses += [f"/news/evil/{kind}/{value or 'x'}" for kind in ("article", "issue", "topic", "person")]
    addresses += [f"/evil/articles?_search={value}", f"/evil/articles.json?_search={value}&_size=1"]
    statuses = {address: get(address).status_code for address in addresses}
    assert set(statuses.values()) <= {200, 404}, statuses
    assert get(f"/evil/articles?_search_headline={value}&_search_body={value}").status_code == 302
