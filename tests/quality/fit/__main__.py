"""python -m tests.quality.fit TABLE: learn a table of weights.toml again and write it."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tests.quality.fit import belonging, columning, dividing, gold, learn, reading, regrouping, showing

WEIGHTS = Path(__file__).parents[3] / "newsarchive" / "segment" / "weights.toml"

TABLES: dict[str, tuple[Callable[..., learn.Weights], Callable[[], Iterable[Any]]]] = {
    "line": (reading.line, gold.bench),
    "link": (reading.link, gold.bench),
    "tie": (showing.tie, lambda: itertools.chain(gold.bench(), gold.anew(120, 3))),
    "pair": (dividing.pairing, lambda: itertools.chain(gold.bench(), gold.anew(90, 3))),
    "belong": (belonging.belong, gold.truths),
    "take": (
        dividing.take,
        lambda: itertools.chain(gold.bench(), gold.press(), gold.anew(60, 3), gold.anew(40, 4, ("columns",))),
    ),
    "move": (regrouping.move, lambda: itertools.chain(gold.bench(), gold.press())),
    "glance": (regrouping.glance, lambda: itertools.chain(gold.bench(), gold.press())),
    "column": (columning.column, lambda: itertools.chain(gold.bench(["dev_015"]), gold.columns(16, 31))),
    "left": (showing.left, lambda: itertools.chain(gold.bench(), gold.anew(60, 3))),
    "title": (showing.title, lambda: itertools.chain(gold.bench(), gold.anew(60, 3), gold.press())),
    "confidence": (showing.sure, lambda: itertools.chain(gold.bench(), gold.press())),
}


def written(text: str, table: str, weights: learn.Weights) -> str:
    """The text of weights.toml with one table anew; comments and the other tables stay."""
    head = f"[{table}]\n"
    start = text.index(head) + len(head)
    end = text.find("\n#", start)
    rows = "".join(f'"{name}" = {value:.2f}\n' for name, value in sorted(weights.items()))
    return text[:start] + rows + (text[end:] if end >= 0 else "")


def main(names: list[str]) -> int:
    if not names or not set(names) <= set(TABLES):
        print(f"usage: python -m tests.quality.fit TABLE …, of {', '.join(TABLES)}", file=sys.stderr)
        return 2
    for name in names:
        fit, pages = TABLES[name]
        WEIGHTS.write_text(written(WEIGHTS.read_text("utf-8"), name, fit(pages())), "utf-8")
        print(f"{name}: written; see what it changed with make quality")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
