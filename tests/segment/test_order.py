"""The pieces of an article in the order in which they are read."""

from __future__ import annotations

from newsarchive.segment.flow import Para, Torn
from newsarchive.segment.lines import Line, split
from newsarchive.segment.order import ordered
from newsarchive.segment.roles import looks
from newsarchive.segment.seam import Seams
from newsarchive.segment.takeup import Group
from newsarchive.segment.vocabulary import Vocabulary, tokens


def order(shown: list[str], flags: list[str], begins: list[float], heads: frozenset[int] = frozenset()) -> list[int]:
    """The order of one-line paragraphs; in a flag ``o`` says open, first for the start, then for the end."""
    lines: list[Line] = split("\n".join(shown))
    paras = [Para((n,), f[0] == "o", f[1] == "o", 10.0) for n, f in enumerate(flags)]
    group = Group(tuple(range(len(paras))), tuple(begins), -1, 1, 1.0)
    words = [tokens(line.flat) for line in lines]
    torn = Torn(paras, lines, looks(lines), words, Vocabulary(words), Seams(shown))
    return list(ordered(group, torn, heads).paras)


def test_what_stands_in_order_stays() -> None:
    assert order(["甲说了第一件事。", "乙说了第二件事。"], ["..", ".."], [0, 0]) == [0, 1]


def test_the_end_of_a_sentence_does_not_come_first() -> None:
    shown = ["系的建设走上新台阶。", "大会要求推动装备制造体"]
    assert order(shown, ["o.", ".o"], [0, 0]) == [1, 0]


def test_a_ring_is_cut_where_the_article_begins() -> None:
    # Painted from the middle: the last paragraph goes on in the first one.
    shown = ["系的建设走上新台阶。", "会后还举行了签约。", "昨日，大会开幕。", "大会要求推动装备制造体"]
    assert order(shown, ["o.", "..", "..", ".o"], [0, -3, 2, -3]) == [2, 3, 0, 1]


def test_the_piece_with_the_lead_is_the_first() -> None:
    shown = ["他说，装备制造是立市之本。", "本报讯（记者 李四） 昨日，大会开幕。"]
    assert order(shown, ["..", ".."], [0, 0]) == [1, 0]
