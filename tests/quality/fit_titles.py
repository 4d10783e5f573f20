"""Fit the weights of headline assignment (``TITLE`` in newsarchive/segment/weights.py) again.

    python -m tests.quality.fit_titles [PAGES …]        prints the table, to be put into weights.py

The articles are those that the pairing finds; the true headline of each is looked up in the truth of the bench.
Coordinate search for the
fewest wrong headlines, in steps of 0.6 and 0.3, on the pages dev_000 … dev_019 only.
"""

from __future__ import annotations

import json
import sys
from collections import Counter

from newsarchive.segment import pair, titles
from newsarchive.segment.evidence import page_of
from newsarchive.segment.page import read_page
from newsarchive.segment.plan import bodies_of, group
from newsarchive.segment.vocabulary import Vocabulary
from newsarchive.text.clean import clean
from tests.quality.fit_lines import BENCH, STYLES
from tests.quality.fit_pairs import gold


def main(argv: list[str]) -> None:
    rows = []
    for n in [int(a) for a in argv] or range(20):
        truth = json.loads((BENCH / f"dev_{n:03}.json").read_text("utf-8"))
        for style in STYLES:
            if truth["integrity"].get(style, 1) < 0.9:
                continue
            with (BENCH / f"dev_{n:03}.{style}.txt").open(encoding="utf-8", newline="") as handle:
                read = read_page(clean(handle.read()).text)
            page = page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)
            owner, blocks = gold(read.lines, read.paras, read.blocks, truth)
            groups = group(pair.read(page))
            bodies = bodies_of(groups, read.paras, page.paras, read.lines, read.forms, read.blocks)
            vocabulary = Vocabulary([b.words for b in bodies])
            table = [
                [
                    titles.features(
                        b, k, read.blocks, page.fitness, titles.affinity(page.heads[k], b.words, vocabulary)
                    )
                    for k in range(len(read.blocks))
                ]
                for b in bodies
            ]
            want = []
            for held in groups.values():
                article = Counter(owner[k] for k in held).most_common(1)[0][0]
                found = blocks.get(article, [])
                want.append(found)
            if table and table[0]:
                rows.append((table, want))

    def wrong(weights: dict[str, float]) -> int:
        bad = 0
        for table, want in rows:
            got = titles.assign([[sum(weights.get(f, 0.0) * v for f, v in cell) for cell in row] for row in table])
            # Kicker and headline of one article are told apart later: either is right here.
            bad += sum(g not in found if found else g >= 0 for g, found in zip(got, want, strict=True))
        return bad

    best = dict(titles.TITLE)
    least = wrong(best)
    print(f"# {least} of {sum(len(want) for _, want in rows)} headlines wrong", file=sys.stderr)
    for step in (0.6, 0.3):
        for name in sorted(best):
            for change in (step, -step):
                tried = {**best, name: round(best[name] + change, 2)}
                while (now := wrong(tried)) < least:
                    best, least = tried, now
                    tried = {**best, name: round(best[name] + change, 2)}
        print(f"# {least} wrong after steps of {step}", file=sys.stderr)
    print("TITLE = {")
    for name in sorted(best):
        print(f'    "{name}": {best[name]},')
    print("}")


if __name__ == "__main__":
    main(sys.argv[1:])
