"""Page accounting: whatever was cleaned and however it was cut, the spans give back the text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsarchive.check import check_accounts
from newsarchive.model import Role, Segmentation, Stretch
from newsarchive.spans import characters, placed, spans
from newsarchive.text.clean import clean

ROLES = [Role.BODY, Role.HEADLINE, Role.FURNITURE, Role.UNPLACED]


@given(st.text(), st.lists(st.integers(0, 200)), st.data())
def test_spans_of_any_text_cut_anywhere_add_up(text: str, cuts: list[int], data: st.DataObject) -> None:
    cleaned = clean(text)
    size = len(cleaned.text)
    bounds = sorted({0, size, *(cut for cut in cuts if cut < size)})
    stretches = tuple(
        Stretch(start, end, data.draw(st.sampled_from(ROLES)), None, "test") for start, end in pairwise(bounds)
    )
    made = spans(cleaned, Segmentation((), stretches))
    check_accounts(text, made)
    assert placed(made) <= characters(made) == len("".join(text.split()))


def test_text_printed_twice_is_a_span_of_its_own() -> None:
    cleaned = clean("春耕有序推进，农资供应充足。\n王弋王弋摄摄\n")
    size = len(cleaned.text)
    head = cleaned.text.index("\n") + 1
    segmentation = Segmentation(
        (), (Stretch(0, head, Role.BODY, 0, "prose"), Stretch(head, size, Role.CREDIT, 0, "摄"))
    )
    made = [(span.line, span.role, span.text) for span in spans(cleaned, segmentation)]
    assert made[0] == (1, Role.BODY, "春耕有序推进，农资供应充足。\n")
    assert "".join(text for _, role, text in made if role is Role.DUPLICATE) == "王弋摄"
    assert {line for line, _, _ in made[1:]} == {2}
