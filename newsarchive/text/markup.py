"""The rules about what a program put around the text: character references and tags of HTML, signs of Markdown.

A dump that was taken from a web page, or written by a program that marks headlines, holds them; no newspaper prints
them. Web pages that were fetched as such lost theirs when they were read.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence

from newsarchive.text.rules import Change, Rule, deletions

# A line without any of these holds no markup.
_SIGN = re.compile("[&<#>*]")
# &nbsp; &#8220; &#x201c;. The longest name of a mark that stands in Chinese text is hellip or middot.
_REFERENCE = re.compile("&(?:[a-z]{2,6}|#[0-9]{2,7}|#x[0-9A-Fa-f]{2,6});")
# Tags that stand within text, and around a piece of it. Attributes longer than this are no line of a page.
_TAG = re.compile(
    "</?(?:a|b|br|center|dd|div|dl|dt|em|font|h[1-6]|i|img|li|ol|p|pre|small|span|strong|su[bp]|t[dhr]|table|tbody|u|ul)"
    "(?: [^<>]{0,300})?/?>",
    re.IGNORECASE,
)
# ## before a headline, > before a line that is quoted: a blank stands behind both. #话题# is type.
_OPENING = re.compile("^ *(?:#{1,6} +(?=[^ #][^#]*$)|> +(?=[^ ]))")
# Two stars on either side of what is bold; a line is not longer.
_BOLD = re.compile(r"\*\*([^* ](?:[^*]{0,200}[^* ])?)\*\*")


def is_marked_up(line: str) -> bool:
    """Tell whether a rule about markup may have something to do in ``line``."""
    return _SIGN.search(line) is not None


def find_references(line: str) -> Sequence[Change]:
    """Find the character references of HTML: ``&quot;`` becomes ``"``."""
    changes: list[Change] = []
    for match in _REFERENCE.finditer(line) if "&" in line else ():
        character = html.unescape(match[0])
        # What is no sign (a line end, a control character) is not to come into the line; an unknown name stays.
        if len(character) == 1 and unicodedata.category(character) not in ("Cc", "Cs", "Cn", "Zl", "Zp"):
            changes += (Change(match.start(), match.start() + 1, character), Change(match.start() + 1, match.end(), ""))
    return changes


def find_bold(line: str) -> Sequence[Change]:
    """Find the stars around what is bold."""
    return [
        Change(at, at + 2, "")
        for match in (_BOLD.finditer(line) if "**" in line else ())
        for at in (match.start(), match.end() - 2)
    ]


MARKUP_RULES: tuple[Rule, ...] = (
    Rule("reference", find_references),
    Rule("tag", deletions(_TAG)),
    Rule("bold", find_bold),
    Rule("markdown", deletions(_OPENING)),
)
