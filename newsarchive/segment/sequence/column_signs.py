"""What shows, in a page painted column by column, where an article is left at the foot of a column and taken up again.

Everything is said of the lines of running text, which are numbered from 0 in the order of the dump. How much each sign
counts is in weights.COLUMN.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property
from operator import itemgetter

from newsarchive.segment.forms import marks
from newsarchive.segment.forms.facts import facts
from newsarchive.segment.kin.seam import Seams
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from newsarchive.segment.lines.line import SENTENCE_END, Line, ems, has_gaps, local_widths, widths_before
from newsarchive.segment.roles.form import BODY, BYLINE, DISPLAY, DUPLICATE, JUMP, ON, SIGNATURE, START, Form
from newsarchive.segment.roles.look import Look
from newsarchive.segment.roles.role import WHOLE, is_date
from newsarchive.segment.weights import COLUMN, Features, weighed

# Lines to each side over which the width of a column is measured: a piece of an article may have no more.
REACH = 5
# Lines whose words tell of what a text goes on to speak.
AHEAD = 6
# The weight of so many rare words shared says all there is to say.
PLENTY = 5.0
# Lines of an article after which its words are known.
KNOWN = 10

# Lines that have words, and what the words weigh that just these lines have.
Held = list[tuple[tuple[int, ...], float]]


class ColumnSigns:
    """The signs of one page. ``heads`` are the lines that a first reading took for the heads of articles."""

    def __init__(
        self, lines: Sequence[Line], forms: Sequence[Form], seen: Sequence[Look], heads: Iterable[int]
    ) -> None:
        self.lines, self.seen, self.heads = lines, seen, frozenset(heads)
        self.forms = texts_read_as_heads(lines, forms)
        self.body = [i for i, form in enumerate(self.forms) if form in BODY]
        self.style = "gappy" if has_gaps(lines) else "tight"
        widths = [*local_widths([lines[i] for i in self.body], REACH), (0.0, 0.0, 0.0)]
        self._before = [widths[b + 1][1] or widths[b][0] or widths[b][2] for b in range(len(self.body))]
        self._from = [widths[b][2] or widths[b][0] or widths[b][1] for b in range(len(self.body))]
        self.ends = [self._end(b) for b in range(len(self.body))]
        self.starts = [self._start(b) for b in range(len(self.body))]
        self.follows = cache(self._follows)
        # What the end of a line before a line tells, by how the one ends and by the line.
        ends = sorted(set(self.ends))
        kinds = [(self.starts[b], str(self.forms[i])) for b, i in enumerate(self.body)]
        met = {
            kind: {end: sum(COLUMN.get(f"{end}>{start}", 0.0) for start in kind) for end in ends} for kind in set(kinds)
        }
        self._met = [met[kind] for kind in kinds]
        self.begins = cache(self._begins)
        self.place = cache(self._place)
        self._ahead = cache(self._words_ahead)
        self._above = cache(self._words_above)
        self._shares: dict[tuple[int, object], dict[int, float]] = {}

    def _end(self, b: int) -> str:
        """How a line ends: inside a sentence or not, and whether it fills its column."""
        i = self.body[b]
        line = self.lines[i]
        if is_date(line) or (i + 1 < len(self.lines) and is_date(self.lines[i + 1])) or self.signed(b):
            return "stop short"
        indent = 2.0 if self.forms[i] is START else 0.0
        room = min(self._room(b, self._before[b]), self._room(b, self.seen[i].column) if self._fits(i) else 99.0)
        fill = "short" if room - indent > 1.6 else "full"
        if SENTENCE_END.search(line.flat):
            return f"stop {fill}"
        return f"open {fill}" if unfinished(line) else "pause"

    def _start(self, b: int) -> str:
        """How a line begins, by the room that it leaves: at the edge of its column, or two ems from it."""
        look = self.seen[self.body[b]]
        if look.lead:
            return "lead"
        if not self._from[b]:
            return "unknown"
        room = self._room(b, self._from[b])
        if self.forms[self.body[b]] is ON and self._fits(self.body[b]):
            # Marks squeezed to half make lines of other widths: what fills either measure fills its column.
            room = min(room, self._room(b, look.column))
        if room <= 0.6:
            return "either" if 1.4 < self._room(b, look.column) <= 2.6 else "flush"
        return "either" if room <= 1.4 else "indent" if room <= 2.6 else "short"

    def _fits(self, i: int) -> bool:
        """Whether a line may stand in the column measured around it."""
        return self.seen[i].column > self.lines[i].width - 1.0

    def _room(self, b: int, column: float) -> float:
        """The ems that a line leaves of a column, less those that a number or word on the next line did not find."""
        i = self.body[b]
        room = max(0.0, column - self.lines[i].width) if column else 0.0
        if b + 1 < len(self.body) and self.body[b + 1] == i + 1:
            whole = WHOLE.match(self.lines[i + 1].flat)
            room = max(0.0, room - ems(whole.group())) if whole else room
        return room

    def signed(self, b: int) -> bool:
        """Whether the names that sign an article end the line; a reporter in a lead signs nothing."""
        found = marks.signature_of(self.lines[self.body[b]].flat)
        return bool(found and not re.search("记者|通讯员", found.group()))

    def ended(self, b: int) -> bool:
        """Whether an article ends with the line: it is signed, or a signature or a jump line stands behind it."""
        after = (f for f in self.forms[self.body[b] + 1 :] if f is not DUPLICATE)
        return self.signed(b) or next(after, None) in (JUMP, SIGNATURE)

    def between(self, b: int) -> range:
        """The lines that are no text between line ``b`` of the text and the one before."""
        return range(self.body[b - 1] + 1, self.body[b])

    def shown(self, b: int) -> list[int]:
        """The display lines among them."""
        return [k for k in self.between(b) if self.forms[k] is DISPLAY]

    def byline_above(self, b: int) -> bool:
        """Whether a byline stands there that no display type precedes: that of an article taken up at a column head."""
        first = next((k for k in self.between(b) if self.forms[k] in (DISPLAY, BYLINE)), None)
        return first is not None and self.forms[first] is BYLINE

    def _place(self, b: int) -> str:
        """What parts line ``b`` from the text before."""
        if self.shown(b):
            return f"{self.style} display"
        if self.between(b):
            return f"{self.style} aside"
        return f"{self.style} gap" if self.lines[self.body[b]].gap else f"{self.style} direct"

    def _follows(self, a: int, b: int) -> float:
        """How much speaks for line ``b`` being the next one of the article that line ``a`` belongs to."""
        end = self.ends[a]
        worth = self._met[b][end]
        if end.startswith("open"):
            i, j = self.body[a], self.body[b]
            worth += weighed(COLUMN, self._seams.across(self.lines[i].flat, self.lines[j].flat))
        before, after = self._before[a], self._from[b]
        if before and after and abs(before - after) > 1.3:
            worth += COLUMN["other width"]
        return worth

    def _begins(self, b: int) -> float:
        """How much speaks for an article beginning with line ``b``, but for what it speaks of."""
        shown, j = self.shown(b), self.body[b]
        out: Features = [(f"new {'after open' if self.ends[b - 1].startswith('open') else 'after stop'}", 1.0)]
        flags = {
            "new direct": not self.between(b),
            "new aside": not shown and bool(self.between(b)),
            f"new display {min(len(shown), 3)}": bool(shown),
            f"new length {min(sum(len(self.lines[k].flat) for k in shown) // 5, 4)}": bool(shown),
            "new headed" if self.heads.intersection(shown) else "new unheaded": bool(shown),
            "new byline": any(self.forms[k] is BYLINE and shown and k > shown[0] for k in self.between(b)),
            "new below byline": bool(shown) and self.byline_above(b),
            "new wide": any(self.lines[k].width > self._from[b] + 0.6 for k in shown),
            "new apart": any(self.lines[k].apart or self.lines[k].vertical for k in shown),
            "new notice": any(self.lines[k].flat.endswith(notices()) for k in shown),
            "new lead": self.seen[j].lead,
            f"new {marks.first_words(self.lines[j].flat)}": True,
            f"new>{self.starts[b]}": True,
            f"new>{self.forms[j]}": True,
        }
        out.extend((name, 1.0) for name, on in flags.items() if on)
        return weighed(COLUMN, out)

    @cached_property
    def _seams(self) -> Seams:
        seams = Seams(line.flat for line in self.lines)
        seams.count_pairs()
        return seams

    @cached_property
    def _words(self) -> list[list[str]]:
        return [list(tokens(line.flat)) for line in self.lines]

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(tokens(line.flat) for line in self.lines)

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """The lines of text that have each word."""
        out: dict[str, list[int]] = {}
        for b, i in enumerate(self.body):
            for token in self._words[i]:
                out.setdefault(token, []).append(b)
        return out

    def _words_ahead(self, b: int) -> tuple[Held, Callable[[Sequence[int]], object]]:
        """For the words of line ``b`` and the few behind it: which lines before have them, and what those weigh that
        the same lines have; and what takes all these lines out of those of a reading.
        """
        found: set[str] = set()
        for i in range(self.body[b], min(self.body[b] + AHEAD, len(self.lines))):
            if self.forms[i] not in BODY:
                break
            found.update(self._words[i])
        held: dict[tuple[int, ...], float] = {}
        for t in sorted(found):
            where = tuple(itertools.takewhile(b.__gt__, self._holders[t]))
            if where:
                held[where] = held.get(where, 0.0) + self._vocabulary.weight(t)
        lines = sorted(set(itertools.chain.from_iterable(held)))
        return list(held.items()), itemgetter(*lines) if lines else _nothing

    def kin(self, b: int, chosen: Sequence[int], sizes: Sequence[tuple[int, int]]) -> list[float]:
        """How much the text from line ``b`` on shares with each of some articles, 0 to 1.

        ``chosen`` gives the article of every line before, ``sizes`` those asked for and how many lines each has: little
        is known of one that has few. A word counts the less for an article the more others have it.
        """
        ahead, lines = self._ahead(b)
        # Readings of a page differ in few lines: most have the same articles where these words are.
        where = b, lines(chosen)
        shared = self._shares.get(where)
        if shared is None:
            shared = self._shares[where] = _shared(ahead, chosen)
        out = []
        for n, size in sizes:
            known = min(1.0, size / KNOWN)
            out.append(known * min(PLENTY, shared.get(n, 0.0)) / PLENTY + (1.0 - known) / PLENTY)
        return out

    def most_kin(self, b: int) -> float:
        """How much the text from line ``b`` on may share with an article at most: one has all words, or is little
        known.
        """
        return max(1.0, min(PLENTY, sum([weight for _, weight in self._ahead(b)[0]]))) / PLENTY

    def _words_above(self, b: int) -> tuple[list[tuple[list[int], float]], float]:
        """For the words of the display lines above line ``b`` that the text says: which lines before have them, and
        what each weighs; and what all of them weigh, and half a word more.
        """
        words = [t for t in tokens("".join(self.lines[k].flat for k in self.shown(b))) if t in self._holders]
        weights = [self._vocabulary.weight(t) for t in words]
        held = [[a for a in self._holders[t] if a < b] for t in words]
        return list(zip(held, weights, strict=True)), 0.5 + sum(weights)

    def said(self, b: int, chosen: Sequence[int]) -> dict[int, float]:
        """How much of what the display lines above line ``b`` say each article has said, 0 to 1; those that have said
        none of it are left out.
        """
        words, total = self._above(b)
        out: dict[int, float] = {}
        for where, weight in words:
            for n in set(map(chosen.__getitem__, where)):
                out[n] = out.get(n, 0.0) + weight
        return {n: value / total for n, value in out.items()}


def _nothing(chosen: Sequence[int]) -> object:
    return None


def _shared(held: Held, chosen: Sequence[int]) -> dict[int, float]:
    """What the words weigh that each article has, a part of the weight of those that others have as well."""
    shared: defaultdict[int, float] = defaultdict(float)
    for where, weight in held:
        if len(where) == 1:
            shared[chosen[where[0]]] += weight
            continue
        holders = set(map(chosen.__getitem__, where))
        share = weight / len(holders)
        for n in holders:
            shared[n] += share
    return shared


def unfinished(line: Line) -> bool:
    """Whether a line breaks off inside a sentence."""
    return not SENTENCE_END.search(line.flat) and line.flat[-1] not in "：:；;）)" and not is_date(line)


@cache
def notices() -> tuple[str, ...]:
    """The words with which the headline of a notice ends."""
    kinds = facts()["kind"]
    return (*kinds["notice"], *kinds["advertisement"])


def texts_read_as_heads(lines: Sequence[Line], forms: Sequence[Form]) -> list[Form]:
    """The forms, with display type made text that stands right below text, holds a comma and is as wide as the lines
    above: what stands below the foot of a column has another width and misled the reading.
    """
    out = list(forms)
    before: list[float] = []
    for shown, group in itertools.groupby(range(len(lines)), key=lambda k: forms[k] is DISPLAY):
        run = list(group)
        first, last = run[0], run[-1]
        marked = shown and any(re.search("[，；。、]", lines[k].flat) for k in run)
        if not marked or first == 0 or forms[first - 1] not in BODY:
            continue
        if any(lines[k].apart or lines[k].vertical for k in run):
            continue
        goes_on = not SENTENCE_END.search(lines[first - 1].flat)
        if len(run) > 1 and goes_on and all(abs(lines[k].width - lines[first - 1].width) <= SAME for k in run):
            out[first : last + 1] = [ON] * len(run)
        elif len(run) == 1 and last + 1 < len(lines) and forms[last + 1] in BODY:
            # Few pages are asked for it.
            before = before or widths_before(lines, REACH)
            room = before[first] - lines[first].width
            if before[first] and (abs(room - 2.0) <= SAME or abs(room) <= SAME):
                out[first] = START if room > SAME else ON
    return out


# Ems by which lines of one width differ: marks are squeezed.
SAME = 0.6
