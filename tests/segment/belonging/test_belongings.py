"""Jump lines and signatures: to which article each belongs."""

from __future__ import annotations

import pytest

from newsarchive.segment.belonging.belongings import give_jumps, give_signatures
from newsarchive.segment.draft import Draft
from newsarchive.segment.lines.line import split
from tests.segment.made import each, forms


def article(headline: int | None, *body: int) -> Draft:
    draft = Draft(body=[("para", tuple(body))] if body else [])
    if headline is not None:
        draft.headline.append(headline)
    return draft


def test_jump_lines_belong_to_the_text_above_and_below() -> None:
    rows = each("大桥合龙", "大桥全长一千二百米。", "（下转第4版）", "（上接第1版）", "馆长算了一笔账。")
    drafts = [article(0, 1), article(None, 4)]
    give_jumps(rows, forms("DSJJS"), drafts)
    assert (drafts[0].jump_to, drafts[0].jump_from) == ([2], [])
    assert (drafts[1].jump_to, drafts[1].jump_from) == ([], [3])


def test_a_jump_line_with_no_text_to_belong_to() -> None:
    rows = each("（下转第4版）", "大桥全长一千二百米。", "（上接第1版）")
    drafts = [article(None, 1)]
    give_jumps(rows, forms("JSJ"), drafts)
    assert (drafts[0].jump_to, drafts[0].jump_from) == ([], [])


def test_a_signature_signs_the_text_above_it() -> None:
    rows = each("大桥全长一千二百米。", "（方小禾）", "订报热线", "图书馆夜间不打烊", "馆长算了一笔账。", "（丁一帆）")
    drafts = [article(None, 0), article(3, 4)]
    give_signatures(rows, forms("SGFDSG"), drafts)
    assert [d.signature for d in drafts] == [[1], [5]]


def test_a_signature_signs_what_it_was_printed_right_below() -> None:
    # The rest of another text was put between them, for the text above that goes on with it.
    rows = split("图书馆夜间不打烊。\n（方小禾）\n\n大桥全长一千二百米。")
    rows = [rows[0], rows[2], rows[1]]
    drafts = [article(None, 0), article(None, 1)]
    give_signatures(rows, forms("SSG"), drafts)
    assert [d.signature for d in drafts] == [[2], []]


def test_a_signature_above_all_texts_signs_none() -> None:
    drafts = [article(None, 1)]
    give_signatures(each("（方小禾）", "大桥全长一千二百米。"), forms("GS"), drafts)
    assert drafts[0].signature == []


@pytest.mark.parametrize(
    ("end", "signature", "body"),
    [
        pytest.param("通车以后绕行成为历史。 （方小禾）", [], (0, 1, 2), id="signed at its end"),
        pytest.param("通车以后绕行成为历史。", [1], (0, 2), id="not signed at its end: read out of place"),
    ],
)
def test_a_name_in_brackets_inside_a_text(end: str, signature: list[int], body: tuple[int, ...]) -> None:
    drafts = [article(None, 0, 2)]
    give_signatures(each("柚子节", "（白沙）", end), forms("SGN"), drafts)
    assert (drafts[0].signature, drafts[0].body) == (signature, [("para", body)])
