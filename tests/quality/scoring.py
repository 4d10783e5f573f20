"""The bench's own scorer and the way of a dump through clean and segment to what it scores."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from newsarchive.segment import segment, set_apart
from newsarchive.text.clean import clean

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAGES = FIXTURES / "bench" / "pages"
ISSUE = FIXTURES / "issue"
STYLES = ("sim", "miner", "pdfium", "raw", "default")
# Dumps whose columns the extractor tore apart are not scored (see the bench's README); only ``default`` has any.
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
    made = segment(text, set_apart(dump))
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


def truth(number: int) -> dict[str, Any]:
    """The truth of bench page ``number``."""
    loaded: dict[str, Any] = json.loads((PAGES / f"dev_{number:03}.json").read_text("utf-8"))
    return loaded


# The pages that the weights were fitted on, and those kept out of it.
FITTED, HELD_OUT = range(20), range(20, 40)


@cache
def measure() -> dict[str, Any]:
    """Score everything once: per style and half, per page, for the provided issue, and how often sure articles are
    right.

    Keys: ``styles`` (style → half → metrics), ``pages`` (list of (name, metrics)), ``issue`` (metrics), ``sure``
    (right, all).
    """
    score = score_module()
    pages = []
    styles: dict[str, dict[str, Any]] = {}
    sure = [0, 0]
    for style in STYLES:
        counts = {"fitted": Counter(), "held out": Counter(), "all": Counter()}
        for number in (*FITTED, *HELD_OUT):
            right = truth(number)
            if right["integrity"].get(style, 1.0) < INTACT:
                continue
            dump = read_dump(PAGES / f"dev_{number:03}.{style}.txt")
            made = predict(dump)
            counted, _ = score.score_page(right, made, dump)
            pages.append((f"dev_{number:03}.{style}", score.metrics(counted)))
            counts["fitted" if number in FITTED else "held out"].update(counted)
            counts["all"].update(counted)
            for article in made["articles"]:
                if article["confidence"] > SURE:
                    body = score.norm(article["body"])
                    sure[0] += max(score.sim(score.norm(t["body"]), body) for t in right["articles"]) >= score.MATCH
                    sure[1] += 1
        styles[style] = {half: score.metrics(c) for half, c in counts.items()}
    dump = read_dump(ISSUE / "cena-2023-11-21-p01.txt")
    counted, _ = score.score_page(json.loads((ISSUE / "issue_truth.json").read_text("utf-8")), predict(dump), dump)
    return {"styles": styles, "pages": pages, "issue": score.metrics(counted), "sure": tuple(sure)}


# Articles above this confidence have to be right nine times in ten.
SURE = 0.9
