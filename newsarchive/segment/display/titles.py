"""The parts of a headline: which lines of display type are the kicker 引题, the headline 主题, the subtitle 副题.

A dump does not tell sizes. What is left is the order (kicker, headline, subtitle), the length of the lines (the lines
of one headline are broken to about the same length; a kicker or subtitle is set smaller and holds more), the setting,
the marks at the ends of lines, the words, and what of them the text says first: a lead takes up the news of the
headline or of the subtitle, seldom the name of a column. Every way to read the lines is weighed with the weights of
weights.TITLE, a log-linear model of whole heads (Lafferty, McCallum, Pereira 2001), and the best one taken.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence

from newsarchive.segment.display.ties import SHORT_TOGETHER, WORD_ACROSS
from newsarchive.segment.forms.kickers import introduces, is_series, leads_over, may_be_rubric_name, says_what_is_read
from newsarchive.segment.kin.seam import straddle
from newsarchive.segment.lines.line import Line
from newsarchive.segment.weights import TITLE

PARTS = ("kicker", "headline", "subtitle")

# Characters of the beginning of a text, which says its news: a lead of two or three sentences.
LEAD = 120
# Shares of the pairs of characters of a line that the beginning of the text says: by chance, in part, in its words.
BY_CHANCE, IN_PART = 0.15, 0.5


def own_features(line: Line, first: bool, last: bool, prose: str) -> list[str]:
    """What a line of display type shows by itself, and beside the text of its article."""
    size = len(line.flat.replace(" ", ""))
    out = [f"long {min(size // 4, 5)}", *_said_early(line, prose)]
    flags = {
        "first": first,
        "last": last,
        "only": first and last,
        "spaced": line.apart,
        "upright": line.vertical,
        "dash": line.flat.startswith(("—", "来自")),
        "kicker's end": introduces(line.flat),
        "rubric's name": may_be_rubric_name(line.flat),
        "two phrases": bool(_TWO_PHRASES.search(line.flat)),
        "comma": bool(_COMMA.search(line.flat[:-1])),
        "call": line.flat[-1:] in "？！",
        "paper's own": line.flat.startswith(("本报", "本刊")),
    }
    return out + [name for name, on in flags.items() if on]


_TWO_PHRASES, _COMMA = re.compile("[一-鿿”] [一-鿿“]"), re.compile("[，：；]")
_PAIR = re.compile("[一-鿿0-9]{2}")


def _said_early(line: Line, prose: str) -> list[str]:
    """How much of a line the beginning of the text says; nothing of a line that is too short to tell."""
    flat = line.flat.replace(" ", "")
    pairs = [flat[i : i + 2] for i in range(len(flat) - 1) if _PAIR.fullmatch(flat, i, i + 2)]
    if not prose or len(pairs) < 3:
        return []
    lead = prose[:LEAD]
    share = sum(pair in lead for pair in pairs) / len(pairs)
    return ["early " + ("none" if share < BY_CHANCE else "little" if share < IN_PART else "much")]


def step_features(before: Line, line: Line, phrase: bool, style: str, far: bool = False) -> list[str]:
    """What shows whether a line goes on with the part of the line before; ``phrase`` says they are of one block,
    ``far`` that they stand apart on the page: then the blank line above one of them says nothing of the two.
    """
    a, b = before.flat.replace(" ", ""), line.flat.replace(" ", "")
    ratio = len(b) / len(a)
    out = ["ratio " + ("much less" if ratio < 0.5 else "less" if ratio < 0.8 else "same" if ratio <= 1.25 else "more")]
    if ratio > 2:
        out.append("ratio much more")
    out.extend(["one phrase"] if phrase else _beside(before, line))
    if style != "none" and not far:
        out.append(f"{style}, {'gap' if line.gap else 'no gap'}")
    if before.apart != line.apart:
        out.append("other setting")
    elif line.apart:
        out.append("both spaced")
    if a[-1] in "，、：；" or a.count("“") > a.count("”") or a.count("《") > a.count("》"):
        out.append("unfinished")
    if len(a) + len(b) <= SHORT_TOGETHER:
        out.append("short together")
    if straddle(a, b) > WORD_ACROSS:
        out.append("word across")
    return out


FIGURES = re.compile("[0-9]|[一二三四五六七八九十百千万]{2}")
TWO_PHRASES = re.compile("[一-鿿”0-9％%] [一-鿿“0-9]")


def _beside(before: Line, line: Line) -> list[str]:
    """What one of two phrases has and the other has not: figures and quotations, by which a subtitle gives account of
    what the headline claims, and two clauses where the other has one.
    """
    out = []
    for name, above, below in (
        ("figures", FIGURES.search(before.flat), FIGURES.search(line.flat)),
        ("quotation", "“" in before.flat, "“" in line.flat),
    ):
        if bool(above) != bool(below):
            out.append(f"{name} {'below none' if below else 'above none'}")
    if TWO_PHRASES.search(line.flat) and not line.apart:
        above_too = TWO_PHRASES.search(before.flat) and not before.apart
        out.append("two phrases below " + ("two" if above_too else "one"))
    return out


def parts(blocks: Sequence[Sequence[Line]], style: str, prose: str) -> list[str]:
    """The part of every line of a head, in order kicker, headline, subtitle; there is always a headline.

    ``blocks`` are the lines of its display blocks (blocks.py), ``style`` says what blank lines mean in this dump
    (lines.gap_style), ``prose`` is the running text of the article.
    """
    return _read(blocks, style, prose)[1]


def arranged(
    pieces: Sequence[Sequence[Sequence[Line]]], style: str, prose: str, known: Collection[int] = ()
) -> tuple[tuple[int, ...], list[str]]:
    """The order in which the pieces of a head that stand apart on the page are to be read, each of one or more
    blocks, and the part of every line in that order. Of more than three pieces the order stays. No headline goes on
    where something else stands between, unless its line ends open. ``known`` are the pieces that were the head before
    the others were found to be of it.
    """
    possible = orders(pieces)
    read = {
        order: _read(
            in_order(pieces, order),
            style,
            prose,
            _firsts([pieces[n] for n in order]),
            [n in known for n in order for block in pieces[n] for _ in block],
            rivals=len(possible) > 1,
        )
        for order in possible
    }
    best = max(read, key=lambda order: read[order][0])
    return best, _labelled(in_order(pieces, best), read[best][1])


def orders(pieces: Sequence[Sequence[Sequence[Line]]]) -> list[tuple[int, ...]]:
    """The orders in which the pieces of a head could be read: what begins with a dash, or says what is read, adds to
    something before it.
    """
    out = list(itertools.permutations(range(len(pieces)))) if len(pieces) <= 3 else [tuple(range(len(pieces)))]
    return [order for order in out if not _adds(pieces[order[0]][0][0].flat)] or out


def _adds(flat: str) -> bool:
    return flat.startswith("—") or says_what_is_read(flat)


def in_order(pieces: Sequence[Sequence[Sequence[Line]]], order: Sequence[int]) -> list[Sequence[Line]]:
    """The blocks of some pieces in an order."""
    return [block for n in order for block in pieces[n]]


def _firsts(pieces: Sequence[Sequence[Sequence[Line]]]) -> list[int]:
    """The numbers of the first lines of all pieces but the first."""
    return list(itertools.accumulate(sum(map(len, piece)) for piece in pieces[:-1]))


def _labelled(blocks: Sequence[Sequence[Line]], labels: list[str]) -> list[str]:
    """The parts of a head, the label of a series below its headline a kicker: a subtitle adds something in more than a
    few characters.
    """
    last = blocks[-1]
    label = len(last) == 1 and len(last[0].flat.replace(" ", "")) <= LABEL and last[0].flat[0] not in "—“"
    if labels[-1] != "subtitle" or "kicker" in labels or not label:
        return labels
    return [*labels[:-1], "kicker"]


# Characters of the label of a series (赛场故事), at most.
LABEL = 5


def _flat(blocks: Sequence[Sequence[Line]]) -> tuple[list[Line], list[bool]]:
    """The lines of blocks, and of each whether it goes on with a block."""
    return [line for block in blocks for line in block], [n > 0 for block in blocks for n in range(len(block))]


def readings(blocks: Sequence[Sequence[Line]], prose: str, firsts: Sequence[int] = ()) -> list[list[str]]:
    """The ways to read the lines of a head: kicker, headline and subtitle in this order, at least a headline. A phrase
    is in one part, and so are two lines that the text says as one; but what a dash opens adds to what stands before it,
    and what closes with who said something (… 强调) or counts the instalments of a series is a kicker, and no headline
    ends open above its subtitle. ``firsts`` are the lines that stand apart from those before them. Where no way is
    such, all is the headline.
    """
    lines, phrases = _flat(blocks)
    return list(_sound(lines, phrases, prose, firsts)) or [["headline"] * len(lines)]


def _sound(lines: Sequence[Line], phrases: Sequence[bool], prose: str, firsts: Sequence[int]) -> Iterator[list[str]]:
    count = len(lines)
    least = max((n + 1 for n in range(count - 1) if leads_over(lines[n].flat)), default=0)
    whole = [phrases[n] or (n > 0 and _said_across(lines[n - 1], lines[n], prose)) for n in range(count)]
    borders = [n for n in range(count) if not whole[n] or lines[n].flat[0] == "—"]
    ends = {n for n in firsts if n in borders and lines[n - 1].flat[-1] not in OPEN}
    series = [is_series(line.flat) for line in lines]
    # What is read is said below the headline, never in it.
    most = next((n for n in borders if n and says_what_is_read(lines[n].flat)), count)
    for first in [n for n in borders if least <= n < most] or borders:
        for end in [n for n in [*borders, count] if n <= most]:
            if any(first < n < end for n in ends) or (any(series[first:end]) and not all(series)):
                continue
            ended = end == count or lines[end - 1].flat[-1] not in OPEN
            if end > first and ended and (end == most or not _set_larger(lines[first:end], lines[end:])):
                yield ["kicker"] * first + ["headline"] * (end - first) + ["subtitle"] * (count - end)


# What a line ends with that goes on wherever the next one stands.
OPEN = "，、："


def _set_larger(headline: Sequence[Line], subtitle: Sequence[Line]) -> bool:
    """Whether what would be the subtitle is set larger than what would be the headline: it has two lines or more, and
    each holds far fewer characters than the shortest of the headline.
    """
    sizes = [[len(line.flat.replace(" ", "")) for line in part] for part in (headline, subtitle)]
    return len(subtitle) > 1 and subtitle[0].flat[0] != "—" and max(sizes[1]) <= FAR_FEWER * min(sizes[0])


# Share of the characters of a line of the headline that no line of a subtitle keeps below.
FAR_FEWER = 0.85


def _said_across(before: Line, line: Line, prose: str) -> bool:
    """Whether the text says the end of one line and the beginning of the next together."""
    return before.flat.replace(" ", "")[-2:] + line.flat.replace(" ", "")[:2] in prose


def _read(
    blocks: Sequence[Sequence[Line]],
    style: str,
    prose: str,
    firsts: Sequence[int] = (),
    known: Sequence[bool] = (),
    *,
    rivals: bool = False,
) -> tuple[float, list[str]]:
    """The best reading of the lines, and its score; ``known`` says of each whether it was of the head before others.
    Where there is but one reading, it is weighed only if it has ``rivals`` in other orders.
    """
    possible = readings(blocks, prose, firsts)
    if len(possible) == 1 and not rivals:
        return 0.0, possible[0]
    lines, phrases = _flat(blocks)
    own = [own_features(line, i == 0, i == len(lines) - 1, prose) for i, line in enumerate(lines)]
    steps = [
        step_features(before, line, phrase, style, n in firsts)
        for n, ((before, line), phrase) in enumerate(zip(itertools.pairwise(lines), phrases[1:], strict=True), 1)
    ]
    alone = [{part: _own_score(part, names) for part in PARTS} for names in own]
    between = [{step: _step_score(step, names) for step in STEPS} for names in steps]

    def value(labels: list[str]) -> float:
        pairs = zip(between, itertools.pairwise(labels), strict=True)
        kept = any(n and part == "headline" for n, part in zip(known, labels, strict=False))
        own = sum(a[part] for a, part in zip(alone, labels, strict=True))
        introduced = sum(labels[n - 1] == "kicker" and labels[n] == "headline" for n in firsts)
        return own + sum(b[_step(*two)] for b, two in pairs) + KNOWN * kept + INTRODUCED * introduced

    return max(((value(labels), labels) for labels in possible), key=lambda found: found[0])


# What speaks for the headline being what stood above the text before other display type was found to be of its head, in
# nats: of parts that stand apart on the page one in three is the headline.
KNOWN = 0.7
# What speaks for a kicker above the headline that it stands apart from, in nats: of two parts kickers are somewhat more
# than twice as many as subtitles.
INTRODUCED = 0.8

STEPS = ("same", "kicker>headline", "headline>subtitle")


def _step(before: str, part: str) -> str:
    return "same" if before == part else f"{before}>{part}"


def _own_score(part: str, names: Sequence[str]) -> float:
    return sum(TITLE.get(f"{part}: {name}", 0.0) for name in names)


def _step_score(step: str, names: Sequence[str]) -> float:
    return TITLE.get(step, 0.0) + sum(TITLE.get(f"{step}: {name}", 0.0) for name in names)


def feature_names(blocks: Sequence[Sequence[Line]], labels: Sequence[str], style: str, prose: str) -> list[str]:
    """The names of all features of one reading, for the fit."""
    out: list[str] = []
    lines, phrases = _flat(blocks)
    for i, (line, part) in enumerate(zip(lines, labels, strict=True)):
        out.extend(f"{part}: {name}" for name in own_features(line, i == 0, i == len(lines) - 1, prose))
        if i:
            step = _step(labels[i - 1], part)
            out.append(step)
            out.extend(f"{step}: {name}" for name in step_features(lines[i - 1], line, phrases[i], style))
    return out
