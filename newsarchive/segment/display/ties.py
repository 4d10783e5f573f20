"""How two display lines that follow each other belong together: as one phrase that the line end cut in two, as parts
of one head (kicker, headline, subtitle), or not at all, as two headlines collected in one place.

A dump does not tell sizes. What is left is the length of the lines, how they are set, the marks and the grammar at the
cut, and what the page says of each. How likely each of the three is, is a sum of weighted evidence (weights.TIE,
multinomial logistic regression).
"""

from __future__ import annotations

import bisect
import math
import operator
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from newsarchive.segment.forms.facts import facts
from newsarchive.segment.forms.kickers import is_kicker
from newsarchive.segment.forms.marks import opens_article
from newsarchive.segment.kin.seam import Seams, quoted, straddle
from newsarchive.segment.kin.vocabulary import held_of, rare, scarce, tokens
from newsarchive.segment.lines.line import Line, gap_style
from newsarchive.segment.roles.form import BODY, BYLINE, DISPLAY, JUMP, SIGNATURE, START, Form
from newsarchive.segment.roles.items import placed
from newsarchive.segment.weights import TIE, Features
from newsarchive.text.words import cut, part_of_speech

KINDS = ("phrase", "head", "apart")


@dataclass(frozen=True, slots=True)
class Tie:
    """The log odds that a line goes on with the phrase before it, and that it is of the same head."""

    phrase: float
    head: float


def _share_said(prose: str, flat: str) -> float:
    """The share of the pairs of characters of a line that the text of the page says."""
    close = flat.replace(" ", "")
    pairs = list(map(operator.add, close, close[1:]))
    return sum(map(prose.__contains__, pairs)) / max(1, len(pairs))


class Display:
    """The display lines of a page and what its text says of them; ``seams`` are those of its lines, if known."""

    def __init__(self, lines: list[Line], forms: list[Form], seams: Seams | None = None) -> None:
        self._lines = lines
        self._style = gap_style(lines)
        held, opening = openings(lines, forms)
        self._prose = "".join(lines[i].flat for i in held)
        # Nothing is asked of what no display line says.
        words = {t for i, form in enumerate(forms) if form is DISPLAY for t in tokens(lines[i].flat)}
        self._places = Places(held_of(words, [lines[i].flat for i in held]), opening)
        self._seams = seams or Seams(line.flat for line in lines)
        self.said = cache(partial(_share_said, self._prose))
        self._where: dict[int, tuple[dict[int, float], dict[int, float]]] = {}

    def tie(self, run: Sequence[int], index: int, together: int) -> Tie:
        """How line ``index`` belongs to ``run``, the lines of the phrase right before it; ``together`` is how many
        display lines stand there in all.
        """
        phrase, head, apart = (TIE.get(kind, 0.0) for kind in KINDS)
        for name, amount in self.features(run, index, together):
            of_phrase, of_head, of_apart = _keys(name)
            phrase += TIE.get(of_phrase, 0.0) * amount
            head += TIE.get(of_head, 0.0) * amount
            apart += TIE.get(of_apart, 0.0) * amount
        if self._lines[index].under:
            apart = -math.inf
        top = max(phrase, head, apart)
        phrase, head, apart = (math.exp(score - top) for score in (phrase, head, apart))
        # None is ever surer than a thousand to one.
        return Tie(_log_odds(phrase, head + apart), _log_odds(phrase + head, apart))

    def features(self, run: Sequence[int], index: int, together: int) -> Features:
        """What shows between a display line and the lines of the phrase before it."""
        before, line = self._lines[run[-1]], self._lines[index]
        a, b = before.flat.replace(" ", ""), line.flat.replace(" ", "")
        ratio = len(b) / len(a)
        names = [
            f"together {min(together, 5)}",
            f"lines {min(len(run), 3)}",
            "no gaps" if self._style == "none" else f"{self._style}, {'gap' if line.gap else 'no gap'}",
            f"first {min(len(a) // 4, 5)}",
            f"second {min(len(b) // 4, 5)}",
            "ratio " + next(name for most, name in RATIOS if ratio <= most),
            quoted("".join(self._lines[i].flat for i in run), b),
        ]
        flags = {
            "other setting": before.apart != line.apart,
            "both apart": before.apart and line.apart,
            "upright": before.vertical or line.vertical,
            "unfinished": a[-1] in "，、：；",
            "finished": a[-1] in "。！？",
            "function word": a[-1] in facts()["grammar"]["leading"],
            "begins with a function word": b[0] in facts()["grammar"]["trailing"],
            "hanging": hanging(a),
            "dash": b.startswith(("—", "来自")),
            "kicker": is_kicker(a),
            "to kicker": is_kicker(b),
            "said in the text": a[-2:] + b[:2] in self._prose,
            # Three characters on either side: no two headlines meet so by chance.
            "said at length": len(a) > 2 and len(b) > 2 and a[-3:] + b[:3] in self._prose,
            "word across": straddle(a, b) > WORD_ACROSS,
            "short together": len(a) + len(b) <= SHORT_TOGETHER,
            "wide": max(before.width, line.width) > LINE_OF_HEAD,
        }
        out: Features = [(name, 1.0) for name in (*names, *(name for name, on in flags.items() if on)) if name]
        out.append(("said", self._seams.said(a[-1], b[0])))
        (places_a, stories_a), (places_b, stories_b) = self._said(run[-1]), self._said(index)
        subject = agreement(places_a, places_b)
        if subject is None:
            out.append(("subject unknown", 1.0))
        else:
            out.append(("subject", subject))
            if subject < SAME_SUBJECT:
                out.append(("subject other", 1.0))
        story = agreement(stories_a, stories_b)
        if story is not None and story < SAME_STORY:
            out.append(("story other", 1.0))
        return out

    def _said(self, index: int) -> tuple[dict[int, float], dict[int, float]]:
        """Where a display line's words are said: around which stretches of the page, and in which of its texts."""
        if index not in self._where:
            words = tokens(self._lines[index].flat)
            self._where[index] = self._places.profile(words), self._places.stories(words)
        return self._where[index]


# How many times as long as the line before a line is.
RATIOS = ((0.5, "much less"), (0.8, "less"), (1.25, "same"), (2.0, "more"), (math.inf, "much more"))

# Of straddle's gain: below it are chance words of two common characters.
WORD_ACROSS = 0.3

# Two lines that would have fitted on one.
SHORT_TOGETHER = 14

# Ems of the body's type that a line of a broken headline seldom passes.
LINE_OF_HEAD = 12

# Halves of one headline speak of one article; halves that agree less than this speak of two. The places where articles
# surely begin part the texts better than stretches of so many lines do.
SAME_SUBJECT = 0.15
SAME_STORY = 0.25


# A few dozen names come at every cut.
@lru_cache(maxsize=512)
def _keys(name: str) -> tuple[str, str, str]:
    """What a feature is called as that of each of the three kinds."""
    phrase, head, apart = KINDS
    return f"{phrase}: {name}", f"{head}: {name}", f"{apart}: {name}"


def named(kind: str, features: Features) -> Features:
    """The features as those of one of the three kinds, for the fit."""
    return [(kind, 1.0), *((f"{kind}: {name}", amount) for name, amount in features)]


def _log_odds(yes: float, no: float) -> float:
    return math.log((yes + 0.001) / (no + 0.001))


def hanging(text: str) -> bool:
    """Whether a preposition in a line still waits for its verb: 把急救知识."""
    prepositions = facts()["grammar"]["prepositions"]
    if not any(map(text.__contains__, prepositions)):
        return False
    waits = False
    for word in cut(text):
        if word in prepositions:
            waits = True
        elif part_of_speech(word) == "v":
            waits = False
    return waits


def waits_for_verb(text: str, below: str) -> bool:
    """Whether a line is a subject that waits for its predicate in the line below: a date and a name alone above a verb
    (上半年全市进出口总额 / 再创新高), or a name alone behind a clause that has its verb (铃响了以后，全镇三所小学 / …).
    """
    *clauses, last = re.split("[，；]", text.replace(" ", ""))
    if len(last) < SUBJECT or below.startswith("—") or last.count("”") != last.count("“"):
        return False
    if clauses:
        return _bare_name(last) and not _bare_name(clauses[-1])
    return bool(_DATED.match(last)) and _bare_name(last) and part_of_speech(cut(below)[0]) in (*VERBAL, "ad")


# Characters of such a subject, at least: few are an exclamation or a point of time (清晨).
SUBJECT = 4
# The parts of speech of predicates; set phrases, prepositions and 了 are in no name either.
VERBAL, PHRASED = ("v", "vn", "vd", "a", "d"), ("p", "i", "l", "ul")
NAMING = ("n", "nr", "ns", "nt", "nz", "f", "s")
_DATED = re.compile("今年|去年|昨日|今日|明日|本周|[上下]半年|前?[0-9一二三四五六七八九十]+(?:月|季度|日|年)")


def _bare_name(text: str) -> bool:
    """Whether words are a name without any predicate."""
    kinds = [part_of_speech(word) for word in cut(text)]
    return bool(kinds) and kinds[-1] in NAMING and not {*VERBAL, *PHRASED}.intersection(kinds)


def agreement(left: dict[int, float], right: dict[int, float]) -> float | None:
    """How much two phrases speak of the same places of the page (0 to 1), or None where one of them tells nothing."""
    if max(left.values(), default=0.0) < 0.5 or max(right.values(), default=0.0) < 0.5:
        return None
    both = sum(a * right.get(place, 0.0) for place, a in left.items())
    return both / math.sqrt(sum(a * a for a in left.values()) * sum(b * b for b in right.values()))


class Places:
    """Where on the page the words of the bodies stand."""

    def __init__(self, body: Sequence[Collection[str]], openings: Sequence[int] = ()) -> None:
        self._openings = sorted(openings)
        self._reach = max(3, min(REACH, len(body) // STRETCHES))
        # How scarce a word is that so many lines have.
        self._scarce = cache(partial(scarce, count=max(1, len(body))))
        self._lines: defaultdict[str, list[int]] = defaultdict(list)
        for n, line in enumerate(body):
            for token in line:
                self._lines[token].append(n)

    def profile(self, head: Counter[str]) -> dict[int, float]:
        """How much the words of a phrase are said around each stretch of a few lines of the page."""
        # Each line counts for its own stretch and the two beside it.
        return self._weighed(head, lambda n: range(n // self._reach - 1, n // self._reach + 2))

    def stories(self, head: Counter[str]) -> dict[int, float]:
        """How much the words of a phrase are said in each of the texts that the openings part."""
        return self._weighed(head, lambda n: (bisect.bisect_right(self._openings, n),))

    def _weighed(self, head: Counter[str], places: Callable[[int], Iterable[int]]) -> dict[int, float]:
        """The weight of the words of a phrase at each of the places that a line of the body counts for."""
        out: dict[int, float] = {}
        for token in filter(self._lines.__contains__, head):
            held = self._lines[token]
            weight = self._scarce(len(held)) * rare(token)
            for n in held:
                for place in places(n):
                    out[place] = out.get(place, 0.0) + weight
        return out


def openings(lines: Sequence[Line], forms: Sequence[Form]) -> tuple[list[int], list[int]]:
    """The lines of the body of a page, and the numbers of those among them with which an article surely begins: 本报讯,
    上接, what stands below a byline or behind a jump line or a signature, but no item of short news behind another.
    """
    body = [i for i, form in enumerate(forms) if form in BODY]
    starts = [n for n, i in enumerate(body) if forms[i] is START]
    items = {
        starts[k]
        for k in placed([lines[body[n]].flat for n in starts], [n == 0 or body[n - 1] != body[n] - 1 for n in starts])
    }
    out = []
    last = -1
    for n, i in enumerate(body):
        ended = n and last + 1 < i and not _ENDS.isdisjoint(forms[last + 1 : i])
        if (ended or opens_article(lines[i].flat)) and n not in items:
            out.append(n)
        last = i
    return body, out


# Behind these an article begins.
_ENDS = frozenset((BYLINE, JUMP, SIGNATURE))

# Lines of a stretch, about two paragraphs; of a short page less, so that its articles do not share them.
REACH, STRETCHES = 12, 8
