"""Refine the weights of pairing by coordinate search, after ``fit_pairs``.

    python -m tests.quality.refine_pairs [SECONDS]        prints the table, to be put into weights.py

Counts the paragraphs that stand in the wrong article on pages dev_000 … dev_019 and keeps every step that lowers
the count.
"""

from __future__ import annotations

import json
import random
import sys
import time

from newsarchive.segment import pair
from newsarchive.text.clean import clean
from tests.quality.fit_lines import BENCH, STYLES
from tests.quality.fit_pairs import agree, gold, prepare


def main(argv: list[str]) -> None:
    until = time.monotonic() + float(argv[0] if argv else 600)
    rows = []
    for n in range(20):
        truth = json.loads((BENCH / f"dev_{n:03}.json").read_text("utf-8"))
        for style in STYLES:
            if truth["integrity"].get(style, 1) < 0.9:
                continue
            with (BENCH / f"dev_{n:03}.{style}.txt").open(encoding="utf-8", newline="") as handle:
                drawn, paras, shown, page = prepare(clean(handle.read()).text)
            if paras:
                rows.append((page, pair.Tables(page, []), *gold(drawn, paras, shown, truth)))

    def wrong() -> float:
        bad = 0.0
        for page, base, owner, blocks in rows:
            first = pair.best_path(pair.Tables(page, [], base))
            got = pair.best_path(pair.Tables(page, first, base))
            want = agree(owner, blocks, got)
            bad += sum(a != b for a, b in zip(got, want, strict=True))
            # A boundary more or less costs two articles.
            bad += 3 * sum((got[i] != got[i - 1]) != (owner[i] != owner[i - 1]) for i in range(1, len(got)))
        return bad

    random.seed(3)
    least = wrong()
    print(f"# {least} at first", file=sys.stderr, flush=True)
    scale = 0.5
    while time.monotonic() < until and scale > 0.1:
        names = sorted(pair.PAIR)
        random.shuffle(names)
        for name in names:
            if time.monotonic() > until:
                break
            old = pair.PAIR[name]
            for change in (scale, -scale):
                pair.PAIR[name] = round(old + change * max(1.0, abs(old)), 2)
                now = wrong()
                if now < least:
                    least = now
                    print(f"# {name} {old} -> {pair.PAIR[name]}: {least}", file=sys.stderr, flush=True)
                    break
                pair.PAIR[name] = old
        scale /= 2
    print("PAIR = {")
    for name in sorted(pair.PAIR):
        print(f'    "{name}": {round(pair.PAIR[name], 2)},')
    print("}")


if __name__ == "__main__":
    main(sys.argv[1:])
