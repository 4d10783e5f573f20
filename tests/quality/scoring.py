"""The bench's own scorer and the way of a dump through clean and segment to what it scores."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from newsarchive.segment import segment
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
    assert spec and spec.loader
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
    made = segment(text)
    assert "".join(text[s.start : s.end] for s in made.stretches) == text
    articles = [
        {
            "headline": a.headline, "kicker": a.kicker, "subtitle": a.subtitle, "byline": a.byline, "body": "\n".join(a.body),
            "subheads": list(a.subheads), "captions": list(a.captions), "credits": list(a.credits), "signature": a.signature,
            "jump_to": a.jump_to or None, "jump_from": a.jump_from or None, "confidence": a.confidence,
        }
        for a in made.articles
    ]
    return {"articles": articles, "furniture": [text[s.start : s.end].strip() for s in made.stretches if s.role == "furniture"]}


def truth(number: int) -> dict[str, Any]:
    """The truth of bench page ``number``."""
    loaded: dict[str, Any] = json.loads((PAGES / f"dev_{number:03}.json").read_text("utf-8"))
    return loaded
