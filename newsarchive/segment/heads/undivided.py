"""Heads that were taken apart: of blocks that stand one below the other only one heads a text, or each another."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence

from newsarchive.segment.articles.evidence import LARGEST_STACK
from newsarchive.segment.articles.fitness import REST, is_notice
from newsarchive.segment.articles.pair import Page
from newsarchive.segment.articles.takeup import Group, owners
from newsarchive.segment.display.blocks import Block, adjoins
from newsarchive.segment.forms.corrections import corrects, is_correction_name
from newsarchive.segment.forms.kickers import is_kicker
from newsarchive.segment.forms.marks import is_roundup, item_of
from newsarchive.segment.kin.vocabulary import BY_CHANCE
from newsarchive.segment.lines.line import Line


def under_dashes(
    stacks: Sequence[tuple[int, ...]], shown: Sequence[Block], said: Callable[[int, int], float]
) -> list[tuple[int, ...]]:
    """What a dash opens adds to what stands right above it: both are of one head, that of the article which speaks
    most of them, and never heads of two. ``said`` tells how much a block and the text of an article share.
    """
    out = list(stacks)
    owners = {n: a for a, stack in enumerate(stacks) for n in stack}
    for above, n in itertools.pairwise(range(len(shown))):
        if shown[n].flat[0] != "—" or not adjoins(shown[above], shown[n]) or is_kicker(shown[above].flat):
            continue
        lower, upper = owners.get(n), owners.get(above)
        if lower is None or lower == upper:
            continue
        best = lower
        if upper is not None:
            best = max((lower, upper), key=lambda a: said(n, a) + said(above, a))
            other = upper if best == lower else lower
            out[other] = tuple(b for b in out[other] if b not in (n, above))
        out[best] = tuple(sorted({*out[best], n, above}))
        owners[n] = owners[above] = best
    return out


def subheads(
    groups: Sequence[Group],
    stacks: Sequence[tuple[int, ...]],
    page: Page,
    headed: Callable[[str, frozenset[int]], float],
) -> list[int]:
    """The articles whose head stands between two paragraphs of one text, and is a subhead of that. ``headed`` tells how
    surely a headline is that of some paragraphs.
    """
    owned, places = owners(groups), page.places()
    taken = {b for stack in stacks for b in stack}
    out = []
    for a, (group, stack) in enumerate(zip(groups, stacks, strict=True)):
        k = places.get(stack[0], 0) if stack else 0
        if not k or owned[k] != owned[k - 1]:
            continue
        kin = Counter(t for n in group.paras for t in page.paras[n])
        spare = [b for b in page.between[min(group.paras)].blocks if b not in taken and REST not in page.fitness[b]]
        if owned[k] == a:
            is_subhead = _within_own(stack, kin, spare, page)
        else:
            around, own = (headed(page.titles[stack[0]], one.members) for one in (groups[owned[k]], group))
            is_subhead = len(stack) == 1 and (around >= own + FAR or _hardly_said(stack[0], kin, page))
        if is_subhead or (owned[k] == a and page.between[min(group.paras)].continued):
            out.append(a)
    return out


# Log odds by which the article that a head stands in speaks more of it than its own: it is a subhead there.
FAR = 2.0


def _hardly_said(head: int, kin: Counter[str], page: Page) -> bool:
    """Whether a head within another article looks like a subhead, and its own says hardly a word of it."""
    return "fit:inside" in page.fitness[head] and page.vocabulary.affinity(page.heads[head], kin) < BY_CHANCE


def _within_own(stack: tuple[int, ...], kin: Counter[str], spare: Sequence[int], page: Page) -> bool:
    """Whether a head within its own article is a subhead: right above the first paragraph stands display type that
    heads nothing, of which the text says something, or nothing of either.
    """
    above, within = (any(page.vocabulary.shared(page.heads[b], kin) for b in some) for some in (spare, stack))
    return bool(spare) and (above or not within)


def named_at_the_end(
    stacks: Sequence[tuple[int, ...]], free: Sequence[int], shown: Sequence[Block], texts: Sequence[str]
) -> list[tuple[int, ...]]:
    """A notice says at its end what it is called (特此更正): where one block of display type that nobody took is that
    word, it heads the one text without a headline that says so.
    """
    out = list(stacks)
    for n in free:
        name = shown[n].flat.replace(" ", "")
        if len(name) != NOTICE or not is_notice(shown[n]):
            continue
        said = [a for a, text in enumerate(texts[: len(out)]) if not out[a] and re.search(f"[特谨专]此{name}", text)]
        if len(said) == 1:
            out[said[0]] = (n,)
    return out


def over_corrections(
    stacks: Sequence[tuple[int, ...]],
    shown: Sequence[Block],
    texts: Sequence[str],
    said: Callable[[int, int], float],
) -> list[tuple[int, ...]]:
    """What corrections are called (更正, 致读者) heads the one text that corrects something, in place of what that does
    not speak of, wherever both are painted. ``said`` tells how much a block and the text of an article share.
    """
    names = [n for n, block in enumerate(shown) if is_correction_name(block.flat)]
    held = [a for a, text in enumerate(texts[: len(stacks)]) if corrects(text)] if len(names) == 1 else []
    if len(held) != 1:
        return list(stacks)
    (n,), (a,) = names, held
    if any(said(m, a) for m in stacks[a] if m != n):
        return list(stacks)
    out = [tuple(m for m in stack if m != n) for stack in stacks]
    out[a] = (n,)
    return out


# Characters of what a notice is called where it is called nothing else: 更正, 启事.
NOTICE = 2


def without_topics(stacks: Sequence[tuple[int, ...]], shown: Sequence[Block]) -> list[tuple[int, ...]]:
    """The heads without those that are no more than who or what the words below are about (居民：)."""
    return [() if len(stack) == 1 and is_topic(shown[stack[0]]) else stack for stack in stacks]


def without_numbers(stacks: Sequence[tuple[int, ...]], shown: Sequence[Block]) -> list[tuple[int, ...]]:
    """The heads without what is numbered as the first of some (1.早起) where the second stands as display type too: the
    parts of a text are called so.
    """
    items = [item_of(block.flat) for block in shown]
    firsts = {n for n, item in enumerate(items) if item and item[1] == 1 and (item[0], 2) in items[n + 1 :]}
    return [tuple(n for n in stack if n not in firsts) for stack in stacks]


def is_topic(block: Block) -> bool:
    """Whether a block is no more than who or what the words below it are about."""
    return block.flat[-1] in "：:" and not is_kicker(block.flat)


def over_subtitles(
    stacks: Sequence[tuple[int, ...]],
    free: Sequence[int],
    shown: Sequence[Block],
    lines: Sequence[Line],
    affinities: Callable[[int], Sequence[float]],
    titled: Callable[[tuple[int, ...]], Sequence[str]],
) -> list[tuple[int, ...]]:
    """A headline that plays with words says little of its text, and its subtitle heads the article alone: display type
    that nobody took is the headline right above what it makes a subtitle, unless another text speaks of it.
    ``affinities`` says how much a block shares with every text, ``titled`` which part of a head each of its blocks is.
    """
    out = list(stacks)
    firsts = {min(stack): a for a, stack in enumerate(out) if stack}
    for n in sorted(free, reverse=True):
        a = firsts.get(n + 1)
        if a is None or not adjoins(shown[n], shown[n + 1]) or len(out[a]) == LARGEST_STACK:
            continue
        whole = (n, *out[a])
        if _of_another(affinities(n), a) or any(_stands_alone(shown[b]) for b in whole):
            continue
        smaller = _longest(shown[n + 1], lines) >= SMALLER * _longest(shown[n], lines)
        if smaller and titled(out[a])[0] == "headline" and list(titled(whole))[:2] == ["headline", "subtitle"]:
            out[a] = whole
            firsts[n] = a
    return out


def below_heads(
    stacks: Sequence[tuple[int, ...]],
    free: Sequence[int],
    shown: Sequence[Block],
    lines: Sequence[Line],
    affinities: Callable[[int], Sequence[float]],
    titled: Callable[[tuple[int, ...]], Sequence[str]],
) -> list[tuple[int, ...]]:
    """The last line of a headline may say nothing that its text says: display type that nobody took is of the head
    right above it where no blank line parts them (on a page where such part paragraphs), no other text speaks more of
    it, and what is above stays what it was.
    """
    out = list(stacks)
    lasts = {max(stack): a for a, stack in enumerate(out) if stack}
    for n in free:
        a = lasts.get(n - 1)
        block = shown[n]
        if a is None or not adjoins(shown[n - 1], block) or len(out[a]) == LARGEST_STACK:
            continue
        apart = lines[block.lines[0]].gap or block.vertical != shown[n - 1].vertical
        if apart or _stands_alone(block) or is_kicker(block.flat) or _of_another(affinities(n), a):
            continue
        if list(titled((*out[a], n)))[:-1] == list(titled(out[a])):
            out[a] = (*out[a], n)
            lasts[n] = a
    return out


def _of_another(said: Sequence[float], a: int) -> bool:
    """Whether another text than that of article ``a`` speaks of a block, and more; ``said`` is what each shares."""
    return max((x for b, x in enumerate(said) if b != a), default=0.0) > max(BY_CHANCE, said[a])


def _stands_alone(block: Block) -> bool:
    """Whether a block heads a notice or short news, which have no other line of a head beside it."""
    return is_notice(block) or is_roundup(block.flat)


# How many times as many characters a line holds that is set as a subtitle, at least: one of two clauses may be not much
# longer than a headline of two.
SMALLER = 1.05


def _longest(block: Block, lines: Sequence[Line]) -> int:
    """The characters of the longest line of a block."""
    return max(len(lines[i].flat.replace(" ", "")) for i in block.lines)
