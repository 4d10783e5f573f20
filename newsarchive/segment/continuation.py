"""The two halves of a story that jumps from one page of an issue to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsarchive.model import Article, Problem
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens


@dataclass(frozen=True, slots=True)
class Placed:
    """An article and where it stands: its id and the label of its page."""

    id: str
    page: str
    article: Article


@dataclass(frozen=True, slots=True)
class Continuations:
    """``pairs`` are (id of the first half, id of the second); ``problems`` name every jump line whose other end
    was not found.
    """

    pairs: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


# Weights of the match. A pair whose page numbers agree on both sides needs no shared word; one whose second half
# does not say where it
# comes from does.
BOTH_ENDS, HEADLINE, WORDS, LEAST = 1.0, 1.0, 2.0, 0.9


def tie(placed: Sequence[Placed]) -> Continuations:
    """Pair the articles of one issue that say 下转 with those that say 上接.

    A pair is possible only where the first half's page is the one the second half names and the other way round;
    among the possible ones
    the best assignment by headline and vocabulary is taken. Labels are compared without leading zeros, and a bare
    number with the
    number of a lettered page (4 with A4) if the issue has no page of that bare number.
    """
    labels = {_label(p.page) for p in placed}
    heads = [p for p in placed if p.article.jump_to]
    tails = [p for p in placed if p.article.jump_from]
    texts = {p.id: tokens(" ".join((p.article.headline, *p.article.body))) for p in (*heads, *tails)}
    vocabulary = Vocabulary(texts.values())
    titles = {p.id: tokens(p.article.headline) for p in (*heads, *tails)}
    weights = []
    for head in heads:
        row = []
        for tail in tails:
            if (
                not (
                    _same(head.article.jump_to, tail.page, labels) and _same(tail.article.jump_from, head.page, labels)
                )
                or head.id == tail.id
            ):
                row.append(0.0)
                continue
            shared = vocabulary.shared(texts[head.id], texts[tail.id]) / (
                1.0 + vocabulary.shared(texts[tail.id], texts[tail.id])
            )
            same = _alike(titles[head.id], titles[tail.id])
            row.append(BOTH_ENDS + HEADLINE * same + WORDS * shared)
        weights.append(row)
    pairs, problems = [], []
    found: set[str] = set()
    # The surest pair first: two stories seldom jump between the same two pages.
    offers = sorted((-w, n, m) for n, row in enumerate(weights) for m, w in enumerate(row) if w >= LEAST)
    for _, n, m in offers:
        if heads[n].id not in found and tails[m].id not in found:
            pairs.append((heads[n].id, tails[m].id))
            found |= {heads[n].id, tails[m].id}
    for head in heads:
        if head.id not in found:
            detail = f"下转第{head.article.jump_to}版, but nothing there says that it continues from page {head.page}"
            problems.append(Problem("dangling-jump", head.id, detail))
    for tail in tails:
        if tail.id not in found:
            detail = f"上接第{tail.article.jump_from}版, but nothing there says that it continues on page {tail.page}"
            problems.append(Problem("dangling-jump", tail.id, detail))
    return Continuations(tuple(pairs), tuple(problems))


def _label(shown: str) -> str:
    """``04`` → ``4``, ``A04`` → ``A4``."""
    letters = "".join(c for c in shown.upper() if not c.isdigit())
    digits = "".join(c for c in shown if c.isdigit())
    return letters + (str(int(digits)) if digits else "")


def _same(named: str, page: str, labels: set[str]) -> bool:
    wanted, have = _label(named), _label(page)
    if wanted == have:
        return True
    bare = wanted.isdigit() and wanted not in labels
    return bare and have.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == wanted


def _alike(a: Iterable[str], b: Iterable[str]) -> float:
    left, right = set(a), set(b)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0
