"""Fit the weights of pairing (``PAIR`` in newsarchive/segment/weights.py) again.

    python -m tests.quality.fit_pairs [PAGES …]        prints the table, to be put into weights.py

The true article of every paragraph and block is found by looking its text up in the truth of the bench; the
weights are those of an
averaged structured perceptron (Collins 2002), which are learned on the pages dev_000 … dev_019 only.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict

from newsarchive.segment import pair
from newsarchive.segment.evidence import page_of
from newsarchive.segment.page import read_page
from newsarchive.text.clean import clean
from tests.quality.fit_lines import BENCH, STYLES, norm


def prepare(text: str):
    read = read_page(text, set_apart(raw))
    return read.lines, read.paras, read.blocks, page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)


def gold(drawn, paras, shown, truth):
    """The true article of every paragraph, and the blocks that may stand for each article, its headline first."""
    bodies = [norm(a["body"]) for a in truth["articles"]]
    owner = []
    for para in paras:
        votes: Counter = Counter()
        for i in para.lines:
            text = norm(drawn[i].flat)
            for a, body in enumerate(bodies):
                if text in body:
                    votes[a] += len(text)
        owner.append(votes.most_common(1)[0][0] if votes else -1)
    blocks: dict[int, list[int]] = {}
    for a, article in enumerate(truth["articles"]):
        found = []
        for field in ("headline", "kicker", "subtitle"):
            title = norm(article[field])
            for n, one in enumerate(shown):
                text = norm(one.flat)
                if (
                    title
                    and len(text) > 2
                    and (text in title or title in text or any(norm(b.flat) in title for b in one.parts))
                ):
                    found.append((field != "headline", -len(text), n))
        blocks[a] = [n for _, _, n in sorted(found)]
    return owner, blocks


def agree(owner, blocks, got) -> list[int]:
    """The true reading that is nearest to ``got``: for every article the block that ``got`` uses, if it is one of
    the article's.
    """
    used: dict[int, int] = {}
    for a in dict.fromkeys(owner):
        votes = Counter(got[p] for p in range(len(got)) if owner[p] == a and got[p] in blocks.get(a, ()))
        taken = set(used.values())
        best = [s for s, _ in votes.most_common() if s not in taken] or [s for s in blocks.get(a, ()) if s not in taken]
        if best:
            used[a] = best[0]
    nameless = 0
    path = []
    for a in owner:
        if a not in used:
            nameless += 1
            used[a] = -nameless
        path.append(used[a])
    return path


def main(argv: list[str]) -> None:
    pages = [int(a) for a in argv] or range(20)
    rows = []
    for n in pages:
        truth = json.loads((BENCH / f"dev_{n:03}.json").read_text("utf-8"))
        for style in STYLES:
            if truth["integrity"].get(style, 1) < 0.9:
                continue
            with (BENCH / f"dev_{n:03}.{style}.txt").open(encoding="utf-8", newline="") as handle:
                drawn, paras, shown, page = prepare(clean(handle.read()).text)
            if paras:
                rows.append((n, style, page, *gold(drawn, paras, shown, truth)))
    random.seed(7)
    base = {id(page): pair.Tables(page, []) for _, _, page, _, _ in rows}
    total: defaultdict = defaultdict(float)
    turn = 0
    for epoch in range(20):
        random.shuffle(rows)
        wrong = count = 0
        for _, _, page, owner, blocks in rows:
            known: list[int] = []
            for _ in range(pair.ROUNDS):
                tables = pair.Tables(page, known, base[id(page)])
                got = pair.best_path(tables)
                want = agree(owner, blocks, got)
                if got != want:
                    step = pair.path_features(tables, want)
                    step.subtract(pair.path_features(tables, got))
                    for name, value in step.items():
                        if value:
                            pair.PAIR[name] = pair.PAIR.get(name, 0.0) + 0.1 * value
                known = got
            wrong += sum(a != b for a, b in zip(got, want, strict=True))
            count += len(want)
            turn += 1
            if epoch >= 6:
                for name, value in pair.PAIR.items():
                    total[name] += value
        print(f"# epoch {epoch}: {wrong} of {count} paragraphs wrong", file=sys.stderr)
    turns = turn - 6 * len(rows)
    pair.PAIR.update({name: value / turns for name, value in total.items()})
    wrong = 0
    for _, _, page, owner, blocks in rows:
        got = pair.read(page)
        wrong += sum(a != b for a, b in zip(got, agree(owner, blocks, got), strict=True))
    print(f"# with the averaged weights {wrong} paragraphs wrong", file=sys.stderr)
    print("PAIR = {")
    for name in sorted(total):
        print(f'    "{name}": {total[name] / turns:.2f},')
    print("}")


if __name__ == "__main__":
    main(sys.argv[1:])
