"""What a keyboard, a screen reader and weak eyes need, on every page in both languages."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from newsarchive.browse import render
from tests.browse.test_plugin import PAGES

MORE = [
    "/news/archive/search?q=" + quote("没有这样的词"),
    "/news/archive/search?q=" + quote("工业") + "&person=" + quote("金壮龙"),
    "/news/archive/article/none",
]
# Without an end tag.
VOID = {"meta", "link", "input", "br", "img"}


class Page(HTMLParser):
    """What a screen reader makes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str]]] = []
        self.found: list[tuple[str, dict[str, str]]] = []
        self.names: dict[int, str] = {}
        # Chinese text that is not said to be Chinese.
        self.mute: list[str] = []
        self._places: list[int] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.found.append((tag, attributes))
        if tag not in VOID:
            self.open.append((tag, attributes))
            self._places.append(len(self.found) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1][0] == tag
        self.open.pop()
        self._places.pop()

    def handle_data(self, data: str) -> None:
        for place in self._places:
            self.names[place] = self.names.get(place, "") + data
        language = next((attrs["lang"] for _, attrs in reversed(self.open) if "lang" in attrs), "")
        # A title has one language for all of it.
        if re.search("[\u4e00-\u9fff]", data) and self.open[-1][0] != "title" and not language.startswith("zh"):
            self.mute.append(data.strip())

    def all(self, *tags: str) -> list[tuple[str, dict[str, str], str]]:
        """The elements of these names: name, attributes, the text in them."""
        return [(tag, attrs, self.names.get(i, "").strip()) for i, (tag, attrs) in enumerate(self.found) if tag in tags]


@pytest.fixture(params=["zh-CN", "en-GB"])
def read(get: Any, request: Any) -> Any:
    return lambda address: Page(get(address, request.param).text)


@pytest.mark.parametrize("address", PAGES + MORE)
def test_a_page_is_built_for_all_readers(read: Any, address: str) -> None:
    page = read(address)
    levels = [int(tag[1]) for tag, _, _ in page.all("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text for _, _, text in page.all("h1", "h2", "h3", "title"))
    assert len(page.all("main")) == 1
    ids = [attrs["id"] for _, attrs in page.found if "id" in attrs]
    assert len(ids) == len(set(ids))
    # The first link leads to the content; every link within the page has its end.
    links = page.all("a")
    assert links[0][1]["href"] == "#content"
    assert {attrs["href"][1:] for _, attrs, _ in links if attrs["href"].startswith("#")} <= set(ids)
    assert all(text or attrs.get("aria-label") for _, attrs, text in links)
    assert all(attrs.get("aria-label") for _, attrs, _ in page.all("input", "nav", "aside", "svg"))
    labels = [attrs["aria-label"] for _, attrs, _ in page.all("nav")]
    assert len(labels) == len(set(labels))
    assert all("scope" in attrs for _, attrs, _ in page.all("th"))
    assert page.mute == []


COLOURS = [
    # text, ground
    *[(text, ground) for text in ("ink", "quiet", "link", "warn") for ground in ("paper", "sheet")],
    ("ink", "chip"),
    ("held-ink", "held"),
    ("mark-ink", "mark"),
    ("paper", "link"),
    *[("ink", f"c{number}") for number in range(8)],
]


def luminance(colour: str) -> float:
    """Of a colour #rrggbb, as WCAG 2.2 defines it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(scheme: str) -> None:
    css = render.style()[0]
    blocks = re.findall(r":root \{(.*?)\}", css, re.S)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", "".join(blocks[: 1 if scheme == "light" else 2])))
    for text, ground in COLOURS:
        high, low = sorted((luminance(colours[text]), luminance(colours[ground])), reverse=True)
        # WCAG 2.2, 1.4.3: at least 4.5 to 1.
        assert (high + 0.05) / (low + 0.05) >= 4.5, (text, ground)


def test_the_style_sheet_keeps_the_mark_of_the_focus() -> None:
    css = render.style()[0]
    assert "outline: none" not in css.replace("main:focus { outline: none; }", "")
    assert ":focus-visible" in css
    assert not re.search(r"font-size: 0|user-scalable|maximum-scale", css + Path(render.__file__).read_text("utf-8"))
