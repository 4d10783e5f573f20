"""What the pairing sees of a page: its paragraphs, its headline blocks, and what stands between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from newsarchive.segment.articles import pair
from newsarchive.segment.articles.fitness import barred, fitness_of, is_notice
from newsarchive.segment.belonging.bylined import bylines_of
from newsarchive.segment.display.blocks import Block, adjoins
from newsarchive.segment.forms import marks
from newsarchive.segment.forms.corrections import is_sorry, signs_corrections
from newsarchive.segment.forms.forecasts import forecasts, names_sky
from newsarchive.segment.forms.imprint import tells_day
from newsarchive.segment.forms.notices import in_other_words
from newsarchive.segment.forms.offices import is_authority
from newsarchive.segment.kin.seam import Seams
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from newsarchive.segment.lines.line import Line, gap_style
from newsarchive.segment.roles.classified import called
from newsarchive.segment.roles.closings import (
    closes,
    opens_notice,
    paid_respects,
    signs_alone,
    signs_below,
    signs_below_contacts,
)
from newsarchive.segment.roles.contacts import is_contact
from newsarchive.segment.roles.form import BODY, BYLINE, CREDIT, FURNITURE, JUMP, SIGNATURE, Form
from newsarchive.segment.roles.grids import opens_alone
from newsarchive.segment.roles.items import begun_as, bullet_of, placed
from newsarchive.segment.roles.letters import NOTE, answers, is_note
from newsarchive.segment.roles.look import Look
from newsarchive.segment.roles.role import is_date
from newsarchive.segment.sequence.flow import Para, Torn, going_on_elsewhere, other_width, text_of


def page_of(
    lines: list[Line],
    forms: list[Form],
    seen: list[Look],
    paras: list[Para],
    shown: list[Block],
    seams: Seams | None = None,
) -> pair.Page:
    """The page as the pairing sees it; ``seams`` are those of its lines, if they are known."""
    texts = [text_of(p, lines) for p in paras]
    words = [tokens(text) for text in texts]
    seams = seams or Seams(line.flat for line in lines)
    heaps = heaped(forms, shown)
    fitness = [
        fitness_of(n, shown, lines, forms, seen) + (("fit:heap",) if n in heaps else ()) for n in range(len(shown))
    ]
    stacks = stacked(shown)
    vocabulary = Vocabulary(words)
    style = gap_style(lines)
    between = _all_between(lines, forms, seen, paras, shown, seams)
    if style == "any":
        between = _notices_opened(between, texts, [lines[p.lines[0]].gap for p in paras])
    told = going_on_elsewhere(Torn(paras, lines, seen, vocabulary, seams, texts))
    return pair.Page(
        paras=words,
        texts=texts,
        titles=["".join(shown[b].flat for b in stack) for stack in stacks],
        heads=[tokens(in_other_words([shown[b].flat for b in stack], texts)) for stack in stacks],
        between=between,
        fitness=[tuple(dict.fromkeys(name for b in stack for name in fitness[b])) for stack in stacks],
        vocabulary=vocabulary,
        style=style,
        heaped=sum("fit:heap" in f for f in fitness) / max(1, len(shown)),
        closed=bool(paras) and _closed(paras[-1], lines, forms),
        jumps=frozenset(k for k, para in enumerate(paras) if _jumps(para, lines, forms)),
        told=_of_others(told, paras, seen),
        stacks=stacks,
        seams=seams,
        ties=[block.tie for block in shown],
        bylines=bylines_of(lines, forms, seen, paras, shown),
    )


def _all_between(
    lines: list[Line], forms: list[Form], seen: list[Look], paras: list[Para], shown: list[Block], seams: Seams
) -> list[pair.Between]:
    """What stands before every paragraph."""
    news = any(marks.is_roundup(block.flat) for block in shown)
    out = [_between(k, lines, forms, seen, paras, shown, seams, news) for k in range(len(paras))]
    for k in placed([lines[p.lines[0]].flat for p in paras], [bool(b.blocks) for b in out]):
        out[k] = replace(out[k], opens=False, listed=True)
    for k in _signed_items(paras, lines, out) if news else ():
        out[k] = replace(out[k], listed=True)
    return out


def _signed_items(paras: list[Para], lines: list[Line], between: list[pair.Between]) -> list[int]:
    """The paragraphs that are items of short news behind another one, on a page that has a headline for such: each of
    these is short and signed, and nothing stands between them.
    """
    signed = [len(p.lines) <= ITEM_LINES and bool(marks.signature_of(_last_words(p, lines))) for p in paras]
    return [
        k
        for k, here in enumerate(between)
        if k and signed[k - 1] and signed[k] and not (here.blocks or here.byline or here.opens or here.other)
    ]


def _notices_opened(between: list[pair.Between], texts: list[str], gaps: list[bool]) -> list[pair.Between]:
    """What stands before every paragraph, where blank lines part boxes: one that begins as a notice does opens it."""
    return [
        replace(here, opens=True) if gaps[k] and not here.open_start and opens_notice(texts[k : k + NOTICE]) else here
        for k, here in enumerate(between)
    ]


def _of_others(told: Mapping[int, int], paras: list[Para], seen: list[Look]) -> dict[int, int]:
    """The paragraphs that go on with one before them, or with one behind them in an article that opens in between."""
    return {k: end for k, end in told.items() if end < k or any(seen[p.lines[0]].lead for p in paras[k + 1 : end + 1])}


# An interview changes speakers at every paragraph or two.
SPEECHES = 3


def _between(
    k: int,
    lines: list[Line],
    forms: list[Form],
    seen: list[Look],
    paras: list[Para],
    shown: list[Block],
    seams: Seams,
    short_news: bool,
) -> pair.Between:
    para = paras[k]
    first = para.lines[0]
    flat = lines[first].flat
    before_it = [lines[p.lines[0]].flat for p in paras[max(0, k - ITEM_LENGTH) : k]]
    bullet, listed = bullet_of(flat), _listed(before_it, flat)
    before = paras[k - 1] if k else None
    last = before.lines[-1] if before else -1
    # Between most paragraphs nothing stands.
    middle = forms[last + 1 : first]
    blocks = tuple(n for n, b in enumerate(shown) if last < b.lines[0] < first) if middle else ()
    jumps = [lines[i].flat for i, form in enumerate(middle, last + 1) if form is JUMP] if middle else ()
    continued = bool(marks.JUMP_FROM.match(flat)) or any(map(marks.JUMP_FROM.fullmatch, jumps))
    announced = bool(blocks) and shown[blocks[-1]].lines[-1] == first - 1 and is_notice(shown[blocks[-1]])
    # The lead below what the editor says first is that of the same article.
    introduced = bool(before_it) and not blocks and any(map(is_note, before_it[-NOTE:]))
    signing = closes(lines, first) or signs_below(lines, para.lines)
    # Items of short news are signed one by one; what stands behind the last one is none. What stands right behind a
    # correction is no part of it.
    sorry = before is not None and not blocks and is_sorry(lines[last].flat)
    ended = sorry or (before is not None and _closed(before, lines, forms))
    # No other than the paper signs its correction.
    signing = signing and not (sorry and is_authority(flat) and not signs_corrections(flat))
    item = listed and (bool(bullet) or begun_as(flat) == "place")
    behind_items = ended and not item and bool(bullet_of(before_it[-1])) and _listed(before_it[:-1], before_it[-1])
    opens = (
        behind_items
        or continued
        or (seen[first].lead and not introduced)
        or (marks.is_salutation(flat) and not introduced)
        # An answer greets too.
        or (marks.greets(flat) and not any(map(marks.greets, before_it)) and not introduced)
        or (announced and not para.torn_start and len(blocks) < HEAP)
        or (names_sky(flat) and _forecasts(para, before, lines))
        # The first of small advertisements.
        or (not listed and called(flat))
        # The first item of short news on a page that has a headline for them.
        or (short_news and bool(bullet) and not listed)
        or (before is not None and opens_alone(lines, first, (text_of(p, lines) for p in paras[max(0, k - TOLD) : k])))
    )
    torn = para.torn_start or bool(before and before.open_end)
    speaks = bool(marks.speaker(flat))
    bar = sum(barred(shown[n], seen) for n in blocks) + max(0, len(blocks) - 1) * 1.0
    byline = BYLINE in middle
    speech = speaks and any(goes_on_talking(text, flat) for text in before_it[-SPEECHES:])
    return pair.Between(
        opens=opens,
        continued=continued,
        genre=marks.genre(flat),
        # Contacts close a notice, all of them together; who issued it stands below them.
        closed=ended and not (is_contact(flat) or signing or item),
        before_open=before is not None and before.open_end,
        open_start=para.open_start,
        full=para.full_start,
        seam=seams.across(text_of(before, lines), text_of(para, lines)) if before and torn else [],
        blocks=blocks,
        byline=byline,
        other=FURNITURE in middle or CREDIT in middle,
        wider=before is not None and other_width(before, para),
        bar=bar,
        announced=before is not None and lines[before.lines[-1]].flat[-1] in "：:",
        speech=speech,
        first_words=marks.first_words(flat),
        under=lines[para.lines[0]].under,
        listed=introduced
        or listed
        or (speech and not byline and bar <= SUBHEADS)
        # Who issued a notice and its date stand below it.
        or (bool(before_it) and not blocks and signing),
    )


def _forecasts(para: Para, before: Para | None, lines: list[Line]) -> bool:
    """Whether a paragraph is the forecast of the weather, and the one before it no part of it."""
    own, above = (forecasts(text_of(p, lines)) if p else False for p in (para, before))
    return own and not above


def goes_on_talking(before: str, flat: str) -> bool:
    """Whether a paragraph in which somebody speaks may take its turn behind one before it, in which somebody does too:
    who answers a letter speaks once, and what stands behind the answer under 做法： is no answer to it.
    """
    return bool(marks.speaker(before)) and (not answers(before) or answers(flat))


# How much display type that is barred from being a subhead may be for two subheads, see ``fitness.barred``.
SUBHEADS = 3.0
# Paragraphs of a notice, at most.
NOTICE = 8
# Lines of an item of short news that is signed, at most.
ITEM_LINES = 8
# Paragraphs that an item of a list has at most.
ITEM_LENGTH = 4


def _listed(before: list[str], text: str) -> bool:
    """Whether a paragraph is the next item of a list that the paragraphs before are in, or closes it."""
    item = marks.item_of(text)
    if marks.closes_notice(text):
        return any(map(marks.item_of, before))
    if bullet := bullet_of(text):
        return bullet in map(bullet_of, before)
    if called(text):
        return any(map(called, before))
    if form := begun_as(text):
        return form in map(begun_as, before)
    return item is not None and (item[0], item[1] - 1) in map(marks.item_of, before)


# Paragraphs above a table that would speak of what it holds.
TOLD = 4
# Kicker, headline and subtitle.
LARGEST_STACK = 3


def stacked(shown: list[Block]) -> list[tuple[int, ...]]:
    """What may head an article: every block alone, and two or three that follow each other directly."""
    out: list[tuple[int, ...]] = [(n,) for n in range(len(shown))]
    for n in range(len(shown)):
        stack = [n]
        while len(stack) < LARGEST_STACK and stack[-1] + 1 < len(shown):
            if not adjoins(shown[stack[-1]], shown[stack[-1] + 1]):
                break
            stack.append(stack[-1] + 1)
            out.append(tuple(stack))
    return out


def _closed(para: Para, lines: list[Line], forms: list[Form]) -> bool:
    """Whether an article ends with the paragraph: a jump line, a signature, the date of a notice, whom to ask or who
    signs below that says so.
    """
    end = para.lines[-1]
    if is_contact(lines[para.lines[0]].flat) or _jumps(para, lines, forms):
        return True
    signed = end + 1 < len(lines) and forms[end + 1] is SIGNATURE
    signed = signed or bool(marks.signature_of(_last_words(para, lines))) or signs_below_contacts(lines, end)
    signed = signed or paid_respects(lines, end) or (len(para.lines) == 1 and signs_alone(lines, end))
    return signed or is_date(lines[end])


def _last_words(para: Para, lines: list[Line]) -> str:
    """The last line of a paragraph, with the one above if it closes a bracket that is opened there."""
    last = lines[para.lines[-1]].flat
    torn = last[-1] in "）)" and not set(last).intersection("（(") and len(para.lines) > 1
    return lines[para.lines[-2]].flat + last if torn else last


def _jumps(para: Para, lines: list[Line], forms: list[Form]) -> bool:
    """Whether an article goes on on another page behind the paragraph."""
    after = para.lines[-1] + 1
    return after < len(lines) and forms[after] is JUMP and not marks.JUMP_FROM.fullmatch(lines[after].flat)


# So many display blocks with no text between them are headlines collected in one place.
HEAP = 4


def heaped(forms: list[Form], shown: list[Block]) -> set[int]:
    """The display blocks that stand in a heap of blocks."""
    out: set[int] = set()
    run: list[int] = []
    for n, block in enumerate(shown):
        # The date of issue is no headline.
        if tells_day(block.flat):
            continue
        if run and any(forms[i] in BODY for i in range(shown[run[-1]].lines[-1], block.lines[0])):
            run = []
        run.append(n)
        if len(run) >= HEAP:
            out.update(run)
    return out
