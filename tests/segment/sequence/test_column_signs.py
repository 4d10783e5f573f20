"""What is seen where a page painted column by column leaves an article and takes it up."""

from __future__ import annotations

from newsarchive.segment.page import read_page
from newsarchive.segment.roles.form import Form
from newsarchive.segment.sequence.column_signs import ColumnSigns, texts_read_as_heads
from tests.segment.made import BRIDGE, LIBRARY


def signs_of(rows: list[str]) -> ColumnSigns:
    read = read_page("\n".join(rows) + "\n")
    return ColumnSigns(read.lines, read.forms, read.seen, [])


def named(signs: ColumnSigns, start: str) -> int:
    """The number of the line of text that begins so."""
    return next(b for b, i in enumerate(signs.body) if signs.lines[i].flat.startswith(start))


def test_ends_and_starts_of_lines() -> None:
    rows = [BRIDGE.headline, *BRIDGE.column(13)]
    signs = signs_of(rows)
    assert signs.ends[-1] == "stop short"
    assert signs.ends[1].startswith("open")
    assert signs.starts[0] == "lead"
    assert signs.starts[2] == "flush"


def test_a_sentence_goes_on_with_its_next_line_rather_than_with_that_of_another_text() -> None:
    bridge, library = BRIDGE.column(15), LIBRARY.column(15)
    signs = signs_of([BRIDGE.headline, *bridge, LIBRARY.headline, *library])
    left = named(signs, bridge[1])
    assert signs.follows(left, named(signs, bridge[2])) > signs.follows(left, named(signs, library[0]))


def test_text_is_of_kin_with_the_article_that_spoke_of_the_same() -> None:
    bridge, library = BRIDGE.column(15), LIBRARY.column(15)
    cut = len(library) // 2
    signs = signs_of([BRIDGE.headline, *bridge, LIBRARY.headline, *library])
    b = named(signs, library[cut])
    chosen = [0] * named(signs, library[0])
    chosen += [1] * (b - len(chosen))
    kin = signs.kin(b, chosen, [(0, len(bridge)), (1, cut)])
    assert kin[1] > kin[0]


def test_an_article_ends_with_a_signature_or_before_a_jump_line() -> None:
    bridge = BRIDGE.column(15)
    signed = signs_of([BRIDGE.headline, *bridge[:-1], bridge[-1] + "（苏木）", LIBRARY.headline, *LIBRARY.column(15)])
    assert signed.ended(named(signed, bridge[-1][:4]))
    jumped = signs_of([BRIDGE.headline, *bridge, "（下转第4版）", LIBRARY.headline, *LIBRARY.column(15)])
    assert jumped.ended(named(jumped, bridge[-1][:4]))
    assert not jumped.ended(named(jumped, bridge[-2][:4]))


def test_a_comma_in_one_display_line_as_wide_as_the_column_before_is_text() -> None:
    narrow = LIBRARY.column(9)[:8]
    rows = [*narrow, "馆长说，读者多", *BRIDGE.column(16)]
    read = read_page("\n".join(rows) + "\n")
    forms = [Form.ON] * len(read.lines)
    forms[8] = Form.DISPLAY
    assert texts_read_as_heads(read.lines, forms)[8] is Form.START


def test_one_without_a_comma_stays_a_headline() -> None:
    rows = [*LIBRARY.column(9)[:8], "馆长说读者很多", *BRIDGE.column(16)]
    read = read_page("\n".join(rows) + "\n")
    forms = [Form.ON] * len(read.lines)
    forms[8] = Form.DISPLAY
    assert texts_read_as_heads(read.lines, forms)[8] is Form.DISPLAY
