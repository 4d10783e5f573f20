"""What the pairing sees of a page: its paragraphs, its headline blocks, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from newsarchive.model import Kind
from newsarchive.segment.articles import pair
from newsarchive.segment.belonging.bylined import bylines_of
from newsarchive.segment.display.blocks import Block, adjoins
from newsarchive.segment.forms import marks
from newsarchive.segment.forms.imprint import is_folio, tells_day
from newsarchive.segment.forms.kickers import introduces, is_kicker, is_label, may_be_rubric_name
from newsarchive.segment.forms.notices import in_other_words
from newsarchive.segment.forms.offices import is_authority, is_office
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
from newsarchive.segment.roles.grids import opens_alone
from newsarchive.segment.roles.items import begun_as, bullet_of, placed
from newsarchive.segment.roles.letters import NOTE, answers, is_note
from newsarchive.segment.roles.role import BODY, FULL, Form, Look, is_date, slack
from newsarchive.segment.sequence.flow import Para, Torn, going_on_elsewhere, other_width, text_of


def page_of(lines: list[Line], forms: list[Form], seen: list[Look], paras: list[Para], shown: list[Block]) -> pair.Page:
    """The page as the pairing sees it."""
    texts = [text_of(p, lines) for p in paras]
    words = [tokens(text) for text in texts]
    seams = Seams(line.flat for line in lines)
    heaps = heaped(forms, shown)
    fitness = [
        _fitness(n, shown, lines, forms, seen) + (("fit:heap",) if n in heaps else ()) for n in range(len(shown))
    ]
    stacks = stacked(shown)
    vocabulary = Vocabulary(words)
    style = gap_style(lines)
    between = _all_between(lines, forms, seen, paras, shown, seams)
    if style == "any":
        between = _notices_opened(between, texts, [lines[p.lines[0]].gap for p in paras])
    told = going_on_elsewhere(Torn(paras, lines, seen, words, vocabulary, seams))
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
    before = paras[k - 1] if k else None
    last = before.lines[-1] if before else -1
    # Between most paragraphs nothing stands.
    middle = forms[last + 1 : first]
    blocks = tuple(n for n, b in enumerate(shown) if last < b.lines[0] < first) if middle else ()
    continued = bool(marks.JUMP_FROM.match(flat)) or any(
        marks.JUMP_FROM.fullmatch(lines[i].flat) for i, form in enumerate(middle, last + 1) if form is Form.JUMP
    )
    announced = bool(blocks) and shown[blocks[-1]].lines[-1] == first - 1 and is_notice(shown[blocks[-1]])
    # The lead below what the editor says first is that of the same article.
    introduced = bool(before_it) and not blocks and any(map(is_note, before_it[-NOTE:]))
    signing = closes(lines, first) or signs_below(lines, para.lines)
    # Items of short news are signed one by one; what stands behind the last one is none.
    ended = before is not None and _closed(before, lines, forms)
    item = (bool(bullet_of(flat)) or begun_as(flat) == "place") and _listed(before_it, flat)
    behind_items = ended and not item and bool(bullet_of(before_it[-1])) and _listed(before_it[:-1], before_it[-1])
    opens = (
        behind_items
        or continued
        or (seen[first].lead and not introduced)
        or (marks.is_salutation(flat) and not introduced)
        # An answer greets too.
        or (marks.greets(flat) and not any(map(marks.greets, before_it)) and not introduced)
        or (announced and not para.torn_start and len(blocks) < HEAP)
        # The first of small advertisements.
        or (called(flat) and not _listed(before_it, flat))
        # The first item of short news on a page that has a headline for them.
        or (short_news and bool(bullet_of(flat)) and not _listed(before_it, flat))
        or (before is not None and opens_alone(lines, first, [text_of(p, lines) for p in paras[max(0, k - TOLD) : k]]))
    )
    torn = para.torn_start or bool(before and before.open_end)
    speaks = bool(marks.speaker(flat))
    bar = sum(barred(shown[n], seen) for n in blocks) + max(0, len(blocks) - 1) * 1.0
    byline = Form.BYLINE in middle
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
        other=Form.FURNITURE in middle or Form.CREDIT in middle,
        wider=before is not None and other_width(before, para),
        bar=bar,
        announced=before is not None and lines[before.lines[-1]].flat[-1] in "：:",
        speech=speech,
        first_words=marks.first_words(flat),
        listed=introduced
        or _listed(before_it, flat)
        or (speech and not byline and bar <= SUBHEADS)
        # Who issued a notice and its date stand below it.
        or (bool(before_it) and not blocks and signing),
    )


def goes_on_talking(before: str, flat: str) -> bool:
    """Whether a paragraph in which somebody speaks may take its turn behind one before it, in which somebody does too:
    who answers a letter speaks once, and what stands behind the answer under 做法： is no answer to it.
    """
    return bool(marks.speaker(before)) and (not answers(before) or answers(flat))


# How much display type that is barred from being a subhead may be for two subheads, see ``barred``.
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
    signed = end + 1 < len(lines) and forms[end + 1] is Form.SIGNATURE
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
    return after < len(lines) and forms[after] is Form.JUMP and not marks.JUMP_FROM.fullmatch(lines[after].flat)


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


def barred(block: Block, seen: list[Look], *, squeezed: bool = False) -> float:
    """How little a block looks like a subhead: it is wider than a column, set apart, upright, of many lines, what a
    notice says of itself (… 通告), or what short news are called together (简讯). ``squeezed`` measures it with its
    marks squeezed to half.
    """
    bar = 0.3
    if is_notice(block) or marks.is_roundup(block.flat):
        bar += 4.0
    if _wide(block, seen, slack(block.flat) if squeezed else 0.0):
        bar += 4.0
    if block.spaced:
        bar += 2.0
    if block.vertical:
        bar += 5.0
    if len(block.lines) > 2:
        bar += 1.5
    return bar


# That a block is no headline if it is left over.
REST = "fit:rest"
_BRACKETED = re.compile("（[^（）]*）|【[^【】]*】")
_NUMBER_TO_CALL = re.compile(r"\d{3,4}-\d{7,8}|1[3-9]\d{9}")


def is_scrap(flat: str, *, over_text: bool) -> bool:
    """Whether display type that nobody took is a piece of something else: a single character, half of what stood in
    brackets or quotation marks or no more than brackets, figures of a table, what has a full stop inside, a form of
    address above a text, whom to ask and where, the number of the page, a date.
    """
    close = "".join(flat.split())
    half = any(close.count(opened) != close.count(closed) for opened, closed in ("（）", "“”"))
    bare = len(close) == 1 or bool(_BRACKETED.fullmatch(close))
    address = over_text and close[-1] in "：:" and not introduces(close)
    call = is_contact(flat) or bool(_NUMBER_TO_CALL.search(close))
    cells = _FIGURES.findall(close)
    figures = len(cells) >= CELLS and sum(map(len, cells)) >= MOSTLY * len(close)
    return half or bare or address or call or figures or "。" in close[:-1] or is_folio(flat) or tells_day(flat)


def is_none(flat: str) -> bool:
    """Whether display type is no headline wherever it stands: it says nothing in Chinese (CITY LIFE), holds an address
    in the net, or ends with the page where one reads on.
    """
    return not _HAN.search(flat) or bool(_NET.search(flat) or _ELSEWHERE.search(flat))


_HAN, _NET = re.compile("[\u4e00-\u9fff]"), re.compile(r"@[A-Za-z0-9]|www\.|https?:")
_ELSEWHERE = re.compile("(?:[▶►→>》／/…·]|详?见) ?(?:第?[A-Z]?[0-9]{1,2}|第?[一二三四五六七八九十]{1,3})版$")


# What the cells of a table hold, prices and temperatures: so many at least, and two of three characters. A line of a
# headline may be a single figure (1280亿元).
_FIGURES = re.compile("[-+−]?[0-9]+(?:[.．][0-9]+)?(?:[%％℃]|元)?")
CELLS, MOSTLY = 2, 2 / 3


def is_notice(block: Block) -> bool:
    """Whether a block says that what it heads is a notice or an advertisement."""
    return marks.kind_of(block.flat) is Kind.NOTICE or marks.is_own_notice(block.flat)


def _wide(block: Block, seen: list[Look], squeezed: float = 0.0) -> bool:
    """Whether a block is wider than the column it stands in, ``squeezed`` by so many ems."""
    column = max((seen[i].column for i in block.lines), default=0.0)
    return bool(column) and block.width - squeezed > column + FULL


def _signs(n: int, shown: list[Block], lines: list[Line], *, over_text: bool, inside: bool) -> bool:
    """Whether a block is who issued the notice above it, and no headline: every line is an office or a firm, and it
    stands above no text, or they are some, or whom to ask stands right above, or it is an authority with a text
    above (``inside``). Above what a notice is called its issuer begins the headline.
    """
    block = shown[n]
    if not all(is_office(lines[i].flat) for i in block.lines):
        return False
    if n + 1 < len(shown) and adjoins(block, shown[n + 1]) and is_notice(shown[n + 1]):
        return False
    above = shown[n - 1].flat if n and adjoins(shown[n - 1], block) else ""
    if not over_text or len(block.lines) > 1 or bool(above and is_scrap(above, over_text=False)):
        return True
    # What a house or a firm is called may head a text about it, or its advertisement.
    return inside and is_authority(block.flat)


def _fitness(n: int, shown: list[Block], lines: list[Line], forms: list[Form], seen: list[Look]) -> tuple[str, ...]:
    """What about a block, by its own type and what stands beside it, tells a headline from a subhead or a kicker."""
    block = shown[n]
    out = []
    first, after = block.lines[0] - 1, block.lines[-1] + 1
    if after < len(lines) and forms[after] is Form.BYLINE:
        out.append("fit:byline")
    if block.spaced:
        out.append("fit:spaced")
    if block.vertical:
        out.append("fit:vertical")
    if _wide(block, seen):
        out.append("fit:wide")
    if marks.is_pen_name(block.flat):
        out.append("fit:name")
    elif len(block.flat) <= 4:
        out.append("fit:tiny")
    if len(block.lines) > 1:
        out.append("fit:lines")
    if first >= 0 and after < len(lines) and forms[first] in BODY and forms[after] in BODY and not seen[after].lead:
        out.append("fit:inside")
    elif (n and shown[n - 1].lines[-1] == first) or (n + 1 < len(shown) and shown[n + 1].lines[0] == after):
        out.append("fit:stack")
    if block.flat[0] == "—":
        out.append("fit:dash")
    over = n + 1 < len(shown) and shown[n + 1].lines[0] == after
    label = over and is_label(block.flat)
    if is_kicker(block.flat) or (over and may_be_rubric_name(block.flat)) or label:
        out.append("fit:kicker")
    over_text = after < len(lines) and forms[after] in BODY
    inside = over_text and first >= 0 and forms[first] in BODY
    signs = _signs(n, shown, lines, over_text=over_text, inside=inside)
    if not label and (signs or is_scrap(block.flat, over_text=over_text)):
        out.append(REST)
    if block.flat.endswith(("。", "，", "、", "；")):
        out.append("fit:stop")
    barred_from = []
    kind = marks.kind_of(block.flat)
    if marks.is_reply(block.flat):
        # Who answered stands over the answer and never over the letter.
        barred_from = ["letter"]
    elif marks.is_own_notice(block.flat):
        barred_from = ["news", "letter"]
    if kind is Kind.ARTICLE:
        barred_from.append("advertisement")
    elif kind is Kind.ADVERTISEMENT:
        out.append("fit:for advertisement")
    out.extend(f"fit:no {genre}" for genre in barred_from)
    return tuple(out)
