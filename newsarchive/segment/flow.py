"""Which body text continues which: paragraphs, and the halves of paragraphs that a column end or a picture tore
apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsarchive.segment.lines import SENTENCE_END, Line
from newsarchive.segment.roles import Form, Look, is_date
from newsarchive.text.words import frequency


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: the indices of its lines, whether it begins or ends inside a sentence, and the column it was
    set in.
    """

    lines: tuple[int, ...]
    open_start: bool
    open_end: bool
    column: float


def paragraphs(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Para]:
    """The paragraphs of a page in the order of the dump, torn ones mended by ``mend``."""
    out: list[Para] = []
    run: list[int] = []
    started = False

    def flush() -> None:
        if run:
            text = re.sub(r"[（(][^（）()]{2,30}[)）]$", "", lines[run[-1]].flat).rstrip() or lines[run[-1]].flat
            closed = bool(SENTENCE_END.search(text)) or text[-1] in "：:；;" or _signs_off(lines, run[-1])
            widths = sorted(seen[i].column for i in run)
            out.append(Para(tuple(run), not started, not closed, widths[len(widths) // 2]))
        run.clear()

    for index, form in enumerate(forms):
        if form is Form.START:
            flush()
            run.append(index)
            started = True
        elif form is Form.ON:
            if not run:
                started = False
            run.append(index)
        elif form is not Form.DUPLICATE:
            flush()
    flush()
    return mend(out, lines)


def _signs_off(lines: list[Line], index: int) -> bool:
    """Whether the line is the date of a notice, or the issuer above that date."""
    return is_date(lines[index]) or (
        index + 1 < len(lines) and is_date(lines[index + 1]) and len(lines[index].flat) <= 20
    )


def mend(paras: list[Para], lines: list[Line]) -> list[Para]:
    """Join every paragraph that ends inside a sentence to the one that goes on with it, best match first."""
    ends = [i for i, p in enumerate(paras) if p.open_end]
    starts = [j for j, p in enumerate(paras) if p.open_start]
    # A torn end may also go on in a paragraph whose narrow first line was taken for an indent.
    offers = [
        (_fit(paras, i, j, lines) - (0 if j in starts else 2.0), i, j)
        for i in ends
        for j in range(len(paras))
        if i != j and (j in starts or j == i + 1)
    ]
    offers.sort(key=lambda o: (-o[0], o[1], o[2]))
    after: dict[int, int] = {}
    before: dict[int, int] = {}
    for score, i, j in offers:
        if score < 0:
            break
        if i in after or j in before:
            continue
        step = j
        while step in after and step != i:
            step = after[step]
        if step == i:
            continue
        after[i], before[j] = j, i
    out = []
    for i, para in enumerate(paras):
        if i in before:
            continue
        whole, step = para, i
        while step in after:
            step = after[step]
            whole = replace(whole, lines=whole.lines + paras[step].lines, open_end=paras[step].open_end)
        out.append(whole)
    return out


def _fit(paras: list[Para], i: int, j: int, lines: list[Line]) -> float:
    """How well paragraph ``j`` goes on with what ``i`` left open."""
    a, b = paras[i], paras[j]
    distance = j - i
    score = 2.5 - 0.25 * (distance - 1) if distance > 0 else 0.8 - 0.25 * -distance
    if abs(a.column - b.column) <= 1.2:
        score += 0.5
    left, right = lines[a.lines[-1]].flat, lines[b.lines[0]].flat
    score += straddle(left, right)
    if b.column and lines[b.lines[0]].width < b.column - 1.4 and len(b.lines) > 1:
        score -= 0.8
    return score


def straddle(left: str, right: str) -> float:
    """Evidence that a word was cut in two between two lines: a common word made of the end of one and the start of
    the other.
    """
    best = 0
    for a in range(1, 4):
        for b in range(1, 4):
            if a + b > 4 or len(left) < a or len(right) < b:
                continue
            best = max(best, frequency(left[-a:] + right[:b]))
    if re.search(r"[0-9]$", left) and re.match(r"[0-9年月日时分个家万亿元人名台项次岁多余]", right):
        return 1.2
    # 50 in jieba's 60 million: a word that a reader of news meets.
    return 1.2 if best >= 50 else (0.5 if best >= 3 else 0.0)
