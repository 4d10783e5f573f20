"""Articles that were taken for two, put together again."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from newsarchive.segment.articles.pair import Page, Tables
from newsarchive.segment.articles.takeup import Group, stack_of


def rejoined(groups: list[Group], page: Page) -> list[Group]:
    """The groups with all those put together that are one article."""
    return by_headlines(by_words(at_subheads(groups, page), page), page)


def at_subheads(groups: list[Group], page: Page) -> list[Group]:
    """The groups with those put together again that a subhead parts: the second begins under display type that heads
    nothing, more speaks for its going on with the first than against it, and the heads of both stand one below the
    other in a heap: a kicker and its headline, each of which fits one half.
    """
    out = list(groups)
    taken = {b for group in groups for b in stack_of(group, page)}
    for second in groups:
        k = second.paras[0]
        first = next((group for group in out if k and group.paras[-1] == k - 1), None)
        if first is None or second.begins[0] >= 0:
            continue
        subhead = page.between[k].blocks
        over, under = stack_of(first, page), stack_of(second, page)
        inside = len(subhead) == 1 and subhead[0] not in taken and "fit:inside" in page.fitness[subhead[0]]
        if inside and over and under and over[-1] + 1 == under[0]:
            out[out.index(first)] = joined(first, second, page)
            out.remove(second)
    return out


# Log odds (kinship.py) from which a headline speaks of what stands below another article's subhead: of texts of its own
# one had -1, of other articles' texts there the highest was -2.4.
SPEAKS = -1.7
# Log odds by which a headline speaks more of its own text than of the one above it: a subhead of an article speaks of
# both alike.
RATHER = 1.0


def below_subheads(groups: list[Group], tables: Tables) -> list[Group]:
    """The groups with a text without a head put together with the one right above it where nothing but what looks like
    a subhead stands between the two, nothing closes the one or opens the other, and the headline above speaks of both,
    while what stands between does not speak of the second alone: the parts of a long article may share few words.
    """
    page, out = tables.page, list(groups)
    for bare in groups:
        k = bare.paras[0]
        here = page.between[k]
        first = next((group for group in out if k and group.paras[-1] == k - 1), None)
        if first is None or bare.head >= 0 or first.head < 0 or len(here.blocks) != 1:
            continue
        shown = here.opens or here.byline or here.closed or "fit:inside" not in page.fitness[here.blocks[0]]
        above, below = frozenset(first.paras), frozenset(bare.paras)
        headed, subhead = tables.kinship.headed, page.titles[here.blocks[0]]
        own = headed(subhead, below) - headed(subhead, above) > RATHER
        if not shown and not own and headed(page.titles[first.head], below) > SPEAKS:
            out[out.index(first)] = _in_order(first, bare)
            out.remove(bare)
    return out


def last_parts(groups: list[Group], tables: Tables) -> list[Group]:
    """The groups with a short text that goes on on another page put together with the article it is the last part of:
    what goes on is signed, and this has neither byline nor lead. It belongs to that rather than to all others, which
    may speak of its subhead alone, but for those that go on elsewhere themselves or come from there.
    """
    page, out = tables.page, list(groups)
    for last in groups:
        if not _is_last_part(last, tables):
            continue
        others = [group for group in out if group is not last and not _spans_pages(group, page)]
        told = [tables.kinship.belongs(last.paras, group.members, tables.count) for group in others]
        best = max(range(len(told)), key=told.__getitem__, default=-1)
        least = max((x + LIKELIER for n, x in enumerate(told) if n != best), default=LIKELY)
        if best < 0 or told[best] < max(LIKELY, least):
            continue
        first = others[best]
        whole = _in_order(first, last)
        out[out.index(first)] = replace(whole, head=first.head if first.head >= 0 else last.head)
        out.remove(last)
    return out


def _spans_pages(group: Group, page: Page) -> bool:
    """Whether an article goes on on another page, or comes from one."""
    return not page.jumps.isdisjoint(group.paras) or any(page.between[k].continued for k in group.paras)


def _is_last_part(group: Group, tables: Tables) -> bool:
    """Whether a text goes on on another page and is too short, and signed by nobody, to be the beginning of that."""
    page = tables.page
    if page.jumps.isdisjoint(group.paras) or sum(tables.kinship.sizes[k] for k in group.paras) > SHORT:
        return False
    stack = stack_of(group, page)
    beside = not page.bylines.below.isdisjoint(stack) or not page.bylines.above.isdisjoint(group.paras)
    return not beside and page.bylines.lacks(group.paras, stack)


# Characters of a text that may be the last part of another: what is longer is an article.
SHORT = 320
# Log odds that it belongs to an article, and by which it does so rather than to all others: on the pages looked at
# five such texts had more, and one that was an article of its own less.
LIKELY, LIKELIER = -3.0, 0.6


def by_words(groups: list[Group], page: Page) -> list[Group]:
    """The groups with those put together of which a word tells that the second, the lower half of an article, goes on
    with the first; no more than one of the two has a head. The lower half may have been printed first, right below the
    headline.
    """
    out = list(groups)
    for k, end in page.told.items():
        upper = next((group for group in out if group.paras[-1] == end), None)
        lower = next((group for group in out if group.paras[0] == k), None)
        if upper is not None and lower is not None and upper is not lower and min(upper.head, lower.head) < 0:
            out[out.index(min(upper, lower, key=lambda g: g.paras))] = _in_order(upper, lower)
            out.remove(max(upper, lower, key=lambda g: g.paras))
    return out


def by_headlines(groups: list[Group], page: Page) -> list[Group]:
    """The groups with those put together of which the second begins inside a sentence and has no head, and the first
    was left inside one: of all headlines of the page its own tells most of the second.
    """
    out = list(groups)
    for bare in groups:
        if bare.head >= 0 or not page.between[bare.paras[0]].open_start:
            continue
        headed = [group for group in out if group.head >= 0]
        if not headed:
            continue
        words = Counter(t for k in bare.paras for t in page.paras[k])
        told = [page.vocabulary.affinity(page.heads[group.head], words) for group in headed]
        first = headed[told.index(max(told))]
        if max(told) > 0 and _left_open(first, page):
            out[out.index(first)] = _in_order(first, bare)
            out.remove(bare)
    return out


def _left_open(group: Group, page: Page) -> bool:
    """Whether the last paragraph of a group ends inside a sentence, and another text stands behind it."""
    below = group.paras[-1] + 1
    return below < len(page.between) and page.between[below].before_open


def _in_order(a: Group, b: Group) -> Group:
    """Two groups as one, in the order of the dump, under the head that one of them has."""
    both = sorted(zip(a.paras + b.paras, a.begins + b.begins, strict=True))
    paras, begins = zip(*both, strict=True)
    return Group(paras, begins, max(a.head, b.head), min(a.margin, b.margin))


def joined(first: Group, second: Group, page: Page) -> Group:
    """Two groups as one, under both heads if they may stand together, else under the second, the headline."""
    both = (*stack_of(first, page), *stack_of(second, page))
    head = page.stacks.index(both) if both in page.stacks else second.head
    margin = min(first.margin, second.margin)
    return replace(
        first, paras=first.paras + second.paras, begins=first.begins + second.begins, head=head, margin=margin
    )
