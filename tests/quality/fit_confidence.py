"""Fit the weights of confidence (``CONFIDENCE`` in newsarchive/segment/weights.py) again.

    python -m tests.quality.fit_confidence [PAGES …]        prints the table, to be put into weights.py

Logistic regression by gradient descent: an article is right if its body's similarity to a true article is 0.9 and
more and its headline
is the true one. Pages dev_000 … dev_019 only; a small penalty keeps the weights small.
"""

from __future__ import annotations

import json
import math
import sys

from newsarchive.segment import assemble
from newsarchive.segment.confidence import features
from newsarchive.segment.page import read_page
from newsarchive.segment.plan import plan_articles
from newsarchive.text.clean import clean
from tests.quality.fit_lines import BENCH, STYLES
from tests.quality.scoring import score_module


def main(argv: list[str]) -> None:
    score = score_module()
    rows = []
    for n in [int(a) for a in argv] or range(20):
        truth = json.loads((BENCH / f"dev_{n:03}.json").read_text("utf-8"))
        for style in STYLES:
            with (BENCH / f"dev_{n:03}.{style}.txt").open(encoding="utf-8", newline="") as handle:
                text = clean(handle.read()).text
            read = read_page(text)
            plan = plan_articles(read.lines, read.forms, read.seen, read.paras, read.blocks, read.pictures)
            drafts = sorted(plan.drafts, key=assemble.first_line)
            for draft, article in zip(drafts, assemble.assemble(text, read.lines, plan).articles, strict=True):
                if not draft.signs:
                    continue
                body = score.norm("".join(article.body))
                best = max(truth["articles"], key=lambda t: score.sim(score.norm(t["body"]), body))
                right = score.sim(score.norm(best["body"]), body) >= 0.9
                rows.append((features(draft.signs), right))
    weights: dict[str, float] = {}
    for turn in range(600):
        gradient: dict[str, float] = {}
        for row, right in rows:
            value = sum(weights.get(k, 0.0) * v for k, v in row.items())
            error = right - 1.0 / (1.0 + math.exp(-value))
            for k, v in row.items():
                gradient[k] = gradient.get(k, 0.0) + error * v
        for k, g in gradient.items():
            weights[k] = weights.get(k, 0.0) + (4.0 / (1 + turn / 200)) * (g / len(rows) - 0.001 * weights.get(k, 0.0))
    bands: dict[int, list[bool]] = {}
    for row, right in rows:
        chance = 1.0 / (1.0 + math.exp(-sum(weights[k] * v for k, v in row.items())))
        bands.setdefault(int(chance * 10), []).append(right)
    for band, held in sorted(bands.items()):
        print(f"# {band / 10:.1f}: {len(held)} articles, {sum(held) / len(held):.2f} right", file=sys.stderr)
    print("CONFIDENCE = {")
    for name in sorted(weights):
        print(f'    "{name}": {weights[name]:.2f},')
    print("}")


if __name__ == "__main__":
    main(sys.argv[1:])
