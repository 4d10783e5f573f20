"""Which display blocks head which article: those that stand above its text, then those that nobody took."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsarchive.segment.articles import misread
from newsarchive.segment.articles.evidence import LARGEST_STACK
from newsarchive.segment.articles.fitness import REST, is_none, is_notice
from newsarchive.segment.articles.pair import Page
from newsarchive.segment.articles.takeup import Group, owners, stack_of
from newsarchive.segment.display import roundups, rubrics, titles
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.forms import marks
from newsarchive.segment.forms.kickers import is_rubric_name
from newsarchive.segment.heads import leftovers, spoken, undivided
from newsarchive.segment.kin.kinship import Kinship, headed_by
from newsarchive.segment.kin.vocabulary import Vocabulary
from newsarchive.segment.lines.line import Line
from newsarchive.segment.sequence.flow import Para

Stacks = list[tuple[int, ...]]
"""For every article the blocks of its head."""


# Log odds by which another article speaks more of what looks like a subhead than all others.
BY_FAR = 4.5


@dataclass(frozen=True)
class Texts:
    """The articles of a page as groups of its paragraphs, whose heads are sought among the display blocks ``shown``."""

    groups: Sequence[Group]
    page: Page
    kinship: Kinship
    paras: Sequence[Para]
    lines: Sequence[Line]
    shown: Sequence[Block]

    @cached_property
    def told(self) -> list[str]:
        """What each tells."""
        return ["".join(self.page.texts[k] for k in group.paras) for group in self.groups]

    @cached_property
    def kin(self) -> list[Counter[str]]:
        """The words of each."""
        words = self.page.paras
        return [Counter(itertools.chain.from_iterable(words[k] for k in group.paras)) for group in self.groups]

    @cached_property
    def members(self) -> list[frozenset[int]]:
        """The paragraphs of each."""
        return [group.members for group in self.groups]

    @cached_property
    def words(self) -> Sequence[Counter[str]]:
        """The words of every block."""
        return self.page.heads[: len(self.shown)]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary of the words of all."""
        return Vocabulary(self.kin)

    def left(self, stories: Sequence[Counter[str]] = ()) -> leftovers.Leftovers:
        """The blocks, to be asked which of the articles each belongs to, and of picture stories with these words."""
        kin = [*self.kin, *stories]
        vocabulary = Vocabulary(kin) if stories else self.vocabulary
        return leftovers.Leftovers(self.shown, self.page.fitness, self.words, kin, vocabulary)

    @cached_property
    def _parts(self) -> dict[tuple[int, ...], list[str]]:
        """The parts of the heads asked for so far: of many it is asked again and again."""
        return {}

    def parts_of(self, stack: tuple[int, ...]) -> list[str]:
        """Which part of a head each block of one is, whatever the text below says."""
        if stack not in self._parts:
            self._parts[stack] = self._read(stack)
        return self._parts[stack]

    @cached_property
    def _apart(self) -> dict[tuple[int, ...], list[str]]:
        """The parts of the heads asked for so far whose blocks may stand apart."""
        return {}

    def _read(self, stack: tuple[int, ...]) -> list[str]:
        drawn = [[self.lines[i] for i in self.shown[b].lines] for b in sorted(stack)]
        labels = titles.parts(drawn, self.page.style, "")
        firsts = itertools.accumulate((len(block) for block in drawn[:-1]), initial=0)
        return [labels[n] for n in firsts]

    def parts_apart(self, stack: tuple[int, ...]) -> list[str]:
        """The same where blocks that stand apart on the page may be of one head, whichever is to be read first."""
        if stack not in self._apart:
            pieces = pieces_of(stack, self.shown)
            drawn = [[[self.lines[i] for i in self.shown[b].lines] for b in piece] for piece in pieces]
            order, labels = titles.arranged(drawn, self.page.style, "")
            held = [b for n in order for b in pieces[n] for _ in self.shown[b].lines]
            part = dict(zip(held, labels, strict=True))
            self._apart[stack] = [part[b] for b in sorted(stack)]
        return self._apart[stack]

    def strange(self, n: int, a: int) -> bool:
        """Whether a block and an article share no word."""
        return not self.page.vocabulary.shared(self.page.heads[n], self.kin[a])

    def wanted(self, stacks: Sequence[tuple[int, ...]], free: Sequence[int]) -> list[int]:
        """The blocks within one article that another without a headline, or with an introduction alone, speaks of, and
        far more than all others: they are no subheads.
        """
        alone = [a for a, stack in enumerate(stacks) if spoken.introduced(stack, self.shown)]
        bare = {*self.lacking(stacks), *alone}
        out: list[int] = []
        if len(free) * len(self.groups) > leftovers.MOST_PAIRS:
            return out
        owned, places = owners(self.groups), self.page.places()
        for n in free if bare else ():
            told = [self.kinship.headed(self.shown[n].flat, members) for members in self.members]
            best = max(range(len(told)), key=told.__getitem__)
            others = (x + BY_FAR for a, x in enumerate(told) if a != best)
            below = places.get(n, 0)
            own = best in (owned.get(below), owned.get(below - 1))
            if best in bare and not own and told[best] >= max((spoken.SURE, *others)):
                out.append(n)
        return out

    def lacking(self, stacks: Sequence[tuple[int, ...]]) -> list[int]:
        """The articles without a headline, but for those that begin inside a sentence."""
        return leftovers.lacking(stacks, self.groups, self.paras)


def pieces_of(stack: Collection[int], shown: Sequence[Block]) -> list[list[int]]:
    """The blocks of a head, those together that stand together on the page."""
    out: list[list[int]] = []
    for b in sorted(stack):
        # What is printed twice parts none.
        if out and out[-1][-1] == b - 1 and shown[b].tie:
            out[-1].append(b)
        else:
            out.append([b])
    return out


def headed(texts: Texts, captions: Sequence[str]) -> Callable[[int, int], float]:
    """How surely a block is the headline of an article; behind those of paragraphs come those of pictures."""

    def odds(n: int, a: int) -> float:
        flat = texts.shown[n].flat
        if a < len(texts.members):
            return texts.kinship.headed(flat, texts.members[a])
        return headed_by(flat, captions[a - len(texts.members)])

    return odds


def untaken(blocks: Iterable[int], stacks: Iterable[tuple[int, ...]]) -> list[int]:
    """Those of some blocks that are of no head."""
    taken = {n for stack in stacks for n in stack}
    return [n for n in blocks if n not in taken]


def above(texts: Texts) -> Stacks:
    """The blocks that head each article; one that the division left without takes what stands right above it."""
    groups, page, paras = texts.groups, texts.page, texts.paras
    # The division may cut a text before a piece of text that looks like a headline, which it is not.
    stacks = [tuple(b for b in stack_of(g, page) if not _is_rest(b, page)) for g in groups]
    for a in undivided.subheads(groups, stacks, page, texts.kinship.headed):
        stacks[a] = ()
    taken = {b for stack in stacks for b in stack}
    for a, group in enumerate(groups):
        first = group.paras[0]
        # The first paragraph of a page goes on with nothing, whatever its first line looks like, nor does one that
        # begins with a date: the texts of pictures are set without an indent.
        torn = first and paras[first].torn_start and not misread.begins_with_date(page.texts[first])
        if stacks[a] or torn:
            continue
        found: tuple[int, ...] = ()
        for b in reversed(page.between[first].blocks):
            if b in taken or len(found) == LARGEST_STACK or _is_rest(b, page):
                break
            found = (b, *found)
        stacks[a] = found
        taken.update(found)
    return stacks


def _is_rest(b: int, page: Page) -> bool:
    """Whether a block is no headline, by its place or its words."""
    return REST in page.fitness[b] or is_none(page.titles[b])


def labelled(stacks: Stacks, texts: Texts) -> Stacks:
    """The heads, short news under its labels (roundups.py)."""
    page = texts.page
    opened = [[texts.lines[texts.paras[k].lines[0]].flat for k in group.paras] for group in texts.groups]
    over = [[b for b in page.between[g.paras[0]].blocks if "fit:heap" not in page.fitness[b]] for g in texts.groups]
    return roundups.labelled(stacks, texts.shown, opened, over, texts.left().affinity)


@dataclass(frozen=True, slots=True)
class Given:
    """The heads of all articles, the blocks that are of none, and those of them that may still be a headline."""

    stacks: Stacks
    free: list[int]
    spare: list[int]


def completed(stacks: Stacks, free: Sequence[int], texts: Texts, left: leftovers.Leftovers) -> Stacks:
    """The heads with what belongs to them of the blocks that nobody took."""
    page, shown, lines = texts.page, texts.shown, texts.lines
    stacks = left.completed(stacks, untaken(free, stacks), _news(texts))
    said, parts_of = left.affinities, texts.parts_of
    stacks = undivided.over_subtitles(stacks, untaken(free, stacks), shown, lines, said, parts_of)
    if page.style == "para":
        stacks = undivided.below_heads(stacks, untaken(free, stacks), shown, lines, said, parts_of)
    return stacks


def given_out(
    stacks: Stacks, free: Sequence[int], texts: Texts, left: leftovers.Leftovers, captions: Sequence[str], bare: int
) -> Given:
    """The headlines that nobody took, or that stand over texts which do not speak of them, over those that do.
    ``captions`` are those of the picture stories, of which ``bare`` have no headline.
    """
    page, shown, told = texts.page, texts.shown, texts.told
    # The label of a column is nobody's headline.
    label = {n for n in free if {"fit:tiny", "fit:kicker"}.issubset(page.fitness[n]) and not is_notice(shown[n])}
    over = {*label, *rubrics.over_heads(stacks, free, shown, left.affinities)}
    stacks = leftovers.behind(stacks, [n for n in free if n not in over], shown, texts.groups, texts.paras, told)
    spare = [n for n in untaken(free, stacks) if n not in label and "fit:inside" not in page.fitness[n]]
    spare = [n for n in spare if not undivided.is_topic(shown[n]) and not is_none(shown[n].flat)]
    continued = [a for a, group in enumerate(texts.groups) if page.between[group.paras[0]].continued]
    held = sorted(n for stack in stacks for n in stack)
    stacks = left.passed_on(stacks, texts.lacking(stacks), told, texts.parts_of, continued)
    free = [*free, *untaken(held, stacks)]
    likely = [n for n in spare if n not in over]
    stacks = leftovers.in_order(stacks, likely, shown, texts.groups, texts.paras, told, bare)
    stacks = left.shared_out(stacks, [a for a in _news(texts) if not stacks[a]], texts.parts_of)
    taken = [n for stack in stacks for n in stack]
    whole = texts.lacking([()] * len(texts.groups))
    sense = spoken.Sense(shown, headed(texts, captions), texts.parts_apart, whole, len(captions))
    likely = [n for n in (*untaken(spare, stacks), *taken) if n not in over]
    likely = [
        n for n in likely if _is_likely(n, shown, page.fitness) or names_subject(n, page.fitness, sense.odds, len(told))
    ]
    before, stacks = stacks, sense.given(stacks, likely)
    if stacks != before:
        # Below what was put right, what stands above it is put right too.
        free = sorted({*free, *taken})
        lost = untaken(likely, stacks)
        stacks = undivided.over_subtitles(stacks, lost, shown, texts.lines, left.affinities, texts.parts_of)
        stacks = leftovers.in_order(stacks, untaken(likely, stacks), shown, texts.groups, texts.paras, told, bare)
    # What has the form of a rubric is asked for its place (rubrics.py).
    lost = [n for n in untaken(free, stacks) if not rubrics.is_rubric(shown[n])]
    stacks = spoken.between_parts(spoken.put_together(stacks, shown, sense.odds), lost, shown, sense.odds)
    return Given(stacks, untaken(free, stacks), untaken(spare, stacks))


def _news(texts: Texts) -> list[int]:
    """The articles that begin as news does."""
    return [a for a, group in enumerate(texts.groups) if texts.page.between[group.paras[0]].genre == "news"]


def _is_likely(n: int, shown: Sequence[Block], fitness: Sequence[tuple[str, ...]]) -> bool:
    """Whether a block may be the headline of a text that it does not stand above."""
    named = marks.is_roundup(shown[n].flat) or is_rubric_name(shown[n].flat)
    return not named and not leftovers.UNLIKE_A_HEAD.intersection(fitness[n]) and REST not in fitness[n]


def names_subject(n: int, fitness: Sequence[tuple[str, ...]], odds: Callable[[int, int], float], count: int) -> bool:
    """Whether a block has the form of a pen name and is what one of the ``count`` texts speaks of (海葵): who wrote
    a text is not said in it.
    """
    if leftovers.UNLIKE_A_HEAD.intersection(fitness[n]) != {"fit:name"}:
        return False
    return any(odds(n, a) >= spoken.WELL for a in range(count))
