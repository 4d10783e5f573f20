"""Lines that an extractor took in the wrong order because they stand at one height, put right."""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.segment.lines.line import Line, ends_sentence
from newsarchive.segment.roles.form import BODY, JUMP, ON, SIGNATURE, Form


def closed_last(lines: Sequence[Line], forms: Sequence[Form]) -> list[Line]:
    """The lines with every jump line and signature behind the text that it closes: it is set at the right end of the
    last line, and an extractor that sorts by height takes it first.
    """
    out = list(lines)
    for i in range(1, len(out) - 1):
        if forms[i] not in (JUMP, SIGNATURE) or forms[i - 1] not in BODY or forms[i + 1] is not ON:
            continue
        close, last = out[i], out[i + 1]
        alone = i + 2 == len(out) or out[i + 2].gap or forms[i + 2] not in BODY
        ends = not ends_sentence(out[i - 1].flat) and ends_sentence(last.flat)
        if alone and ends and not close.gap and not last.gap:
            out[i : i + 2] = last, close
    return out
