"""From paragraphs, display blocks and pictures to articles: who owns what, and as what."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsarchive.model import Kind
from newsarchive.segment import marks, pair, titles
from newsarchive.segment.captions import Picture
from newsarchive.segment.confidence import Signs
from newsarchive.segment.flow import Para
from newsarchive.segment.heads import Block
from newsarchive.segment.lines import Line
from newsarchive.segment.roles import BODY, Form, Look, gap_style, is_date
from newsarchive.segment.vocabulary import Vocabulary, tokens
from newsarchive.text.words import frequency


@dataclass(slots=True)
class Draft:
    """An article in the making; all numbers are indices of lines, ``body`` holds paragraphs and subheads in order."""

    body: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    kicker: list[int] = field(default_factory=list)
    headline: list[int] = field(default_factory=list)
    subtitle: list[int] = field(default_factory=list)
    byline: list[int] = field(default_factory=list)
    signature: list[int] = field(default_factory=list)
    jump_to: list[int] = field(default_factory=list)
    jump_from: list[int] = field(default_factory=list)
    captions: list[tuple[int, ...]] = field(default_factory=list)
    credits: list[int] = field(default_factory=list)
    photo: bool = False
    signs: Signs | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What every line of a page is for; lines in no draft are furniture, or duplicates where ``forms`` says so."""

    drafts: list[Draft]
    forms: list[Form]


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
    words, heads, vocabulary = page.paras, page.heads, page.vocabulary
    path = pair.read(page)
    groups = group(path)
    bodies = bodies_of(groups, paras, words, lines, forms, shown)
    drafts = [Draft(body=[("para", paras[k].lines) for k in held]) for held in groups.values()]
    of_para = {k: a for a, held in enumerate(groups.values()) for k in held}
    starts = sorted((p.lines[0], of_para[k], k) for k, p in enumerate(paras))
    ends = sorted((p.lines[-1], of_para[k], k) for k, p in enumerate(paras))
    kin = [b.words for b in bodies]
    fits = titles.headline_weights(bodies, shown, page.fitness, heads)
    chosen = titles.assign(fits)
    owner = {n: a for a, n in enumerate(chosen) if n >= 0}
    free = [n for n in range(len(shown)) if n not in owner]
    free = _subheads(free, shown, drafts, starts, lines, forms, seen)
    free = _pictures(free, shown, pictures, drafts, heads, kin, vocabulary, lines, forms)
    free = _names(free, shown, drafts, lines, forms, starts, ends)
    _stacks(owner, free, shown, drafts, heads, kin)
    _jumps(lines, forms, drafts)
    _signatures(forms, drafts)
    _bylines(lines, forms, drafts, starts, ends)
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


def group(path: Sequence[int]) -> dict[int, list[int]]:
    """The paragraphs of every article, by the state that stands for it."""
    groups: dict[int, list[int]] = {}
    for k, state in enumerate(path):
        groups.setdefault(state, []).append(k)
    return groups


def bodies_of(
    groups: dict[int, list[int]],
    paras: list[Para],
    words: Sequence[Counter[str]],
    lines: list[Line],
    forms: list[Form],
    shown: list[Block],
) -> list[titles.Body]:
    """The articles as their headlines see them."""
    return [_body(state, held, paras, words, lines, forms, shown) for state, held in groups.items()]


def _body(
    state: int,
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


def page_of(lines: list[Line], forms: list[Form], seen: list[Look], paras: list[Para], shown: list[Block]) -> pair.Page:
    """The page as the pairing sees it."""
    words = [tokens("".join(lines[i].flat for i in p.lines)) for p in paras]
    return pair.Page(
        words,
        [tokens(b.flat) for b in shown],
        [_between(k, lines, forms, seen, paras, shown) for k in range(len(paras))],
        [_fitness(n, shown, lines, forms, seen) for n in range(len(shown))],
        Vocabulary(words),
        gap_style(lines),
    )


def _between(
    k: int, lines: list[Line], forms: list[Form], seen: list[Look], paras: list[Para], shown: list[Block]
) -> pair.Between:
    para = paras[k]
    first = para.lines[0]
    last = max((p.lines[-1] for p in paras if p.lines[-1] < first), default=-1)
    before = paras[k - 1] if k else None
    middle = range(last + 1, first)
    blocks = tuple(n for n, b in enumerate(shown) if last < b.lines[0] < first)
    opens = (
        seen[first].lead
        or marks.is_salutation(lines[first].flat)
        or any(marks.JUMP_FROM.fullmatch(lines[i].flat) for i in middle if forms[i] is Form.JUMP)
    )
    closed = False
    if before:
        end = before.lines[-1]
        after = end + 1
        if after < len(lines) and forms[after] is Form.JUMP and not marks.JUMP_FROM.fullmatch(lines[after].flat):
            closed = True
        if after < len(lines) and forms[after] is Form.SIGNATURE:
            closed = True
        if marks.signature_of(lines[end].flat) or is_date(lines[end]):
            closed = True
    wider = bool(before and before.column and para.column and abs(before.column - para.column) > 1.3)
    bar = sum(_bar(shown[n], seen) for n in blocks) + max(0, len(blocks) - 1) * 1.0
    torn = para.open_start or bool(before and before.open_end)
    byline = any(forms[i] is Form.BYLINE for i in middle)
    other = any(forms[i] in (Form.FURNITURE, Form.CREDIT) for i in middle)
    return pair.Between(opens, closed, torn, blocks, byline, other, wider, bar, marks.first_words(lines[first].flat))


def _bar(block: Block, seen: list[Look]) -> float:
    """How little a block looks like a subhead: it is wider than a column, set apart, upright, or of many lines."""
    bar = 0.3
    column = max((seen[i].column for i in block.lines), default=0.0)
    if column and block.width > column + 0.6:
        bar += 4.0
    if block.spaced:
        bar += 2.0
    if block.vertical:
        bar += 5.0
    if len(block.lines) > 2:
        bar += 1.5
    return bar


def _fitness(n: int, shown: list[Block], lines: list[Line], forms: list[Form], seen: list[Look]) -> tuple[str, ...]:
    """What about a block, by its own type and what stands beside it, tells a headline from a subhead or a kicker."""
    block = shown[n]
    out = []
    first, after = block.lines[0] - 1, block.lines[-1] + 1
    column = max((seen[i].column for i in block.lines), default=0.0)
    if after < len(lines) and forms[after] is Form.BYLINE:
        out.append("fit:byline")
    if block.spaced:
        out.append("fit:spaced")
    if block.vertical:
        out.append("fit:vertical")
    if column and block.width > column + 0.6:
        out.append("fit:wide")
    if len(block.flat) <= 4:
        out.append("fit:tiny")
    if len(block.lines) > 1:
        out.append("fit:lines")
    if first >= 0 and after < len(lines) and forms[first] in BODY and forms[after] in BODY:
        out.append("fit:inside")
    elif (n and shown[n - 1].lines[-1] == first) or (n + 1 < len(shown) and shown[n + 1].lines[0] == after):
        out.append("fit:stack")
    if block.flat[0] == "—":
        out.append("fit:dash")
    if marks.is_kicker(block.flat):
        out.append("fit:kicker")
    if block.flat.endswith(("。", "，", "、", "；")):
        out.append("fit:stop")
    return tuple(out)


def _subheads(
    free: list[int],
    shown: list[Block],
    drafts: list[Draft],
    starts: list[tuple[int, int, int]],
    lines: list[Line],
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
        follow = next(((line, a, k) for line, a, k in starts if line > here), None)
        if follow is None or any(
            forms[i] not in (Form.DISPLAY, Form.FURNITURE, Form.CREDIT, Form.DUPLICATE)
            for i in range(here + 1, follow[0])
        ):
            left.append(n)
            continue
        line, article, _ = follow
        body = drafts[article].body
        place = next(i for i, (_, held) in enumerate(body) if held[0] == line)
        others = [m for m in range(len(shown)) if m not in free and here < shown[m].lines[0] < line]
        if place == 0 or others or _bar(shown[n], seen) > 3:
            left.append(n)
            continue
        runs.setdefault(line, []).append(n)
    for line, members in runs.items():
        article = next(a for first, a, _ in starts if first == line)
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


def _names(
    free: list[int],
    shown: list[Block],
    drafts: list[Draft],
    lines: list[Line],
    forms: list[Form],
    starts: list[tuple[int, int, int]],
    ends: list[tuple[int, int, int]],
) -> list[int]:
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
    free: list[int],
    shown: list[Block],
    drafts: list[Draft],
    heads: Sequence[Counter[str]],
    kin: list[Counter[str]],
) -> None:
    """Every headline takes the free blocks that stand with it as kicker and subtitle; what is left stays furniture."""
    vocabulary = Vocabulary(kin)
    fits = {n: [titles.affinity(heads[n], words, vocabulary) for words in kin] for n in free}
    stacks = {a: [n] for n, a in owner.items() if not drafts[a].photo}
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
        main = shown[stack[0]].lines[0]
        parts = [part for n in sorted(stack) for part in (shown[n].parts or (shown[n],))]
        kicker, headline, subtitle = titles.split_stack(
            parts, next(k for k, part in enumerate(parts) if part.lines[0] == main)
        )
        drafts[a].kicker = [i for k in kicker for i in parts[k].lines]
        drafts[a].headline = [i for k in headline for i in parts[k].lines]
        drafts[a].subtitle = [i for k in subtitle for i in parts[k].lines]


def _touch(a: Block, b: Block) -> bool:
    return a.lines[-1] + 1 == b.lines[0] or b.lines[-1] + 1 == a.lines[0]


def _owners(drafts: list[Draft]) -> dict[int, int]:
    """The article of every body line."""
    return {i: a for a, draft in enumerate(drafts) for _, held in draft.body for i in held}


def _jumps(lines: list[Line], forms: list[Form], drafts: list[Draft]) -> None:
    """上接 belongs to the text below it, 下转 to the text above it."""
    owners = _owners(drafts)
    for index, form in enumerate(forms):
        if form is not Form.JUMP:
            continue
        if marks.JUMP_FROM.fullmatch(lines[index].flat):
            below = next((owners[i] for i in range(index + 1, len(lines)) if i in owners), None)
            if below is not None:
                drafts[below].jump_from.append(index)
        else:
            above = next((owners[i] for i in range(index - 1, -1, -1) if i in owners), None)
            if above is not None:
                drafts[above].jump_to.append(index)


def _signatures(forms: list[Form], drafts: list[Draft]) -> None:
    """A name in brackets on a line of its own signs the text above it."""
    owners = _owners(drafts)
    for index, form in enumerate(forms):
        if form is Form.SIGNATURE:
            above = next((owners[i] for i in range(index - 1, -1, -1) if i in owners), None)
            if above is not None:
                drafts[above].signature.append(index)


def _bylines(
    lines: list[Line],
    forms: list[Form],
    drafts: list[Draft],
    starts: list[tuple[int, int, int]],
    ends: list[tuple[int, int, int]],
) -> None:
    """Bylines beside a headline or right before a first paragraph go there; the rest in order to the articles that
    lack one.
    """
    firsts = {d.body[0][1][0]: a for a, d in enumerate(drafts) if d.body}
    lasts = {d.body[-1][1][-1]: a for a, d in enumerate(drafts) if d.body}
    heads = {d.headline[-1]: a for a, d in enumerate(drafts) if d.headline}
    subs = {d.subtitle[-1]: a for a, d in enumerate(drafts) if d.subtitle}
    head_starts = {(d.kicker or d.headline)[0]: a for a, d in enumerate(drafts) if d.headline}

    def needy(a: int | None) -> bool:
        if a is None:
            return False
        draft = drafts[a]
        if draft.byline or draft.signature or draft.photo:
            return False
        if draft.jump_from or marks.kind_of("".join(lines[i].flat for i in draft.headline)) is not Kind.ARTICLE:
            return False
        first = lines[draft.body[0][1][0]].flat if draft.body else ""
        return not re.search(r"记者|通讯员|讯|电", marks.lead_of(first))

    waiting = []
    for index, form in enumerate(forms):
        if form is not Form.BYLINE:
            continue
        if (index and forms[index - 1] is Form.BYLINE) or (index + 1 < len(forms) and forms[index + 1] is Form.BYLINE):
            # Bylines one after the other are a list in the order of the headlines.
            waiting.append(index)
            continue
        above = {**heads, **subs}.get(index - 1)
        below = firsts.get(index + 1)
        ended = lasts.get(index - 1)
        over = head_starts.get(index + 1)
        for a in (below if below == above else None, above, below, over, ended):
            if needy(a):
                drafts[a].byline.append(index)  # type: ignore[index]
                break
        else:
            near = [a for h, a in heads.items() if 0 < index - h <= 3 and needy(a)]
            if near:
                drafts[near[-1]].byline.append(index)
            else:
                waiting.append(index)
    for index in waiting:
        order = sorted((a for a in range(len(drafts)) if needy(a)), key=lambda a: (drafts[a].headline or [10**9])[0])
        if order:
            drafts[order[0]].byline.append(index)
