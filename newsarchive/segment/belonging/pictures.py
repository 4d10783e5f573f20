"""Pictures: a story of its own, or part of the article beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from newsarchive.segment.display.blocks import Block
from newsarchive.segment.draft import Draft
from newsarchive.segment.forms.credits import is_titled
from newsarchive.segment.forms.facts import facts
from newsarchive.segment.forms.kickers import is_rubric_name
from newsarchive.segment.kin.vocabulary import HELD, Vocabulary, held_by, held_within, tokens
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.captions import Picture


def taken_by_pictures(
    pictures: Sequence[Picture],
    stacks: Sequence[tuple[int, ...]],
    free: Sequence[int],
    shown: Sequence[Block],
    texts: Sequence[str],
    strange: Callable[[int, int], bool],
    lines: Sequence[Line],
) -> dict[int, int]:
    """The picture stories, by the first lines of their captions, whose headlines heads or subheads of articles were
    made of: a caption holds most of the characters of one and twice as many as the text it was given to, which shares
    no word with it, or more than any text holds of a block that heads none; or a part of them, and no text half as
    many. Of a text counts the most that as many characters in a row hold. ``strange`` says whether a block and a text
    share no word.
    """
    owners = {n: a for a, stack in enumerate(stacks) for n in stack}
    found = []
    for picture in pictures:
        caption = "".join(lines[i].flat for i in picture.caption)
        for n in (*owners, *free) if is_story(caption) else ():
            held, owner = held_by(caption, shown[n].flat), owners.get(n)
            if held < PARTLY or is_rubric_name(shown[n].flat) or len(shown[n].flat) > LONGEST:
                continue
            others = [held_within(text, shown[n].flat, len(caption)) for text in texts]
            most = max(others, default=0.0)
            # What the caption says little of may still be said by nobody else.
            fits = held >= MOSTLY or 2 * most <= held
            fits &= most < held if owner is None else strange(n, owner) and 2 * others[owner] <= held
            if fits:
                found.append((held, picture.caption[0], n))
    out: dict[int, int] = {}
    for _, first, n in sorted(found, reverse=True):
        if first not in out and n not in out.values():
            out[first] = n
    return out


def is_story(caption: str) -> bool:
    """Whether a picture is one of its own by its caption: a long one, or what a work of art is called."""
    return len(caption) >= STORY or is_titled(caption)


# Characters of the caption of a story: one inside an article names the scene, picture news tells it in a sentence or
# two with date and place.
STORY = 36
# The share of the characters of its headline that a caption holds, and that which it holds at least where the headline
# plays with words; characters of the headline of a picture, at most.
MOSTLY, PARTLY, LONGEST = 0.6, 0.4, 14


def give_pictures(
    free: list[int],
    shown: list[Block],
    pictures: list[Picture],
    drafts: list[Draft],
    heads: Sequence[Counter[str]],
    kin: list[Counter[str]],
    vocabulary: Vocabulary,
    lines: list[Line],
    known: Mapping[int, int],
) -> list[int]:
    """A long caption, or one under a free headline, is a picture story; a short one belongs to the article it
    shares words with. ``known`` are headlines of stories, by the first lines of their captions.
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
        if is_story(text):
            best = known.get(picture.caption[0])
            if best is None:
                best = _headline(picture, own, left, shown, heads, vocabulary)
            draft = Draft(photo=True, captions=[picture.caption], credits=list(picture.credits))
            if best is not None:
                draft.headline = list(shown[best].lines)
                left = [n for n in left if n != best]
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


def _headline(
    picture: Picture,
    own: Counter[str],
    left: Sequence[int],
    shown: Sequence[Block],
    heads: Sequence[Counter[str]],
    vocabulary: Vocabulary,
) -> int | None:
    """The left block that shares most words with a caption and stands right above it, or next to none."""
    best, value = None, 0.0
    for n in left:
        distance = picture.caption[0] - shown[n].lines[-1]
        score = vocabulary.shared(heads[n], own) + (1.5 if distance == 1 else 0.5 if 0 < distance <= 3 else 0.0)
        if score > value:
            best, value = n, score
    return best if value >= 1.0 else None


def head_of_picture(
    unused: Sequence[int], shown: Sequence[Block], drafts: Sequence[Draft], lines: Sequence[Line]
) -> None:
    """A picture story without a headline takes of those that nobody took the one of which its caption holds most
    characters: such a headline plays with words and shares few whole ones. The only one left heads the only story left;
    what begins as the caption of an illustration does (图为) is none.
    """
    bare = [draft for draft in drafts if draft.photo and not draft.headline]
    left = [n for n in unused if not is_rubric_name(shown[n].flat)]
    captions = ["".join(lines[i].flat for i in draft.captions[0]) for draft in bare]
    held = {(k, n): held_by(caption, shown[n].flat) for k, caption in enumerate(captions) for n in left}
    for k, n in sorted(held, key=lambda pair: -held[pair]):
        if held[k, n] >= HELD and n in left and not bare[k].headline:
            bare[k].headline = list(shown[n].lines)
            left.remove(n)
    openings = facts()["credit"]["photo_openings"]
    stories = [
        draft
        for draft, caption in zip(bare, captions, strict=True)
        if not draft.headline and not caption.startswith(openings)
    ]
    if len(stories) == len(left) == len(unused) == 1:
        stories[0].headline = list(shown[left[0]].lines)


def _nearest(line: int, drafts: list[Draft]) -> int | None:
    """The article with a body line nearest to a line of the page."""
    best, distance = None, 10**9
    for a, draft in enumerate(drafts):
        for _, held in draft.body:
            for i in (held[0], held[-1]):
                if abs(i - line) < distance:
                    best, distance = a, abs(i - line)
    return best
