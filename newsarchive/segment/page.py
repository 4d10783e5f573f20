"""From the text of a page to its articles: the steps in order."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace
from functools import cached_property, partial

from newsarchive.model import Article, Segmentation, Stretch
from newsarchive.segment import assemble
from newsarchive.segment.display.blocks import Block, blocks
from newsarchive.segment.display.merged import part_merged, topics_moved
from newsarchive.segment.draft import Plan
from newsarchive.segment.heads import heads_apart
from newsarchive.segment.lines import gluing
from newsarchive.segment.lines.line import Line, split
from newsarchive.segment.lines.parted import copies_parted, parted, run_in_bylines
from newsarchive.segment.lines.rewrapped import rewrapped
from newsarchive.segment.lines.setting import AS_IT_IS, Setting
from newsarchive.segment.lines.traditional import in_simplified, put_back
from newsarchive.segment.lines.typed import as_typed
from newsarchive.segment.plan import plan_articles
from newsarchive.segment.roles import captions, mends, role
from newsarchive.segment.roles.form import DISPLAY, Form
from newsarchive.segment.roles.look import Look
from newsarchive.segment.sequence import abreast, columns, crossed, flow, pieces
from newsarchive.segment.sequence.swapped import closed_last

__all__ = ["segment"]


# A printed page has up to about a thousand lines; a longer text is no page and is read in parts, so that time
# grows with its length.
MOST_LINES = 1500
_GUTTER = re.compile(r"(?<=\S)[ \t　]{2,}(?=\S)")


def segment(text: str, setting: Setting = AS_IT_IS) -> Segmentation:
    """Reconstruct the articles of a page.

    ``text`` is the page after cleaning (a raw dump works too), ``setting`` how its lines were set before it (see
    ``setting.setting_of``). The stretches of the result are in order, touch and cover the whole text, whatever it is;
    no text raises an exception, and time grows in proportion to the length.
    """
    cut = parts(text)
    if len(cut) == 1:
        return _segment_part(text, setting)
    articles: list[Article] = []
    stretches: list[Stretch] = []
    for start, end in cut:
        before = text.count("\n", 0, start)
        made = _segment_part(text[start:end], setting.behind(before))
        for s in made.stretches:
            article = None if s.article is None else s.article + len(articles)
            stretches.append(Stretch(s.start + start, s.end + start, s.role, article, s.reason))
        articles.extend(made.articles)
    return Segmentation(tuple(articles), tuple(stretches))


def parts(text: str) -> list[tuple[int, int]]:
    """Cut a text of more than ``MOST_LINES`` lines, if possible at a blank line; a page stays whole. What stands behind
    a gutter is a line too.
    """
    # A gutter takes two blanks: of most pages that is all there is to ask.
    if text.count("\n") + sum(map(text.count, " \t　")) // 2 <= MOST_LINES:
        return [(0, len(text))] if text else []
    ends = [m.end() for m in re.finditer(r"\n", text)]
    gutters = [m.end() for m in _GUTTER.finditer(text)]
    printed = [n + bisect.bisect(gutters, end) for n, end in enumerate(ends, 1)]
    out: list[tuple[int, int]] = []
    start = line = before = 0
    while printed and printed[-1] - before > MOST_LINES:
        stop = min(bisect.bisect(printed, before + MOST_LINES, line), len(ends) - 1)
        blank = next((k for k in range(stop, (line + stop) // 2, -1) if ends[k] - ends[k - 1] == 1), stop)
        out.append((start, ends[blank]))
        start, line, before = ends[blank], blank + 1, printed[blank]
    if start < len(text):
        out.append((start, len(text)))
    return out


def _segment_part(text: str, setting: Setting) -> Segmentation:
    plain = in_simplified(text)
    made = _segment_plain(plain, setting)
    if plain == text:
        return made
    return replace(made, articles=tuple(put_back(article, plain, text) for article in made.articles))


def _segment_plain(text: str, setting: Setting) -> Segmentation:
    typed = as_typed(text)
    read = read_page(typed, setting)
    plan = _planned(read)
    if plan.halves:
        read = reread(heads_apart.halved(read.lines, plan.halves, typed), typed)
        plan = _planned(read)
    ordered = columns.in_reading_order(read.lines, read.forms, read.seen, plan.heads())
    if ordered is not None:
        read = reread(ordered, typed)
        plan = _planned(read)
        for draft in plan.drafts:
            draft.signs = draft.signs and replace(draft.signs, reordered=True)
    return assemble.assemble(text, read.lines, plan)


def _planned(read: Reading) -> Plan:
    # Planning tells more of the lines than reading did; what was read stays as it is.
    seams = read.torn.seams
    plan = plan_articles(read.lines, list(read.forms), read.seen, read.paras, read.blocks, read.pictures, seams)
    if not plan.misread and not plan.anew:
        return plan
    forms = [DISPLAY if i in plan.misread else form for i, form in enumerate(read.forms)]
    drawn = [replace(line, part=True) if i in plan.anew else line for i, line in enumerate(read.lines)]
    read = Reading(drawn, forms, read.seen, read.pictures)
    return plan_articles(read.lines, list(forms), read.seen, read.paras, read.blocks, read.pictures, seams)


@dataclass(frozen=True)
class Reading:
    """The lines of a page with their forms and what was seen in them. What they make up is found when it is asked for:
    of lines that are put into another order nobody asks it.
    """

    lines: list[Line]
    forms: list[Form]
    seen: list[Look]
    pictures: list[captions.Picture]

    @cached_property
    def torn(self) -> flow.Torn:
        """The fragments of the text."""
        return flow.torn_fragments(self.lines, self.forms, self.seen)

    @cached_property
    def paras(self) -> list[flow.Para]:
        """The paragraphs."""
        return flow.paragraphs(self.torn)

    @cached_property
    def blocks(self) -> list[Block]:
        """The display blocks."""
        return blocks(self.lines, self.forms, self.torn.seams)


def read_page(text: str, setting: Setting = AS_IT_IS) -> Reading:
    """From text to lines in the order of reading with their forms, before any article is made."""
    drawn = parted(rewrapped(split(text, setting), text))
    read = reread(gluing.glue(run_in_bylines(copies_parted(drawn)), text), text)
    ordered = pieces.in_order(read.lines, read.forms, read.torn)
    read = read if ordered is None else reread(ordered, text)
    ordered = crossed.in_columns(read.lines, read.forms, read.torn)
    read = read if ordered is None else reread(ordered, text)
    ordered = abreast.over_texts(read.lines, read.forms, read.seen)
    return read if ordered is None else reread(ordered, text)


def reread(drawn: list[Line], text: str) -> Reading:
    """Read lines of a text, in the order given."""
    forms, seen = role.read(drawn)
    for put_right in (
        partial(abreast.told_apart, text=text),
        partial(part_merged, text=text),
        topics_moved,
        closed_last,
    ):
        changed = put_right(drawn, forms)
        if changed != drawn:
            drawn = changed
            forms, seen = role.read(drawn)
    forms = mends.mended(drawn, forms, seen)
    forms, pictures = captions.find(drawn, forms, seen)
    return Reading(drawn, forms, seen, pictures)


def heads_found(read: Reading) -> list[int]:
    """The lines that are heads of articles when a page is read as it stands."""
    return _planned(read).heads()
