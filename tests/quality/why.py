"""What is wrong with the articles of a dump, one by one: how much of each is found, where the rest of it went, whose
text it has besides, and which parts of its head, its byline, subheads and jump lines are others.

python -m tests.quality.why dev_038.default press_077.raw …

Pages that are kept out are not told of: what nobody looks at can be measured on.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from tests.quality.scoring import KEPT_OUT, dump_of, folder, predict, score_module, truth

# Characters that two texts have in common by chance are no more than this side by side.
RUN = 5
# The share of an article's text that is found elsewhere, or is another's, from which on it is told; what is less is a
# line that was read wrong.
TOLD = 0.02
PARTS = ("kicker", "headline", "subtitle")


def wrongs(right: Mapping[str, Any], made: Mapping[str, Any]) -> Iterator[str]:
    """Say of every article of a page, and of every one too many, what is wrong with it; nothing of those that are
    right.
    """
    score = score_module()
    norm, wanted, got = score.norm, right["articles"], made["articles"]
    likeness = [[score.sim(norm(t["body"]), norm(p["body"])) for p in got] for t in wanted]
    pairs = {t: p for t, p in score.assign(likeness) if likeness[t][p] > 0}
    for t, article in enumerate(wanted):
        if t not in pairs:
            if article.get("optional"):
                continue
            yield f"{_name(article)}: missing, {_found_in(_runs(article['body']), made, None)}"
        elif found := list(_differences(t, pairs[t], likeness[t][pairs[t]], right, made)):
            yield f"{_name(article)}: {'; '.join(found)}"
    for p in sorted(set(range(len(got))).difference(pairs.values())):
        yield f"one too many under “{got[p]['headline']}”: {norm(got[p]['body'])[:20]}…"


def _name(article: Mapping[str, Any]) -> str:
    return f"“{article['headline'] or article['body'][:12]}”"


def _differences(t: int, p: int, likeness: float, right: Mapping[str, Any], made: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with one article."""
    score = score_module()
    norm, wanted, got = score.norm, right["articles"][t], made["articles"][p]
    text, found = _runs(wanted["body"]), _runs(got["body"])
    lacks, has = text - found, found - text
    if lacks.total() > TOLD * text.total():
        yield f"{lacks.total() / text.total():.0%} of its text is {_found_in(lacks, made, p)}"
    if has.total() > TOLD * text.total():
        others = [(_shared(has, _runs(other["body"])), _name(other)) for other in right["articles"]]
        most, whose = max(others)
        yield f"it has text {f'of {whose}' if 2 * most >= has.total() else 'of others'} besides"
    if likeness < 1 - TOLD and max(lacks.total(), has.total()) <= (1 - likeness) / 2 * text.total():
        yield f"its text is in another order ({likeness:.2f})"
    # The scorer forgives how numbers of pages and names are written.
    seen = score.pred_view(got)
    for part in PARTS:
        if norm(wanted[part] or "") != seen[part]:
            yield f"{part} “{got[part]}” instead of “{wanted[part] or ''}”"
    if not score.names_ok(wanted, seen["byline"]):
        yield f"byline “{got['byline']}” instead of “{wanted['byline'] or ''}”"
    if Counter(map(norm, wanted["subheads"])) != Counter(seen["subheads"]):
        yield f"subheads {_listed(got['subheads'])} instead of {_listed(wanted['subheads'])}"
    for jump in ("jump_to", "jump_from"):
        if wanted.get(jump) != seen[jump]:
            yield f"{jump} {got[jump]} instead of {wanted.get(jump)}"


def _listed(texts: Sequence[str]) -> str:
    return "、".join(f"“{text}”" for text in texts) or "none"


# Asked of the texts of a page for each of its articles.
@cache
def _runs(text: str) -> Counter[str]:
    """All runs of RUN characters of a text, none over the end of a paragraph."""
    paras = map(score_module().norm, text.split("\n"))
    return Counter(para[i : i + RUN] for para in paras if para for i in range(max(1, len(para) - RUN + 1)))


def _shared(a: Counter[str], b: Counter[str]) -> int:
    return (a & b).total()


def _found_in(lost: Counter[str], made: Mapping[str, Any], own: int | None) -> str:
    """Where most of what an article lacks is."""
    articles = made["articles"]
    places = [(_shared(lost, _runs(a["body"])), f"under “{a['headline']}”") for a in articles]
    if own is not None:
        del places[own]
    heads = [a[part] for a in articles for part in PARTS]
    captions = [text for a in articles for text in (*a["captions"], *a["credits"])]
    for texts, name in ((heads, "in heads"), (captions, "in captions"), (made["furniture"], "furniture")):
        places.append((_shared(lost, _runs("\n".join(texts))), name))
    most, where = max(places)
    return where if 2 * most >= lost.total() else "here and there"


def main(names: Iterable[str]) -> int:
    asked = [tuple(name.split(".")) for name in names]
    if not asked or any(len(one) != 2 for one in asked):
        print("usage: python -m tests.quality.why PAGE.STYLE …, of fixtures/bench and fixtures/press", file=sys.stderr)
        return 2
    for page, style in asked:
        if page in KEPT_OUT:
            print(f"{page} is kept out: only its totals are looked at (make quality)", file=sys.stderr)
            return 2
        if not (folder(page) / f"{page}.{style}.txt").is_file():
            print(f"{page}.{style}: there is no such dump in {folder(page)}", file=sys.stderr)
            return 2
        right, made = truth(page), predict(dump_of(page, style))
        print(f"{page}.{style}: {len(right['articles'])} articles, {len(made['articles'])} found")
        for wrong in wrongs(right, made):
            print(f"  {wrong}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
