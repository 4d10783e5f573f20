"""The bench's own scorer and the way of a dump through clean and segment to what it scores."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from newsarchive.segment import segment, setting_of
from newsarchive.text.clean import clean

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAGES = FIXTURES / "bench" / "pages"
PRESS_PAGES = FIXTURES / "press" / "pages"
ISSUE = FIXTURES / "issue"
STYLES = ("sim", "miner", "pdfium", "raw", "default")
# Dumps whose columns the extractor tore apart are not scored (see the bench's README); of the bench only ``default``
# has any, of the press pages ``miner`` too.
INTACT = 0.9


@cache
def score_module() -> ModuleType:
    """fixtures/bench/score.py as a module; it is kept byte for byte, outside the packages."""
    spec = importlib.util.spec_from_file_location("bench_score", FIXTURES / "bench" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_dump(path: Path) -> str:
    """A dump with its line ends as they are."""
    with path.open(encoding="utf-8", newline="") as handle:
        return handle.read()


def predict(dump: str) -> dict[str, Any]:
    """The articles and furniture of a dump in the form that the scorer reads; the spans are checked on the way."""
    text = clean(dump).text
    made = segment(text, setting_of(dump))
    assert "".join(text[s.start : s.end] for s in made.stretches) == text
    articles = [
        {
            "headline": a.headline,
            "kicker": a.kicker,
            "subtitle": a.subtitle,
            "byline": a.byline,
            "body": "\n".join(a.body),
            "subheads": list(a.subheads),
            "captions": list(a.captions),
            "credits": list(a.credits),
            "signature": a.signature,
            "jump_to": a.jump_to or None,
            "jump_from": a.jump_from or None,
            "confidence": a.confidence,
        }
        for a in made.articles
    ]
    return {
        "articles": articles,
        "furniture": [text[s.start : s.end].strip() for s in made.stretches if s.role == "furniture"],
    }


def truth(name: str) -> dict[str, Any]:
    """The truth of page ``name``."""
    loaded: dict[str, Any] = json.loads((folder(name) / f"{name}.json").read_text("utf-8"))
    return loaded


def is_intact(right: dict[str, Any], style: str) -> bool:
    """Whether the extractor of ``style`` kept the columns of a page together."""
    return bool(right["integrity"].get(style, 1.0) >= INTACT)


def folder(name: str) -> Path:
    """Where the dumps of page ``name`` are."""
    return PAGES if name.startswith("dev") else PRESS_PAGES


def dump_of(name: str, style: str) -> str:
    """What an extractor of ``style`` made of page ``name``."""
    return read_dump(folder(name) / f"{name}.{style}.txt")


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of one typesetter: those the weights are fitted on, those kept out of it, and the styles of their dumps."""

    fitted: tuple[str, ...]
    held_out: tuple[str, ...]
    styles: tuple[str, ...]


BENCH = Pages(
    tuple(f"dev_{n:03}" for n in range(20)),
    tuple(f"dev_{n:03}" for n in range(20, 40)),
    STYLES,
)
# Other papers' articles, set by another typesetter (fixtures/press/README.md); a party daily and a trade paper are kept
# out.
PRESS = Pages(
    tuple(f"press_{n:03}" for n in (*range(28), *range(30, 40), *range(47, 54))),
    tuple(f"press_{n:03}" for n in range(40, 47)),
    (*STYLES, "mupdf"),
)
# Three more papers, written and set after nearly all of the rules: nothing is fitted on any of them. The first three
# pages were looked at once all seven had been measured, the others were not.
LATER = Pages(
    tuple(f"press_{n:03}" for n in (55, 57, 59)), tuple(f"press_{n:03}" for n in (54, 56, 58, 60)), PRESS.styles
)
# Four papers of other kinds: a trade weekly, an overseas daily, a literary weekly and an army paper. The first page of
# each was looked at once all eight had been measured, the second when it had been measured for weeks.
NEWEST = Pages(tuple(f"press_{n:03}" for n in range(61, 69)), (), PRESS.styles)
# Eight papers more, a page each: six pages were looked at once all had been measured, two were not.
FRESH = Pages(
    tuple(f"press_{n:03}" for n in (69, 71, 73, 74, 75, 76)),
    tuple(f"press_{n:03}" for n in (70, 72)),
    (*PRESS.styles, "layout"),
)
# Another sixteen papers, a page each, measured before anyone looked at them; four were never looked at.
RECENT = Pages(
    tuple(f"press_{n:03}" for n in (*range(77, 86), 87, 89, 91)),
    tuple(f"press_{n:03}" for n in (86, 88, 90, 92)),
    FRESH.styles,
)
# The pages drawn with blanks (pdftotext -layout), as far as their PDF files were kept.
DRAWN = Pages(
    tuple(name for name in (*PRESS.fitted[:38], *LATER.fitted, *NEWEST.fitted)),
    (*LATER.held_out, *NEWEST.held_out),
    ("layout",),
)
# All that is measured beside the bench.
OTHERS = {"press": PRESS, "later": LATER, "newest": NEWEST, "fresh": FRESH, "recent": RECENT, "drawn": DRAWN}
# What is measured on and looked at by nobody.
KEPT_OUT = frozenset(name for of in OTHERS.values() for name in of.held_out)


@cache
def measure() -> dict[str, Any]:
    """Score everything once: per style and half, per page, for the provided issue, and how often sure articles are
    right.

    Keys: ``styles`` and those of OTHERS (style → half → metrics), ``pages`` (list of (name, metrics), of the bench),
    ``others`` (the same of the pages of other papers that are not kept out), ``issue`` (metrics), ``sure`` and, for
    each of OTHERS, ``press sure`` and so on (right, all).
    """
    score = score_module()
    styles, pages, sure = _measured(BENCH)
    found = {name: _measured(of) for name, of in OTHERS.items()}
    dump = read_dump(ISSUE / "cena-2023-11-21-p01.txt")
    counted, _ = score.score_page(json.loads((ISSUE / "issue_truth.json").read_text("utf-8")), predict(dump), dump)
    return {
        "styles": styles,
        **{name: of_styles for name, (of_styles, _, _) in found.items()},
        "pages": pages,
        "others": looked_at([one for _, dumps, _ in found.values() for one in dumps]),
        "issue": score.metrics(counted),
        "sure": sure,
        **{f"{name} sure": of_sure for name, (_, _, of_sure) in found.items()},
    }


def looked_at(dumps: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Those dumps (PAGE.STYLE) whose pages are not kept out."""
    return [(dump, made) for dump, made in dumps if dump.split(".")[0] not in KEPT_OUT]


def _measured(of: Pages) -> tuple[dict[str, Any], list[tuple[str, Any]], tuple[int, int]]:
    """Style → half → metrics; the metrics of every dump; how many articles above confidence are right, and how many
    there are.
    """
    score = score_module()
    pages = []
    styles: dict[str, dict[str, Any]] = {}
    right_ones = sure_ones = 0
    for style in of.styles:
        counts: dict[str, Counter[str]] = {"fitted": Counter(), "held out": Counter(), "all": Counter()}
        for name in (*of.fitted, *of.held_out):
            right = truth(name)
            if not is_intact(right, style):
                continue
            dump = dump_of(name, style)
            made = predict(dump)
            counted, _ = score.score_page(right, made, dump)
            pages.append((f"{name}.{style}", score.metrics(counted)))
            counts["fitted" if name in of.fitted else "held out"].update(counted)
            counts["all"].update(counted)
            for article in made["articles"]:
                if article["confidence"] > SURE:
                    body = score.norm(article["body"])
                    right_ones += max(score.sim(score.norm(t["body"]), body) for t in right["articles"]) >= score.MATCH
                    sure_ones += 1
        styles[style] = {half: score.metrics(c) for half, c in counts.items()}
    return styles, pages, (right_ones, sure_ones)


# Articles above this confidence have to be right nine times in ten.
SURE = 0.9
