"""Kickers and subtitles that nobody took, right beside a headline; see newsarchive/segment/heads/beside.py."""

from __future__ import annotations

import pytest

from newsarchive.segment.articles.fitness import REST
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.draft import Draft
from newsarchive.segment.heads.beside import give_neighbours

OVER, HEAD, UNDER = 3, 4, 5


def given(
    flat: str, line: int, told: list[float], fit: tuple[str, ...] = (), *, kicker: bool = False, subtitle: bool = False
) -> Draft:
    """The first of some articles, its headline on line 4, after the block at a line was given; ``told`` is how surely
    that heads each of them.
    """
    draft = Draft(headline=[HEAD], kicker=[1] * kicker, subtitle=[8] * subtitle)
    drafts = [draft, *(Draft(headline=[10 * n]) for n in range(2, len(told) + 1))]
    shown = [Block((line,), flat, spaced=False, vertical=False, width=float(len(flat)))]
    give_neighbours([0], drafts, shown, [fit], lambda n, a: told[a], len(drafts))
    return draft


def test_what_stands_right_beside_a_headline_and_is_spoken_of_below_is_of_its_head() -> None:
    assert given("青河两岸告别摆渡", OVER, [1.5, -3.0]).kicker == [OVER]
    assert given("三年建成 双向六车道", UNDER, [1.5, -3.0]).subtitle == [UNDER]


@pytest.mark.parametrize(
    ("flat", "line", "told", "fit", "has"),
    [
        pytest.param("青河两岸告别摆渡", OVER, [0.5, -3.0], (), {}, id="hardly spoken of"),
        pytest.param("青河两岸告别摆渡", OVER, [1.5, 0.5], (), {}, id="spoken of elsewhere too"),
        pytest.param("青河两岸告别摆渡", OVER, [1.5, -3.0], (), {"kicker": True}, id="it has a kicker"),
        pytest.param("三年建成 双向六车道", UNDER, [1.5, -3.0], (), {"subtitle": True}, id="it has a subtitle"),
        pytest.param("青河两岸告别摆渡", 7, [1.5, -3.0], (), {}, id="elsewhere"),
        pytest.param("读书", OVER, [1.5, -3.0], (), {}, id="too short to tell"),
        pytest.param("青河两岸告别摆渡，", OVER, [1.5, -3.0], ("fit:stop",), {}, id="a sentence goes on"),
        pytest.param("咨询电话：5550123", OVER, [1.5, -3.0], (REST,), {}, id="whom to ask"),
        pytest.param("本报青河5月19日电", UNDER, [1.5, -3.0], (), {}, id="where news comes from"),
    ],
)
def test_what_is_of_no_head_is_left(
    flat: str, line: int, told: list[float], fit: tuple[str, ...], has: dict[str, bool]
) -> None:
    draft = given(flat, line, told, fit, **has)
    assert line not in (*draft.kicker, *draft.headline, *draft.subtitle)
