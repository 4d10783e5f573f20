"""From paragraphs, display blocks and pictures to articles: who owns what, and as what."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from newsarchive.segment import (
    heads_apart,
    leftovers,
    marks,
    misread,
    order,
    pair,
    roundups,
    rubrics,
    spoken,
    takeup,
    titles,
    undivided,
)
from newsarchive.segment.belongings import give_jumps, give_signatures
from newsarchive.segment.bylines import give_bylines, reports_in_pictures
from newsarchive.segment.captions import Picture
from newsarchive.segment.confidence import Signs
from newsarchive.segment.draft import Draft, Plan
from newsarchive.segment.evidence import LARGEST_STACK, REST, is_notice, page_of
from newsarchive.segment.flow import Para, Torn
from newsarchive.segment.ground import runs
from newsarchive.segment.heads import Block
from newsarchive.segment.kickers import is_rubric_name
from newsarchive.segment.kinship import Kinship, headed_by
from newsarchive.segment.lines import Line
from newsarchive.segment.pictures import give_pictures, head_of_picture, taken_by_pictures
from newsarchive.segment.regrouped import regrouped
from newsarchive.segment.rejoined import below_subheads, rejoined
from newsarchive.segment.roles import Form, Look, is_date
from newsarchive.segment.subheads import give_subheads
from newsarchive.segment.takeup import Group, stack_of
from newsarchive.segment.vocabulary import BY_CHANCE, Vocabulary, tokens
from newsarchive.text.surnames import all_surnames


def plan_articles(
    lines: list[Line],
    forms: list[Form],
    seen: list[Look],
    paras: list[Para],
    shown: list[Block],
    pictures: list[Picture],
) -> Plan:
    """Give every paragraph, block, byline, jump line and picture to an article."""
    page = page_of(lines, forms, seen, paras, shown)
    tables = pair.Tables(page)
    torn = Torn(paras, lines, seen, page.paras, page.vocabulary, page.seams)
    groups = regrouped(rejoined(takeup.groups(tables, paras, lines), page), tables, torn)
    groups = below_subheads(groups, tables)
    texts = ["".join(page.texts[k] for k in group.paras) for group in groups]
    stacks = undivided.without_topics(_without_names(heads_of(groups, page, paras), shown, forms, texts), shown)
    kin = [Counter(t for k in g.paras for t in page.paras[k]) for g in groups]
    heads = page.heads[: len(shown)]
    opened = [[lines[paras[k].lines[0]].flat for k in group.paras] for group in groups]
    members = [frozenset(group.paras) for group in groups]
    left = leftovers.Leftovers(shown, page.fitness, heads, kin[:])
    above = [[b for b in page.between[g.paras[0]].blocks if "fit:heap" not in page.fitness[b]] for g in groups]
    stacks = roundups.labelled(stacks, shown, opened, above, left.affinity)
    strange = partial(_strange, page=page, kin=kin)
    others = _untaken(range(len(shown)), stacks)
    known = taken_by_pictures(pictures, stacks, others, shown, texts, strange, lines)
    stacks = [tuple(n for n in stack if n not in known.values()) for stack in stacks]
    drafts = [
        Draft(body=_body(group, _head_lines(stack, shown, forms), torn))
        for group, stack in zip(groups, stacks, strict=True)
    ]
    free = [n for n in _untaken(range(len(shown)), stacks) if forms[shown[n].lines[0]] is Form.DISPLAY]
    free = [n for n in free if n not in known.values()]
    rests = {p.lines[0] for p in paras if p.open_start}
    free = give_subheads(free, shown, drafts, forms, seen, rests)
    free = give_pictures(free, shown, pictures, drafts, heads, kin, page.vocabulary, lines, known)
    free = [n for n in _names(free, shown, forms) if REST not in page.fitness[n]]
    captions = ["".join(lines[i].flat for i in draft.captions[0]) for draft in drafts[len(groups) :]]
    left = leftovers.Leftovers(shown, page.fitness, heads, kin)
    news = [a for a, group in enumerate(groups) if page.between[group.paras[0]].genre == "news"]
    stacks = undivided.under_dashes(stacks, shown, left.affinity)
    free = _untaken(free, stacks)
    stacks = undivided.named_at_the_end(stacks, free, shown, texts)
    given = {n for stack in stacks for n in stack}
    stacks = left.completed(stacks, _untaken(free, stacks), news)
    parts_of = partial(_titled, shown=shown, lines=lines, style=page.style)
    stacks = undivided.over_subtitles(stacks, _untaken(free, stacks), shown, lines, left.affinities, parts_of)
    if page.style == "para":
        stacks = undivided.below_heads(stacks, _untaken(free, stacks), shown, lines, left.affinities, parts_of)
    # The label of a column is nobody's headline.
    label = {n for n in free if {"fit:tiny", "fit:kicker"}.issubset(page.fitness[n]) and not is_notice(shown[n])}
    over = {*label, *rubrics.over_heads(stacks, free, shown, left.affinities)}
    stacks = leftovers.behind(stacks, [n for n in free if n not in over], shown, groups, paras, texts)
    spare = [n for n in _untaken(free, stacks) if n not in label and "fit:inside" not in page.fitness[n]]
    spare = [n for n in spare if not undivided.is_topic(shown[n])]
    continued = [a for a, group in enumerate(groups) if page.between[group.paras[0]].continued]
    held = sorted(n for stack in stacks for n in stack)
    stacks = left.passed_on(stacks, leftovers.lacking(stacks, groups, paras), texts, parts_of, continued)
    free = [*free, *_untaken(held, stacks)]
    stories = sum(draft.photo and not draft.headline for draft in drafts)
    stacks = leftovers.in_order(stacks, [n for n in spare if n not in over], shown, groups, paras, texts, stories)
    bare = [a for a in news if not stacks[a]]
    stacks = left.shared_out(stacks, bare, parts_of)
    taken = [n for stack in stacks for n in stack]
    likely = [n for n in (*_untaken(spare, stacks), *taken) if n not in over and _is_likely(n, shown, page.fitness)]
    headed = partial(_headed, shown=shown, kinship=tables.kinship, members=members, captions=captions)
    whole = leftovers.lacking([()] * len(groups), groups, paras)
    stacks = spoken.Sense(shown, headed, parts_of, whole, len(captions)).given(stacks, likely)
    head_of_picture(_untaken(spare, stacks), shown, drafts, lines)
    pictured = {i for draft in drafts for i in draft.headline}
    unused = {n for n in _untaken(free, stacks) if shown[n].lines[0] not in pictured}
    stacks, named = rubrics.give_rubrics(stacks, unused, shown, left.affinity)
    _give_heads(stacks, shown, drafts, lines, page.style, given)
    for a, n in named.items():
        drafts[a].kicker[:0] = shown[n].lines
    lacking = [a for a in range(len(groups)) if drafts[a].headline and not drafts[a].kicker]
    for a, n in rubrics.series_elsewhere(unused.difference(named.values()), shown, lacking, headed).items():
        drafts[a].kicker.extend(shown[n].lines)
    give_jumps(lines, forms, drafts)
    give_signatures(lines, forms, drafts)
    forms = reports_in_pictures(lines, forms, drafts)
    give_bylines(lines, forms, drafts)
    _give_signs(drafts, groups, page.style, torn, kin[: len(groups)])
    return Plan(
        drafts,
        forms,
        misread.headlines(groups, paras, lines, seen, tables.kinship),
        heads_apart.beginnings(groups, shown, lines, tables.kinship),
    )


def _give_signs(
    drafts: Sequence[Draft], groups: Sequence[Group], style: str, torn: Torn, kin: Sequence[Counter[str]]
) -> None:
    """What tells how sure each article made of paragraphs is."""
    paras, lines = torn.paras, torn.lines
    shares = Vocabulary(kin)
    page_torn = sum(p.open_start for p in paras) / max(1, len(paras))
    for draft, group, words in zip(drafts, groups, kin, strict=False):
        last = lines[paras[group.paras[-1]].lines[-1]]
        draft.signs = Signs(
            headline=bool(draft.headline),
            affinity=shares.affinity(tokens("".join(lines[i].flat for i in draft.headline)), words),
            margin=group.margin,
            marked_start=bool(torn.seen[draft.body[0][1][0]].lead or draft.byline or draft.jump_from),
            marked_end=bool(draft.signature or draft.jump_to or is_date(last) or marks.signature_of(last.flat)),
            torn=sum(paras[k].open_start + paras[k].open_end for k in group.paras),
            paragraphs=len(group.paras),
            style=style,
            pieces=len(runs(group.paras)),
            page_torn=page_torn,
        )


def _is_likely(n: int, shown: Sequence[Block], fitness: Sequence[tuple[str, ...]]) -> bool:
    """Whether a block may be the headline of a text that it does not stand above."""
    named = marks.is_roundup(shown[n].flat) or is_rubric_name(shown[n].flat)
    return not named and not leftovers.UNLIKE_A_HEAD.intersection(fitness[n]) and REST not in fitness[n]


def _headed(
    n: int,
    a: int,
    shown: Sequence[Block],
    kinship: Kinship,
    members: Sequence[frozenset[int]],
    captions: Sequence[str],
) -> float:
    """How surely a block is the headline of an article; behind those of paragraphs come those of pictures."""
    if a < len(members):
        return kinship.headed(shown[n].flat, members[a])
    return headed_by(shown[n].flat, captions[a - len(members)])


def _strange(n: int, a: int, page: pair.Page, kin: Sequence[Counter[str]]) -> bool:
    """Whether a block and an article share no word."""
    return not page.vocabulary.shared(page.heads[n], kin[a])


def _untaken(blocks: Iterable[int], stacks: Iterable[tuple[int, ...]]) -> list[int]:
    """Those of some blocks that are of no head."""
    taken = {n for stack in stacks for n in stack}
    return [n for n in blocks if n not in taken]


def heads_of(groups: list[Group], page: pair.Page, paras: list[Para]) -> list[tuple[int, ...]]:
    """The blocks that head each article; one that the division left without takes what stands right above it."""
    # The division may cut a text before a piece of text that looks like a headline, which it is not.
    stacks = [tuple(b for b in stack_of(g, page) if REST not in page.fitness[b]) for g in groups]
    inside = (*undivided.within_own(groups, stacks, page), *undivided.within_continued(groups, stacks, page))
    for a in (*_under_others(groups, page), *inside):
        stacks[a] = ()
    taken = {b for stack in stacks for b in stack}
    for a, group in enumerate(groups):
        first = group.paras[0]
        # The first paragraph of a page goes on with nothing, whatever its first line looks like, nor does one that
        # begins with a date: the texts of pictures are set without an indent.
        torn = first and paras[first].torn_start and not misread.begins_with_date(page.texts[first])
        if stacks[a] or torn:
            continue
        above: tuple[int, ...] = ()
        for b in reversed(page.between[first].blocks):
            if b in taken or len(above) == LARGEST_STACK or REST in page.fitness[b]:
                break
            above = (b, *above)
        stacks[a] = above
        taken.update(above)
    return stacks


def _under_others(groups: list[Group], page: pair.Page) -> list[int]:
    """The articles whose head is a subhead of another one: it stands alone between two paragraphs of that, and they say
    hardly one of its words.
    """
    owners = {k: a for a, group in enumerate(groups) for k in group.paras}
    places = page.places()
    out = []
    for a, group in enumerate(groups):
        stack = stack_of(group, page)
        k = places.get(stack[0], 0) if len(stack) == 1 else 0
        within = k and owners[k] != a and owners[k - 1] == owners[k] and "fit:inside" in page.fitness[stack[0]]
        if within:
            kin = Counter(t for n in group.paras for t in page.paras[n])
            if page.vocabulary.affinity(page.heads[stack[0]], kin) < BY_CHANCE:
                out.append(a)
    return out


def _without_names(
    stacks: list[tuple[int, ...]], shown: list[Block], forms: list[Form], texts: list[str]
) -> list[tuple[int, ...]]:
    """The heads without the name of a writer that stands last in one, of this text or of a neighbour: it is a byline.

    A title of two or three characters (the name of a dish, of a feast) is said in its text, or has its byline below.
    """
    out = []
    for stack, text in zip(stacks, texts, strict=True):
        last = shown[stack[-1]] if stack else None
        if last is None or not _is_writer(last, forms) or last.flat.replace(" ", "") in text:
            out.append(stack)
            continue
        below = last.lines[-1] + 1
        if below < len(forms) and forms[below] is Form.BYLINE:
            out.append(stack)
            continue
        for i in last.lines:
            forms[i] = Form.BYLINE
        out.append(stack[:-1])
    return out


def _head_lines(stack: tuple[int, ...], shown: list[Block], forms: list[Form]) -> frozenset[int]:
    """The lines of a head and of the bylines right below it."""
    out = {i for b in stack for i in shown[b].lines}
    below = max(out, default=-2) + 1
    while 0 <= below < len(forms) and forms[below] is Form.BYLINE:
        out.add(below)
        below += 1
    return frozenset(out)


def _body(group: Group, head: frozenset[int], torn: Torn) -> list[tuple[str, tuple[int, ...]]]:
    """The paragraphs of an article as lines, in order."""
    read = order.ordered(group, torn, head)
    body: list[tuple[str, tuple[int, ...]]] = []
    for k in read.paras:
        if k in read.joined and body:
            body[-1] = ("para", body[-1][1] + torn.paras[k].lines)
        else:
            body.append(("para", torn.paras[k].lines))
    return body


def _names(free: list[int], shown: list[Block], forms: list[Form]) -> list[int]:
    """Two or three characters alone that are nothing else are a name: the byline of a comment or an essay."""
    left = []
    for n in free:
        if _is_writer(shown[n], forms):
            for i in shown[n].lines:
                forms[i] = Form.BYLINE
        else:
            left.append(n)
    return left


def _titled(stack: tuple[int, ...], shown: list[Block], lines: list[Line], style: str) -> list[str]:
    """Which part of a head each block of one is, whatever the text below says."""
    drawn = [[lines[i] for i in shown[b].lines] for b in sorted(stack)]
    labels = titles.parts(drawn, style, "")
    firsts = itertools.accumulate((len(block) for block in drawn[:-1]), initial=0)
    return [labels[n] for n in firsts]


# Characters of the longest name that is_pen_name knows.
THREE = 3


def _is_writer(block: Block, forms: list[Form]) -> bool:
    """Whether display type is no more than the name of a writer; above a headline and with none but the rarest
    surnames it is that of a column (栏目) where it begins what is shown, or has three characters: pen names of three
    begin with a surname.
    """
    above, below = block.lines[0] - 1, block.lines[-1] + 1
    begins = above < 0 or forms[above] not in (Form.DISPLAY, Form.BYLINE, Form.DUPLICATE)
    surname = any(block.flat[0] in some for some in all_surnames()[:2])
    column = (
        (begins or len(block.flat) == THREE) and below < len(forms) and forms[below] is Form.DISPLAY and not surname
    )
    return marks.is_pen_name(block.flat) and not block.vertical and not column


def _give_heads(
    stacks: list[tuple[int, ...]],
    shown: list[Block],
    drafts: list[Draft],
    lines: list[Line],
    style: str,
    given: set[int],
) -> None:
    """Divide every head into kicker, headline and subtitle. ``given`` are the blocks that were of a head before those
    left over.
    """
    for draft, stack in zip(drafts, stacks, strict=False):
        pieces: list[list[int]] = []
        for b in sorted(stack):
            # What is printed twice parts none.
            if pieces and pieces[-1][-1] == b - 1 and shown[b].tie:
                pieces[-1].append(b)
            else:
                pieces.append([b])
        if not pieces:
            continue
        prose = "".join(lines[i].flat for _, para in draft.body for i in para)
        drawn = [[[lines[i] for i in shown[b].lines] for b in piece] for piece in pieces]
        known = [n for n, piece in enumerate(pieces) if not given.isdisjoint(piece)]
        order, labels = titles.arranged(drawn, style, prose, known)
        held = [i for n in order for b in pieces[n] for i in shown[b].lines]
        for i, part in zip(held, labels, strict=True):
            {"kicker": draft.kicker, "headline": draft.headline, "subtitle": draft.subtitle}[part].append(i)
