"""Pieces of an article that look torn and are not, as only the whole article tells.

What is read as torn is joined to what is left open elsewhere (order.py), and takes all that stands with it along.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.forms.marks import item_of, speaker
from newsarchive.segment.lines.line import ends_sentence
from newsarchive.segment.roles.contacts import is_contact
from newsarchive.segment.sequence.flow import Torn

# Who wrote an article, and where he works.
_SIGNED = re.compile("[（(][^（）()]{2,40}[）)]$")
# Log odds by which a piece goes on with the one above rather than with any other: right joins of places apart have 2.7
# less at most, wrong ones 3.0 at least.
RATHER = 2.85


def without_false(group: Group, torn: Torn) -> Torn:
    """The pieces of an article with those read as whole that are."""
    return _begun(group, _closed(group, torn))


def _closed(group: Group, torn: Torn) -> Torn:
    """Those read as whole that end with a full stop but for brackets behind it, which may have been begun on the line
    above, or that say where to go or whom to ask.
    """
    read, own = list(torn.paras), group.members
    for k in group.paras:
        if not read[k].open_end:
            continue
        text = torn.texts[k]
        # An address may go on right below, and nowhere else.
        below = k + 1 in own and not is_contact(torn.texts[k + 1])
        if ends_sentence(_SIGNED.sub("", text)) or (is_contact(text) and not below):
            read[k] = replace(read[k], open_end=False)
    return torn if read == torn.paras else torn.read_as(read)


def _begun(group: Group, torn: Torn) -> Torn:
    """Those read as paragraphs that begin with a speaker of the interview or the number of an item, and those that go
    on with the piece right above, if with any: nothing else was left open, or fits far worse.
    """
    paras, texts, own = torn.paras, torn.texts, group.members
    ends = [k for k in group.paras if paras[k].open_end and not (k + 1 in own and paras[k + 1].open_start)]
    asked = Counter(speaker(texts[k]) for k in group.paras)
    read = list(paras)
    for k in group.paras:
        # What goes on with the piece right above stays where it is.
        if not paras[k].open_start or (k - 1 in own and paras[k - 1].open_end):
            continue
        by = speaker(texts[k])
        begun = asked[by] > 1 if by else item_of(texts[k]) is not None
        if k - 1 in own and paras[k - 1].lines[-1] + 1 == paras[k].lines[0]:
            begun = begun or all(torn.link(k - 1, k) > torn.link(end, k) + RATHER for end in ends)
        if begun:
            read[k] = replace(read[k], open_start=False)
    return torn if read == torn.paras else torn.read_as(read)
