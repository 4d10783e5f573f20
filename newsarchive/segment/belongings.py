"""Jump lines, signatures and bylines: to which article each belongs."""

from __future__ import annotations

import re

from newsarchive.model import Kind
from newsarchive.segment import marks
from newsarchive.segment.draft import Draft
from newsarchive.segment.lines import Line
from newsarchive.segment.roles import Form
from newsarchive.segment.writers import Writers


def _owners(drafts: list[Draft]) -> dict[int, int]:
    """The article of every body line."""
    return {i: a for a, draft in enumerate(drafts) for _, held in draft.body for i in held}


def give_jumps(lines: list[Line], forms: list[Form], drafts: list[Draft]) -> None:
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


def give_signatures(forms: list[Form], drafts: list[Draft]) -> None:
    """A name in brackets on a line of its own signs the text above it."""
    owners = _owners(drafts)
    for index, form in enumerate(forms):
        if form is Form.SIGNATURE:
            above = next((owners[i] for i in range(index - 1, -1, -1) if i in owners), None)
            if above is not None:
                drafts[above].signature.append(index)


def give_bylines(lines: list[Line], forms: list[Form], drafts: list[Draft]) -> None:
    """A byline goes where its words tell (writers.py), else to the headline beside it or the first paragraph right
    below; of the rest one that the article names too goes to that, the others in order to the articles that lack one.
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
        return not re.search(r"记者|通讯员|讯|电", words.leads[a])

    words = Writers(lines, drafts)
    told = set()
    for index, form in enumerate(forms):
        # A headline above it and the text of that headline below: there is nothing to be told.
        placed = firsts.get(index + 1)
        if form is Form.BYLINE and (placed is None or placed != {**heads, **subs}.get(_over(index, forms))):
            owner = words.article_of(lines[index].flat, [a for a in range(len(drafts)) if needy(a)])
            if owner is not None:
                drafts[owner].byline.append(index)
                told.add(index)

    waiting = []
    alone = []
    for index, form in enumerate(forms):
        if form is not Form.BYLINE or index in told:
            continue
        if (index and forms[index - 1] is Form.BYLINE) or (index + 1 < len(forms) and forms[index + 1] is Form.BYLINE):
            # Bylines one after the other are a list in the order of the headlines.
            waiting.append(index)
        else:
            alone.append(index)
    # A byline stands below its headline; only one that stands below none is that of what it stands over.
    left = []
    for index in alone:
        above = {**heads, **subs}.get(_over(index, forms))
        owner = next((a for a in (above, firsts.get(index + 1)) if needy(a)), None)
        if owner is None:
            left.append(index)
        else:
            drafts[owner].byline.append(index)
    for index in left:
        near = [a for h, a in heads.items() if 0 < index - h <= 3]
        owner = next((a for a in (head_starts.get(index + 1), lasts.get(index - 1), *near[::-1]) if needy(a)), None)
        if owner is None:
            waiting.append(index)
        else:
            drafts[owner].byline.append(index)
    waiting.sort()
    for index in list(waiting):
        named = [(_names_in(lines[index].flat, draft, lines), a) for a, draft in enumerate(drafts) if needy(a)]
        best = max(named, default=(0, 0))
        if best[0] and [count for count, _ in named].count(best[0]) == 1:
            drafts[best[1]].byline.append(index)
            waiting.remove(index)
    lacking = [a for a in range(len(drafts)) if needy(a)]
    lacking.sort(key=lambda a: (words.length(a) < SHORTEST, (drafts[a].headline or [10**9])[0]))
    for index, a in zip(waiting, lacking, strict=False):
        drafts[a].byline.append(index)


# Characters of a text that has a byline of its own: of shorter ones the lead or a name in brackets tells the writer.
SHORTEST = 100


def _over(index: int, forms: list[Form]) -> int:
    """The line that a byline stands below, furniture between them passed over."""
    above = index - 1
    while above > 0 and forms[above] in (Form.FURNITURE, Form.DUPLICATE):
        above -= 1
    return above


def _names_in(byline: str, draft: Draft, lines: list[Line]) -> int:
    """How often an article names what a byline names: its picture's author, or a correspondent's post (驻柏林记者)."""
    body = "".join(lines[i].flat for _, held in draft.body for i in held)
    credit = "".join(lines[i].flat for i in draft.credits)
    names = [word for word in byline.split() if word in credit]
    return len(names) + sum(body.count(place) for place in marks.posted_to(byline))
