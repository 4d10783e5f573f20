"""Print how well dumps become articles: per style, on the fitted and the held-out half of the bench, and the five
worst pages.

python -m tests.quality.report [--save FILE] [--against FILE]

``--save`` writes the figures down, ``--against`` prints besides what is otherwise than in such a file: every figure of
a style, and the dumps whose articles changed (of pages that are kept out only the totals).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.quality.scoring import OTHERS, measure, score_module

# What is smaller is rounding: figures are given to the fourth place.
CHANGED = 0.0005


def changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    """Say of every figure what it was and is, if it changed; figures that either lacks are passed over."""
    for group in ("styles", *OTHERS):
        for style, halves in now[group].items():
            for half, made in halves.items():
                was = before[group].get(style, {}).get(half, {})
                told = [_change(name, was.get(name), value) for name, value in made.items()]
                if any(told):
                    name = "bench" if group == "styles" else group
                    yield f"{name} {style}, {half}: {', '.join(filter(None, told))}"
    known = {dump: made["f1"] for dump, made in (*before["pages"], *before["others"])}
    dumps = [(dump, known.get(dump), made["f1"]) for dump, made in (*now["pages"], *now["others"])]
    for dump, was, f1 in sorted(dumps, key=lambda one: one[2] - one[1] if one[1] is not None else 0.0):
        if told_of := _change("f1", was, f1):
            yield f"{dump}: {told_of}"


def _change(name: str, was: float | None, now: float | None) -> str:
    """What a figure was and is, nothing if it is as it was or unknown."""
    if was is None or now is None or abs(now - was) < CHANGED:
        return ""
    return f"{name} {was:.3f} → {now:.3f} ({now - was:+.3f})"


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m tests.quality.report")
    asked.add_argument("--save", type=Path, metavar="FILE")
    asked.add_argument("--against", type=Path, metavar="FILE")
    options = asked.parse_args()
    score, made = score_module(), measure()
    rows = [("the provided issue", made["issue"])]
    rows += [
        (f"{style}, {half}", made["styles"][style][half])
        for style in made["styles"]
        for half in ("fitted", "held out", "all")
    ]
    print(score.table(rows))
    for which in OTHERS:
        print(f"\nother papers, another typesetter ({which})")
        found = made[which]
        print(score.table([(f"{style}, {half}", found[style][half]) for style in found for half in found[style]]))
    for what in ("sure", *(f"{which} sure" for which in OTHERS)):
        right, count = made[what]
        print(f"\n{what}: articles above confidence 0.9: {count}, of them right: {right}")
    print("\nthe five worst pages")
    worst = sorted(made["pages"], key=lambda page: page[1]["f1"] + page[1]["body_f1"] + page[1]["headline_exact"])[:5]
    print(score.table(worst))
    if options.against:
        print(f"\nwhat is otherwise than in {options.against.name}")
        for line in changes(json.loads(options.against.read_text("utf-8")), made):
            print(line)
    if options.save:
        options.save.write_text(json.dumps(made, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main()
