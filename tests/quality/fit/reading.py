"""``line``: what every line is; ``link``: whether a fragment of text goes on with the one before."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterable

from newsarchive.segment.kin.seam import Seams
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from newsarchive.segment.lines.line import gap_style
from newsarchive.segment.roles import alone, role
from newsarchive.segment.roles.form import Form
from newsarchive.segment.sequence import flow
from tests.quality.fit import gold, learn


def line(pages: Iterable[gold.Known], epochs: int = 16) -> learn.Weights:
    """Averaged structured perceptron over the true form of every line; the weights of now are where it starts."""
    rows = []
    for one in pages:
        lines, seen = one.read.lines, one.read.seen
        wanted = gold.forms(lines, seen, one.truth)
        once = [i for i, look in enumerate(seen) if look.fixed is not Form.DUPLICATE]
        kept = ([of[i] for i in once] for of in (lines, seen, wanted))
        rows.append((*kept, gap_style(lines)))

    def mistake(row):
        lines, seen, wanted, style = row
        got = role.best_path(lines, seen, style)
        if got == wanted:
            return None
        # The weights are about to change.
        role.forget_scores()
        return _line_features(lines, seen, style, wanted), _line_features(lines, seen, style, got)

    learn.perceptron(alone.LINE, rows, mistake, rate=0.05, epochs=epochs, rng=random.Random(7), unsettled=1 / 3)
    role.forget_scores()
    return alone.LINE


def _line_features(lines, seen, style, states) -> Counter[str]:
    out: Counter[str] = Counter()
    before = Form.DISPLAY
    for i, form in enumerate(states):
        after = lines[i + 1] if i + 1 < len(lines) else None
        if form is not Form.FURNITURE:
            out.update(alone.features(lines[i], seen[i], after, style)[form])
        end = role.end_of(before, seen[max(0, i - 1)])
        out.update(role.step_features(before, form, end, seen[i].fixed, lines[i].gap, style))
        before = form
    return out


def link(pages: Iterable[gold.Known], epochs: int = 200) -> learn.Weights:
    """Logistic regression over the pairs of fragments that may be one paragraph: the neighbours that flow.py asks
    about, and the torn ends and starts of one article that order.py does.
    """
    rows = []
    for one in pages:
        lines, forms, seen = one.read.lines, one.read.forms, one.read.seen
        texts = [gold.norm(p) for a in one.truth["articles"] for p in a["body"].split("\n")]
        pieces = flow.fragments(lines, forms, seen)
        owners = gold.owners(lines, pieces, one.truth)
        words = [tokens(flow.text_of(p, lines)) for p in pieces]
        torn = flow.Torn(pieces, lines, seen, Vocabulary(words), Seams(line.flat for line in lines))
        for (i, left), (j, right) in itertools.permutations(enumerate(pieces), 2):
            asked = left.open_end or right.open_start if j == i + 1 else left.open_end and right.open_start
            if asked and (j == i + 1 or owners[i] == owners[j] >= 0):
                seam = gold.norm(lines[left.lines[-1]].flat)[-7:] + gold.norm(lines[right.lines[0]].flat)[:7]
                rows.append((torn.features(i, j), any(seam in text for text in texts)))
    return learn.logistic(rows, ridge=0.3, epochs=epochs)
