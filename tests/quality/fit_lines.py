"""Fit the weights of line reading (``LINE`` in newsarchive/segment/weights.py) again.

    python -m tests.quality.fit_lines [PAGES …]        prints the table, to be put into weights.py

The true form of every line is found by looking its text up in the true articles of the bench; the weights are
those of an averaged
structured perceptron (Collins 2002), which are learned on the pages dev_000 … dev_019 only.
"""

from __future__ import annotations

import json
import random
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from newsarchive.segment import lines as lines_
from newsarchive.segment import roles
from newsarchive.segment.roles import BODY, Form
from newsarchive.text.clean import clean

BENCH = Path(__file__).parents[2] / "fixtures" / "bench" / "pages"
STYLES = ("sim", "miner", "pdfium", "raw", "default")


def norm(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def gold(drawn: list[lines_.Line], seen: list[roles.Look], truth: dict) -> list[Form]:
    """The true state of every line."""
    subheads = {norm(s) for a in truth["articles"] for s in a["subheads"]}
    display = [norm(a[k]) for a in truth["articles"] for k in ("headline", "kicker", "subtitle")] + sorted(subheads)
    paras = [norm(p) for a in truth["articles"] for p in a["body"].split("\n") if norm(p) not in subheads]
    paras += [norm(c) for a in truth["articles"] for c in a["captions"]]
    out: list[Form] = []
    tail = ""
    for line, look in zip(drawn, seen, strict=True):
        text = norm(line.flat)
        bare = re.sub(r"^\((?:上接|下转)第?\d+版\)", "", text)
        bare = re.sub(r"\([^()]{2,30}\)$", "", bare) or bare
        goes_on = bool(tail) and bool(bare) and any(tail[-6:] + bare[:6] in p for p in paras)
        if look.fixed and look.fixed is not Form.FURNITURE and not goes_on:
            form = Form.FURNITURE
        elif goes_on:
            form = Form.ON
        elif (
            bare
            and any(p.startswith(bare[:12]) for p in paras)
            and not any(bare in d for d in display if len(bare) < 12)
        ):
            form = Form.START
        elif bare and any(bare in d for d in display):
            form = Form.DISPLAY
        elif bare and any(bare in p for p in paras) and (len(bare) > 5 or look.stop) and not look.fixed:
            form = Form.ON
        else:
            form = Form.FURNITURE if look.fixed else Form.DISPLAY
        out.append(form)
        tail = bare if form in BODY else ""
    return out


def names_of(drawn, seen, style, states) -> Counter:
    out: Counter = Counter()
    before = Form.DISPLAY
    for i, form in enumerate(states):
        after = drawn[i + 1] if i + 1 < len(drawn) else None
        if form is not Form.FURNITURE:
            out.update(roles.own_features(drawn[i], seen[i], after, style)[form])
        end = roles.end_of(before, seen[max(0, i - 1)])
        out.update(roles.step_features(before, form, end, seen[i].fixed, drawn[i].gap, style))
        before = form
    return out


def load(pages) -> list:
    rows = []
    for n in pages:
        truth = json.loads((BENCH / f"dev_{n:03}.json").read_text("utf-8"))
        for style in STYLES:
            if truth["integrity"].get(style, 1) < 0.8:
                continue
            with (BENCH / f"dev_{n:03}.{style}.txt").open(encoding="utf-8", newline="") as handle:
                raw = handle.read()
            text = clean(raw).text
            drawn = lines_.glue(lines_.split(text, lines_.set_apart(raw)), text)
            seen = roles.looks(drawn)
            rows.append((n, style, drawn, seen, roles.gap_style(drawn), gold(drawn, seen, truth)))
    return rows


def main(argv: list[str]) -> None:
    rows = load([int(a) for a in argv] or range(20))
    random.seed(7)
    total: defaultdict = defaultdict(float)
    turn = 0
    for epoch in range(16):
        random.shuffle(rows)
        wrong = lines = 0
        for _, _, drawn, seen, style, want in rows:
            got = roles.best_path(drawn, seen, style)
            wrong += sum(a is not b for a, b in zip(got, want, strict=True))
            lines += len(want)
            if got != want:
                step = names_of(drawn, seen, style, want)
                step.subtract(names_of(drawn, seen, style, got))
                for name, value in step.items():
                    if value:
                        roles.LINE[name] = roles.LINE.get(name, 0.0) + 0.05 * value
                roles.forget_scores()
            turn += 1
            if epoch >= 5:
                for name, value in roles.LINE.items():
                    total[name] += value
        print(f"# epoch {epoch}: {wrong} of {lines} lines wrong", file=sys.stderr)
    seen_turns = turn - 5 * len(rows)
    roles.LINE.update({name: value / seen_turns for name, value in total.items()})
    roles.forget_scores()
    wrong = sum(
        a is not b for _, _, d, s, style, want in rows for a, b in zip(roles.best_path(d, s, style), want, strict=True)
    )
    print(f"# with the averaged weights {wrong} lines wrong", file=sys.stderr)
    print("LINE = {")
    for name in sorted(total):
        print(f'    "{name}": {total[name] / seen_turns:.2f},')
    print("}")


if __name__ == "__main__":
    main(sys.argv[1:])
