"""From the plan to the articles and stretches that the archive stores."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.model import Article, Kind, Role, Segmentation, Stretch
from newsarchive.segment.confidence import confidence
from newsarchive.segment.draft import Draft, Plan
from newsarchive.segment.forms import marks
from newsarchive.segment.forms.leads import tells_writer
from newsarchive.segment.forms.signers import is_source
from newsarchive.segment.lines import join
from newsarchive.segment.lines.line import Line, fold
from newsarchive.segment.roles.form import DUPLICATE
from newsarchive.segment.roles.letters import NOTE, is_note
from newsarchive.segment.roles.verse import is_stanza

# A caption of its own is one paragraph beside a credit: 30 of 34 are right on the pages that weights are learned from.
PHOTO_CONFIDENCE = 0.88

# start, end, role, article, reason
Cut = tuple[int, int, Role, int | None, str]


def assemble(text: str, lines: list[Line], plan: Plan) -> Segmentation:
    """Make the articles and account for every character of the text."""
    cuts: dict[int, list[Cut]] = {}
    articles = []
    order = sorted(range(len(plan.drafts)), key=lambda a: first_line(plan.drafts[a]))
    for number, a in enumerate(order):
        articles.append(_article(text, lines, plan.drafts[a], number, cuts))
    for index, line in enumerate(lines):
        if index in cuts:
            continue
        form = plan.forms[index]
        if form is DUPLICATE:
            cuts[index] = [(line.start, line.end, Role.DUPLICATE, None, "the same line stands just before it")]
        else:
            cuts[index] = [(line.start, line.end, Role.FURNITURE, None, "belongs to no article")]
    return Segmentation(tuple(articles), tuple(cover(text, sorted(c for held in cuts.values() for c in held))))


def first_line(draft: Draft) -> int:
    """Where an article stands on the page: its headline, else its first line."""
    if draft.headline:
        return draft.headline[0]
    return draft.body[0][1][0] if draft.body else draft.captions[0][0]


def _shown(text: str, line: Line) -> list[str]:
    return [part for part in text[line.start : line.end].splitlines() if part.strip()]


def _all(text: str, lines: list[Line], held: list[int] | tuple[int, ...]) -> list[str]:
    return [part for i in held for part in ([lines[i].flat] if lines[i].vertical else _shown(text, lines[i]))]


def _article(text: str, lines: list[Line], draft: Draft, number: int, cuts: dict[int, list[Cut]]) -> Article:
    def mark(held: list[int] | tuple[int, ...], role: Role, reason: str) -> None:
        for i in held:
            cuts[i] = [(lines[i].start, lines[i].end, role, number, reason)]

    mark(draft.kicker, Role.KICKER, "display type beside the headline")
    mark(draft.headline, Role.HEADLINE, "display type that fits this article best")
    mark(draft.subtitle, Role.SUBTITLE, "display type after the headline")
    mark(draft.byline, Role.BYLINE, "names a writer")
    # Who signs an item of short news signs no other: all names stay with their texts.
    several = _several_signed(lines, draft)
    mark(draft.signature, *((Role.BODY, "text of the column") if several else (Role.SIGNATURE, SIGNED)))
    mark([*draft.jump_to, *draft.jump_from], Role.JUMP, "points to another page")
    mark(draft.credits, Role.CREDIT, "names who took the picture")
    jump_to = next(
        (marks.page_label(m.group(1)) for i in draft.jump_to if (m := marks.JUMP_TO.search(lines[i].flat))), ""
    )
    jump_from = next(
        (marks.page_label(m.group(1)) for i in draft.jump_from if (m := marks.JUMP_FROM.search(lines[i].flat))), ""
    )
    signed = () if several else draft.signature
    signature = _named([lines[i].flat for i in signed])
    body: list[str] = []
    subheads: list[str] = []
    lead = ""
    for place, (what, held) in enumerate(draft.body):
        if what == "subhead":
            mark(held, Role.SUBHEAD, "display type inside the body, as narrow as its column")
            subheads.append(join.display(_all(text, lines, held)))
            body.append(subheads[-1])
            continue
        mark(held, Role.BODY, "text of the column")
        parts = _all(text, lines, held)
        opening = _JUMP_FIRST.match(parts[0])
        if opening and opening.end() < len(parts[0]):
            jump_from = jump_from or marks.page_label(opening.group(1))
            first = lines[held[0]]
            cut = first.start + text[first.start : first.end].index(parts[0]) + opening.end()
            cuts[held[0]] = [
                (first.start, cut, Role.JUMP, number, "points to another page"),
                (cut, first.end, Role.BODY, number, "text of the column"),
            ]
            parts[0] = parts[0][opening.end() :]
        if place == len(draft.body) - 1:
            found = None if signature or several else _signed(parts)
            if found:
                signature, part, at = found
                # The line that holds the part, and those below it; glued lines hold several parts.
                line = held[-1] if len(_all(text, lines, held[-1:])) > len(parts) - part - 1 else held[-2]
                first = lines[line]
                cut = first.start + text[first.start : first.end].rindex(parts[part]) + at
                *rest, (begin, _, *_) = cuts[line]
                cuts[line] = [
                    *rest,
                    (begin, cut, Role.BODY, number, "text of the column"),
                    (cut, first.end, Role.SIGNATURE, number, SIGNED),
                ]
                if line != held[-1]:
                    mark(held[-1:], Role.SIGNATURE, SIGNED)
                parts = [*parts[:part], parts[part][:at]]
        if is_stanza([lines[i] for i in held]):
            # Every line of a poem stands by itself.
            body.extend(join.prose([part]) for part in parts)
            continue
        paragraph = join.prose(parts)
        if not body or (not lead and is_note(body[0]) and len(body) <= NOTE):
            lead = _lead(parts)
            paragraph = _spaced_lead(paragraph, lead)
        body.append(paragraph)
    if several and draft.signature and body:
        body[-1] += join.prose(_all(text, lines, draft.signature))
    captions = []
    for held in draft.captions:
        mark(held, Role.BODY if draft.photo else Role.CAPTION, "the text under a picture")
        captions.append(join.prose(_all(text, lines, held)))
    credits = [re.sub(r"^[（(]|[）)]$", "", join.byline(lines[i].flat)) for i in draft.credits]
    byline = " ".join(join.byline(lines[i].flat) for i in draft.byline)
    signature = join.byline(signature)
    if not byline:
        byline = re.sub(r"[:：]$", "", lead) if tells_writer(lead) else "" if is_source(signature) else signature
    headline = join.display(_all(text, lines, draft.headline))
    kind = Kind.PHOTO if draft.photo else marks.kind_of(headline)
    return Article(
        kind=kind,
        kicker=join.display(_all(text, lines, draft.kicker)),
        headline=headline,
        subtitle=join.display(_all(text, lines, draft.subtitle)),
        byline=byline,
        lead=lead,
        body=tuple(captions if draft.photo else body),
        signature=signature,
        subheads=tuple(subheads),
        captions=tuple(captions),
        credits=tuple(credits),
        jump_to=jump_to,
        jump_from=jump_from,
        confidence=confidence(draft.signs) if draft.signs else PHOTO_CONFIDENCE,
    )


_JUMP_FIRST = re.compile(r"\s*" + marks.JUMP_FROM.pattern)
SIGNED = "a name in brackets at the end"


def _named(signed: Sequence[str]) -> str:
    """The name in brackets on one of some lines, or on two together."""
    own = next((found.group(1) for flat in signed if (found := marks.signature_of(flat))), "")
    return own or (marks.torn_signature(signed[0], signed[1]) if len(signed) == TWO_LINES else "")


TWO_LINES = 2


def _several_signed(lines: list[Line], draft: Draft) -> bool:
    """Whether a paragraph of an article above its last one ends with a name in brackets, as items of short news do; who
    asks is named behind his question.
    """
    ends = ("".join(lines[i].flat for i in held[-2:]) for what, held in draft.body[:-1] if what != "subhead")
    signed = ((end, marks.signature_of(end)) for end in ends)
    return any(found and not end[: found.start()].endswith("？") for end, found in signed)


def _signed(parts: list[str]) -> tuple[str, int, int] | None:
    """The name in brackets behind the last sentence of a text given by its lines, the number of the line on which the
    bracket begins, the last or the one before it, and where on that line.
    """
    for part in range(len(parts) - 1, max(-1, len(parts) - 3), -1):
        found = re.search(r"[ 　]*[（(][^（）()]*[）)]?\s*$", parts[part])
        shut = found is not None and found.start() > 0 and len(found.group()) <= LONGEST_SIGNATURE
        # What a bracket signs the character before it tells too.
        begin = max(0, found.start() - 1) if found else 0
        signed = marks.signature_of(fold("".join([parts[part][begin:], *parts[part + 1 :]]))) if shut else None
        if found and signed:
            return signed.group(1), part, found.start()
    return None


# Characters of a signature: a place of work and names.
LONGEST_SIGNATURE = 40


def _lead(parts: list[str]) -> str:
    """The lead that a paragraph begins with. A justified line may be set so wide that its words are torn (记 者甲 乙):
    then the lead is longer once the blanks are closed.
    """
    spaced = marks.lead_of(" ".join("".join(parts[:3]).split()))
    closed = marks.lead_of(join.prose(parts[:3]))
    return closed if len(closed) > len("".join(spaced.split())) else spaced


def _spaced_lead(paragraph: str, lead: str) -> str:
    """The paragraph with the blanks of its lead put back, which ``join.prose`` takes out between Han: 本报讯
    （记者 甲乙） 昨日 …
    """
    close = re.sub(r"\s", "", lead)
    if not lead or not paragraph.startswith(close):
        return paragraph
    # 记者甲乙从某局获悉: the lead ends within a sentence.
    within = lead[-1] in "：:" or re.search(r"(?:记者|通讯员|实习生)\s*[\u4e00-\u9fff]{2,3}$", lead)
    return lead + ("" if within else " ") + paragraph[len(close) :]


_LINE_END = re.compile(r"[^\S\n]*\n?")


def cover(text: str, cuts: list[Cut]) -> list[Stretch]:
    """Stretches over the whole text: every cut takes the end of its line, what lies between is blank."""
    out: list[Stretch] = []
    at = 0
    for index, (start, end, role, article, reason) in enumerate(cuts):
        if start > at:
            out.append(Stretch(at, start, Role.BLANK, None, "blank"))
        follow = cuts[index + 1][0] if index + 1 < len(cuts) else len(text)
        if text.startswith("\n", end, follow):
            stop = end + 1
        else:
            close = _LINE_END.match(text, end, follow)
            stop = close.end() if close else end
        out.append(Stretch(start, stop, role, article, reason))
        at = stop
    if at < len(text):
        out.append(Stretch(at, len(text), Role.BLANK, None, "blank"))
    return out
