"""From paragraphs, display blocks and pictures to articles: who owns what, and as what."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from newsarchive.segment.articles import misread, order, pair, takeup
from newsarchive.segment.articles.evidence import page_of
from newsarchive.segment.articles.fitness import REST
from newsarchive.segment.articles.ground import runs
from newsarchive.segment.articles.regrouped import regrouped
from newsarchive.segment.articles.rejoined import below_subheads, last_parts, rejoined
from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.belonging import pen_names
from newsarchive.segment.belonging.belongings import give_jumps, give_signatures
from newsarchive.segment.belonging.bylines import give_bylines, reports_in_pictures
from newsarchive.segment.belonging.pictures import give_pictures, head_of_picture, taken_by_pictures
from newsarchive.segment.confidence import Signs
from newsarchive.segment.display import rubrics, titles
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.draft import Draft, Plan
from newsarchive.segment.forms import marks
from newsarchive.segment.heads import heading, heads_apart, spoken, undivided
from newsarchive.segment.heads.asked import questions_part
from newsarchive.segment.heads.beside import give_beside, give_spoken_of
from newsarchive.segment.heads.subheads import give_left_over, give_subheads
from newsarchive.segment.kin.seam import Seams
from newsarchive.segment.kin.vocabulary import tokens
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles import grids
from newsarchive.segment.roles.captions import Picture
from newsarchive.segment.roles.form import BYLINE, DISPLAY, Form
from newsarchive.segment.roles.look import Look
from newsarchive.segment.roles.role import bylines_below, is_date
from newsarchive.segment.sequence.flow import Para, Torn


def plan_articles(
    lines: list[Line],
    forms: list[Form],
    seen: list[Look],
    paras: list[Para],
    shown: list[Block],
    pictures: list[Picture],
    seams: Seams | None = None,
) -> Plan:
    """Give every paragraph, block, byline, jump line and picture to an article; ``seams`` are those of the lines, if
    they are known.
    """
    page = page_of(lines, forms, seen, paras, shown, seams)
    tables = pair.Tables(page)
    torn = Torn(paras, lines, seen, page.vocabulary, page.seams, page.texts)
    groups = regrouped(rejoined(takeup.groups(tables, paras, lines), page), tables, torn)
    groups = last_parts(below_subheads(groups, tables), tables)
    texts = heading.Texts(groups, page, tables.kinship, paras, lines, shown)
    stacks = heading.above(texts)
    names = pen_names.below_heads(stacks, shown, forms, lines, texts.told)
    _are_bylines(names, shown, forms)
    stacks = [tuple(n for n in stack if n not in names) for stack in stacks]
    stacks = heading.labelled(undivided.without_topics(undivided.without_numbers(stacks, shown), shown), texts)
    stacks = rubrics.over_their_heads(stacks, shown)
    others = heading.untaken(range(len(shown)), stacks)
    known = taken_by_pictures(pictures, stacks, others, shown, texts.told, texts.strange, lines)
    stacks = [tuple(n for n in stack if n not in known.values()) for stack in stacks]
    rows = grids.rows_of(lines)
    drafts = [
        Draft(body=_body(group, _head_lines(stack, shown, forms), torn, page.jumps, rows))
        for group, stack in zip(groups, stacks, strict=True)
    ]
    free = [n for n in heading.untaken(range(len(shown)), stacks) if forms[shown[n].lines[0]] is DISPLAY]
    free = [n for n in free if n not in known.values()]
    wanted = texts.wanted(stacks, free)
    within = [n for n in free if n not in wanted]
    within = give_subheads(within, shown, drafts, forms, seen, {p.lines[0] for p in paras if p.open_start})
    free = sorted((*within, *wanted))
    questions_part(drafts, lines)
    kin = list(texts.kin)
    free = give_pictures(free, shown, pictures, drafts, texts.words, kin, page.vocabulary, lines, known)
    names = [n for n in free if pen_names.is_writer(shown[n], forms, lines)]
    _are_bylines(names, shown, forms)
    free = [n for n in free if n not in names and REST not in page.fitness[n]]
    left = _give_heads(stacks, free, drafts, texts, kin)
    give_left_over(left, shown, drafts, forms, seen, heading.headed(texts, ()))
    give_jumps(lines, forms, drafts)
    give_signatures(lines, forms, drafts)
    forms = reports_in_pictures(lines, forms, drafts)
    give_bylines(lines, forms, drafts)
    _give_signs(drafts, texts, torn)
    told = heads_apart.told(groups, pictures, lines, tables.kinship)
    return Plan(
        drafts,
        forms,
        misread.headlines(groups, paras, lines, seen, tables.kinship),
        heads_apart.beginnings(told, shown, lines),
        heads_apart.halves(told, shown, lines),
    )


def _give_heads(
    stacks: heading.Stacks, free: Sequence[int], drafts: list[Draft], texts: heading.Texts, kin: Sequence[Counter[str]]
) -> list[int]:
    """Give every article its kicker, headline and subtitle: ``stacks`` are the blocks above their texts, ``free`` those
    that nobody took, ``kin`` the words of all articles, those of picture stories behind the others. What is of no head
    is given back.
    """
    shown, lines = texts.shown, texts.lines
    stories = drafts[len(texts.groups) :]
    captions = ["".join(lines[i].flat for i in draft.captions[0]) for draft in stories]
    left = texts.left(kin[len(texts.kin) :])
    stacks = undivided.under_dashes(stacks, shown, left.affinity)
    free = heading.untaken(free, stacks)
    stacks = undivided.named_at_the_end(stacks, free, shown, texts.told)
    held = {n for stack in stacks for n in stack}
    stacks = undivided.over_corrections(stacks, shown, texts.told, left.affinity)
    free = heading.untaken(sorted(held.union(free)), stacks)
    first = {n for stack in stacks for n in stack}
    stacks = heading.completed(stacks, free, texts, left)
    bare = sum(not draft.headline for draft in stories)
    given = heading.given_out(stacks, free, texts, left, captions, bare)
    head_of_picture(given.spare, shown, drafts, lines)
    pictured = {i for draft in drafts for i in draft.headline}
    unused = {n for n in given.free if shown[n].lines[0] not in pictured}
    odds = heading.headed(texts, captions)
    halves = spoken.begun(given.stacks, unused, shown, texts.page.fitness, odds)
    shown = [_behind(shown[halves[m]], block) if m in halves else block for m, block in enumerate(shown)]
    unused.difference_update(halves.values())
    stacks, named = rubrics.give_rubrics(given.stacks, unused, shown, left.affinity)
    _divide_heads(stacks, shown, drafts, lines, texts.page.style, first)
    for a, n in named.items():
        drafts[a].kicker[:0] = shown[n].lines
    lacking = [a for a in range(len(texts.groups)) if drafts[a].headline and not drafts[a].kicker]
    series = rubrics.series_elsewhere(unused.difference(named.values()), shown, lacking, odds)
    for a, n in series.items():
        drafts[a].kicker.extend(shown[n].lines)
    unused.difference_update((*named.values(), *series.values()))
    wanting = bool(texts.lacking(stacks)) or any(draft.photo and not draft.headline for draft in stories)
    fitness = texts.page.fitness
    give_beside(shown, sorted(unused), fitness, drafts, lines, wanting=wanting)
    give_spoken_of(_unheaded(unused, drafts, shown), drafts, shown, fitness, odds, len(texts.groups))
    return _unheaded(unused, drafts, shown)


def _unheaded(some: Collection[int], drafts: Sequence[Draft], shown: Sequence[Block]) -> list[int]:
    """Those of some blocks that are of no head, in order."""
    held = {i for draft in drafts for i in (*draft.kicker, *draft.headline, *draft.subtitle)}
    return [n for n in sorted(some) if held.isdisjoint(shown[n].lines)]


def _behind(half: Block, block: Block) -> Block:
    """A headline with its first half, which stands elsewhere."""
    return replace(block, lines=half.lines + block.lines, flat=f"{half.flat} {block.flat}")


def _are_bylines(names: Sequence[int], shown: Sequence[Block], forms: list[Form]) -> None:
    """Write down that some blocks are bylines."""
    for n in names:
        for i in shown[n].lines:
            forms[i] = BYLINE


def _give_signs(drafts: Sequence[Draft], texts: heading.Texts, torn: Torn) -> None:
    """What tells how sure each article made of paragraphs is."""
    paras, lines = torn.paras, torn.lines
    page_torn = sum(p.open_start for p in paras) / max(1, len(paras))
    for draft, group, words in zip(drafts, texts.groups, texts.kin, strict=False):
        last = lines[paras[group.paras[-1]].lines[-1]]
        draft.signs = Signs(
            headline=bool(draft.headline),
            affinity=texts.vocabulary.affinity(tokens("".join(lines[i].flat for i in draft.headline)), words),
            margin=group.margin,
            marked_start=bool(torn.seen[draft.body[0][1][0]].lead or draft.byline or draft.jump_from),
            marked_end=bool(draft.signature or draft.jump_to or is_date(last) or marks.signature_of(last.flat)),
            torn=sum(paras[k].open_start + paras[k].open_end for k in group.paras),
            paragraphs=len(group.paras),
            style=texts.page.style,
            pieces=len(runs(group.paras)),
            page_torn=page_torn,
        )


def _head_lines(stack: tuple[int, ...], shown: Sequence[Block], forms: Sequence[Form]) -> frozenset[int]:
    """The lines of a head and of the bylines right below it."""
    out = {i for b in stack for i in shown[b].lines}
    return frozenset(out.union(bylines_below(forms, max(out)))) if out else frozenset()


def _body(
    group: Group, head: frozenset[int], torn: Torn, jumps: frozenset[int], rows: frozenset[int]
) -> list[tuple[str, tuple[int, ...]]]:
    """The paragraphs of an article as lines, in order, the ``rows`` of tables apart."""
    read = order.ordered(group, torn, head, jumps)
    held: list[tuple[int, ...]] = []
    for k in read.paras:
        if k in read.joined and held:
            held[-1] += torn.paras[k].lines
        else:
            held.append(torn.paras[k].lines)
    return [("para", part) for para in held for part in _parted(para, rows)]


def _parted(para: tuple[int, ...], rows: frozenset[int]) -> list[tuple[int, ...]]:
    """The lines of a paragraph, parted where a row of a table begins."""
    cuts = [0, *(n for n, line in enumerate(para) if n and line in rows), len(para)]
    return [para[first:stop] for first, stop in itertools.pairwise(cuts)]


def _divide_heads(
    stacks: heading.Stacks,
    shown: Sequence[Block],
    drafts: list[Draft],
    lines: Sequence[Line],
    style: str,
    given: set[int],
) -> None:
    """Divide every head into kicker, headline and subtitle. ``given`` are the blocks that were of a head before those
    left over.
    """
    for draft, stack in zip(drafts, stacks, strict=False):
        pieces = heading.pieces_of(stack, shown)
        if not pieces:
            continue
        prose = "".join(lines[i].flat for _, para in draft.body for i in para)
        drawn = [[[lines[i] for i in shown[b].lines] for b in piece] for piece in pieces]
        known = [n for n, piece in enumerate(pieces) if not given.isdisjoint(piece)]
        order, labels = titles.arranged(drawn, style, prose, known)
        held = [i for n in order for b in pieces[n] for i in shown[b].lines]
        for i, part in zip(held, labels, strict=True):
            {"kicker": draft.kicker, "headline": draft.headline, "subtitle": draft.subtitle}[part].append(i)
