"""From paragraphs, display blocks and pictures to articles: who owns what, and as what."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from newsarchive.segment import marks, pair, reunite, takeup, titles
from newsarchive.segment.belongings import give_bylines, give_jumps, give_signatures
from newsarchive.segment.captions import Picture
from newsarchive.segment.confidence import Signs
from newsarchive.segment.draft import Draft, Plan
from newsarchive.segment.evidence import barred, page_of
from newsarchive.segment.flow import Para
from newsarchive.segment.heads import Block
from newsarchive.segment.lines import Line
from newsarchive.segment.roles import BODY, Form, Look, is_date
from newsarchive.segment.vocabulary import Vocabulary, tokens
from newsarchive.text.words import frequency


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
    words, heads, vocabulary = page.paras, [tokens(b.flat) for b in shown], page.vocabulary
    found = read_groups(page, paras, lines)
    # The paragraphs of every article, under the number of its head or a negative one.
    groups = {g.head if g.head >= 0 else -1 - n: list(g.paras) for n, g in enumerate(found)}
    bodies = bodies_of(groups, paras, words, lines, forms, shown, page.stacks)
    drafts = [Draft(body=_body_of(g, page, paras, shown, lines, seen, forms)) for g in found]
    starts = sorted((held[0], a) for a, draft in enumerate(drafts) for _, held in draft.body)
    kin = [b.words for b in bodies]
    fits = titles.headline_weights(bodies, shown, page.fitness[: len(shown)], heads)
    stacks = [page.stacks[g.head] if g.head >= 0 else () for g in found]
    chosen = [max(stack, key=fits[a].__getitem__) if stack else -1 for a, stack in enumerate(stacks)]
    owner = {n: a for a, stack in enumerate(stacks) for n in stack}
    free = [n for n in range(len(shown)) if n not in owner]
    free = _subheads(free, shown, drafts, starts, forms, seen)
    free = _pictures(free, shown, pictures, drafts, heads, kin, vocabulary, lines, forms)
    free = _names(free, shown, forms)
    _stacks(owner, chosen, free, shown, drafts, heads, kin)
    give_jumps(lines, forms, drafts)
    give_signatures(forms, drafts)
    give_bylines(lines, forms, drafts)
    alike = vocabulary.likeness(words)
    shares = Vocabulary(kin[: len(bodies)])
    for a, held in enumerate(groups.values()):
        row = fits[a]
        rest = max((w for n, w in enumerate(row) if n != chosen[a]), default=0.0)
        first, last = paras[held[0]].lines[0], paras[held[-1]].lines[-1]
        drafts[a].signs = Signs(
            headline=chosen[a] >= 0,
            affinity=titles.affinity(heads[chosen[a]], kin[a], shares) if chosen[a] >= 0 else 0.0,
            margin=row[chosen[a]] - rest if chosen[a] >= 0 else 0.0,
            marked_start=bool(seen[first].lead or drafts[a].byline or drafts[a].jump_from),
            marked_end=bool(
                drafts[a].signature or drafts[a].jump_to or is_date(lines[last]) or marks.signature_of(lines[last].flat)
            ),
            torn=sum(paras[k].open_start + paras[k].open_end for k in held),
            returns=sum(1 for i, j in itertools.pairwise(held) if j != i + 1),
            paragraphs=len(held),
            loosest=min((max((10 * alike[i][j] for j in held if j != i), default=0.0) for i in held), default=0.0),
            style=page.style,
        )
    return Plan(drafts, forms)


def read_groups(page: pair.Page, paras: list[Para], lines: list[Line]) -> list[reunite.Group]:
    """The articles of a page as groups of paragraphs."""
    if not paras:
        return []
    tables = pair.Tables(page)
    pieces = pair.divide(pair.Scores(tables))
    out = []
    for held in takeup.stories(takeup.Evidence(tables, pieces, paras, lines)):
        parts = [pieces[n] for n in held]
        out.append(reunite.Group(tuple(k for p in parts for k in range(p.first, p.last + 1)), parts[0].head))
    return out


def _body_of(
    group: reunite.Group,
    page: pair.Page,
    paras: list[Para],
    shown: list[Block],
    lines: list[Line],
    seen: list[Look],
    forms: list[Form],
) -> list[tuple[str, tuple[int, ...]]]:
    """The paragraphs of an article as lines, in order."""
    heads = {i for b in (page.stacks[group.head] if group.head >= 0 else ()) for i in shown[b].lines}
    while any(i + 1 < len(forms) and forms[i + 1] is Form.BYLINE and i + 1 not in heads for i in heads):
        heads |= {i + 1 for i in heads if i + 1 < len(forms) and forms[i + 1] is Form.BYLINE}
    order = reunite.ordered(group, paras, lines, seen, frozenset(heads))
    body: list[tuple[str, tuple[int, ...]]] = []
    for k in order.paras:
        if k in order.joined and body:
            body[-1] = ("para", body[-1][1] + paras[k].lines)
        else:
            body.append(("para", paras[k].lines))
    return body


def bodies_of(
    groups: dict[int, list[int]],
    paras: list[Para],
    words: Sequence[Counter[str]],
    lines: list[Line],
    forms: list[Form],
    shown: list[Block],
    stacks: Sequence[tuple[int, ...]],
) -> list[titles.Body]:
    """The articles as their headlines see them."""
    return [
        _body(stacks[state] if state >= 0 else (), held, paras, words, lines, forms, shown)
        for state, held in groups.items()
    ]


def _body(
    state: tuple[int, ...],
    held: list[int],
    paras: list[Para],
    words: Sequence[Counter[str]],
    lines: list[Line],
    forms: list[Form],
    shown: list[Block],
) -> titles.Body:
    all_words: Counter[str] = Counter()
    for k in held:
        all_words.update(words[k].keys())
    first, last = paras[held[0]].lines[0], paras[held[-1]].lines[-1]
    before = max((i for i in range(first) if forms[i] in BODY), default=-1)
    behind = next((i for i in range(last + 1, len(forms)) if forms[i] in BODY), len(forms))
    return titles.Body(
        all_words,
        first,
        last,
        state,
        paras[held[0]].column,
        tuple(n for n, b in enumerate(shown) if before < b.lines[0] < first),
        tuple(n for n, b in enumerate(shown) if last < b.lines[0] < behind),
        bool(marks.JUMP_FROM.match(lines[first].flat)),
    )


def _subheads(
    free: list[int],
    shown: list[Block],
    drafts: list[Draft],
    starts: list[tuple[int, int]],
    forms: list[Form],
    seen: list[Look],
) -> list[int]:
    """A free block right before a paragraph that is not its article's first is a subhead; two in a row are one of
    two lines.
    """
    left = []
    runs: dict[int, list[int]] = {}
    for n in free:
        here = shown[n].lines[-1]
        follow = next(((line, a) for line, a in starts if line > here), None)
        if follow is None or any(
            forms[i] not in (Form.DISPLAY, Form.FURNITURE, Form.CREDIT, Form.DUPLICATE)
            for i in range(here + 1, follow[0])
        ):
            left.append(n)
            continue
        line, article = follow
        body = drafts[article].body
        place = next(i for i, (_, held) in enumerate(body) if held[0] == line)
        others = [m for m in range(len(shown)) if m not in free and here < shown[m].lines[0] < line]
        if place == 0 or others or barred(shown[n], seen) > 3:
            left.append(n)
            continue
        runs.setdefault(line, []).append(n)
    for line, members in runs.items():
        article = next(a for first, a in starts if first == line)
        body = drafts[article].body
        place = next(i for i, (_, held) in enumerate(body) if held[0] == line)
        body.insert(place, ("subhead", tuple(i for n in members for i in shown[n].lines)))
    return left


def _pictures(
    free: list[int],
    shown: list[Block],
    pictures: list[Picture],
    drafts: list[Draft],
    heads: Sequence[Counter[str]],
    kin: list[Counter[str]],
    vocabulary: Vocabulary,
    lines: list[Line],
    forms: list[Form],
) -> list[int]:
    """A long caption, or one under a free headline, is a picture story; a short one belongs to the article it
    shares words with.
    """
    left = list(free)
    for picture in pictures:
        text = "".join(lines[i].flat for i in picture.caption)
        if not text:
            near = _nearest(picture.credits[0], drafts)
            if near is not None:
                drafts[near].credits.extend(picture.credits)
            continue
        own = tokens(text)
        # 36 characters: a caption inside an article names the scene; picture news tells it in a sentence or two
        # with date and place.
        if len(text) >= 36:
            best, value = None, 0.0
            for n in left:
                distance = picture.caption[0] - shown[n].lines[-1]
                score = vocabulary.shared(heads[n], own) + (1.5 if distance == 1 else 0.5 if 0 < distance <= 3 else 0.0)
                if score > value:
                    best, value = n, score
            draft = Draft(photo=True, captions=[picture.caption], credits=list(picture.credits))
            if best is not None and value >= 1.0:
                draft.headline = list(shown[best].lines)
                left.remove(best)
            drafts.append(draft)
            kin.append(own)
            continue
        scores = [vocabulary.shared(own, k) for k in kin]
        near = _nearest(picture.caption[0], drafts)
        if near is not None:
            scores[near] += 0.5
        if scores:
            best = max(range(len(scores)), key=scores.__getitem__)
            drafts[best].captions.append(picture.caption)
            drafts[best].credits.extend(picture.credits)
    return left


def _nearest(line: int, drafts: list[Draft]) -> int | None:
    """The article with a body line nearest to a line of the page."""
    best, distance = None, 10**9
    for a, draft in enumerate(drafts):
        for _, held in draft.body:
            for i in (held[0], held[-1]):
                if abs(i - line) < distance:
                    best, distance = a, abs(i - line)
    return best


def _names(free: list[int], shown: list[Block], forms: list[Form]) -> list[int]:
    """Two or three characters alone that are nothing else are a name: the byline of a comment or an essay."""
    left = []
    for n in free:
        # A word that the dictionary knows well is a label, not a name; pen names may be rare words.
        if marks.is_name(shown[n].flat) and frequency(shown[n].flat) < 50 and not shown[n].vertical:
            for i in shown[n].lines:
                forms[i] = Form.BYLINE
        else:
            left.append(n)
    return left


def _stacks(
    owner: dict[int, int],
    mains: list[int],
    free: list[int],
    shown: list[Block],
    drafts: list[Draft],
    heads: Sequence[Counter[str]],
    kin: list[Counter[str]],
) -> None:
    """Every headline takes the free blocks that stand with it as kicker and subtitle; what is left stays furniture."""
    vocabulary = Vocabulary(kin)
    fits = {n: [titles.affinity(heads[n], words, vocabulary) for words in kin] for n in free}
    stacks: dict[int, list[int]] = {}
    for n, a in owner.items():
        stacks.setdefault(a, []).append(n)
    for n in free:
        best, value = None, 0.8
        for a, stack in stacks.items():
            near = any(_touch(shown[n], shown[m]) for m in stack)
            score = fits[n][a] + (0.7 if near else 0.0)
            if score > value:
                best, value = a, score
        if best is not None and len(stacks[best]) < 3:
            stacks[best].append(n)
    for a, stack in stacks.items():
        main = shown[mains[a]].lines[0]
        parts = [part for n in sorted(stack) for part in (shown[n].parts or (shown[n],))]
        kicker, headline, subtitle = titles.split_stack(
            parts, next(k for k, part in enumerate(parts) if part.lines[0] == main)
        )
        drafts[a].kicker = [i for k in kicker for i in parts[k].lines]
        drafts[a].headline = [i for k in headline for i in parts[k].lines]
        drafts[a].subtitle = [i for k in subtitle for i in parts[k].lines]


def _touch(a: Block, b: Block) -> bool:
    return a.lines[-1] + 1 == b.lines[0] or b.lines[-1] + 1 == a.lines[0]
