"""What is told of a page that is read wrong: pages made up for it, each with one thing wrong."""

from __future__ import annotations

from typing import Any

import pytest

from tests.quality.report import changes
from tests.quality.scoring import OTHERS, looked_at
from tests.quality.why import main, wrongs

RAIN = "昨日夜间全市普降大雨，河水上涨一米，沿河住户搬到高处。"
BRIDGE = "新桥上月通车，两岸居民过河由一小时缩短为五分钟。"
FAIR = "庙会明天开市，戏台连唱三天，摊位比去年多一倍。"


def article(headline: str, *body: str, **more: Any) -> dict[str, Any]:
    """An article as truth and prediction give it."""
    parts = {"kicker": "", "subtitle": "", "byline": "", "subheads": [], "captions": [], "credits": []}
    return {"headline": headline, "body": "\n".join(body), "jump_to": None, "jump_from": None, **parts, **more}


def page(*articles: dict[str, Any], furniture: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"articles": list(articles), "furniture": list(furniture)}


WHOLE = page(article("大雨", RAIN, FAIR), article("新桥", BRIDGE))


@pytest.mark.parametrize(
    ("made", "told"),
    [
        # All as it should be: silence.
        (WHOLE, []),
        # A paragraph is given to the neighbour: both are told of.
        (
            page(article("大雨", RAIN), article("新桥", BRIDGE, FAIR)),
            ["“大雨”: 45% of its text is under “新桥”", "“新桥”: it has text of “大雨” besides"],
        ),
        # An article is cut in two.
        (
            page(article("大雨", RAIN), article("庙会", FAIR), article("新桥", BRIDGE)),
            [
                "“大雨”: 45% of its text is under “庙会”",
                "one too many under “庙会”: 庙会明天开市,戏台连唱三天,摊位比去年多…",
            ],
        ),
        # A text is taken for what stands on every page.
        (
            page(article("大雨", RAIN, FAIR), furniture=(BRIDGE,)),
            ["“新桥”: missing, furniture"],
        ),
        # The paragraphs stand in another order.
        (
            page(article("大雨", FAIR, RAIN), article("新桥", BRIDGE)),
            ["“大雨”: its text is in another order (0.54)"],
        ),
        # The parts of a head are exchanged, a jump line is lost.
        (
            page(article("大雨", RAIN, FAIR), article("", BRIDGE, kicker="新桥", jump_to="第3版")),
            ["“新桥”: kicker “新桥” instead of “”; headline “” instead of “新桥”; jump_to 第3版 instead of None"],
        ),
    ],
)
def test_what_is_wrong_is_told(made: dict[str, Any], told: list[str]) -> None:
    assert list(wrongs(WHOLE, made)) == told


def test_an_advertisement_that_is_left_out_is_no_fault() -> None:
    with_advertisement = page(*WHOLE["articles"], article("招租", "临街铺面两间出租，面议。", optional=True))
    assert not list(wrongs(with_advertisement, WHOLE))


def test_a_dump_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dev_009.sim"]) == 0
    assert capsys.readouterr().out.startswith("dev_009.sim: ")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ([], "usage: "),
        (["dev_009"], "usage: "),
        (["dev_009.layout"], "dev_009.layout: there is no such dump in "),
        (["press_040.raw"], "press_040 is kept out"),
    ],
)
def test_what_cannot_be_told_of_is_refused_in_one_line(
    asked: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(asked) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith(told)
    assert err.count("\n") == 1


def test_what_changed_is_told_and_nothing_else() -> None:
    made = {"f1": 0.8, "kicker_f1": None}
    now = {"styles": {"sim": {"all": made}}, **{which: {} for which in OTHERS}, "pages": [("dev_009.sim", made)]}
    now["others"] = [("press_077.raw", made)]
    assert not list(changes(now, now))
    before = {
        **now,
        "styles": {"sim": {"all": {"f1": 0.7, "kicker_f1": 0.5}}},
        "others": [("press_077.raw", {"f1": 1.0})],
    }
    assert list(changes(before, now)) == [
        "bench sim, all: f1 0.700 → 0.800 (+0.100)",
        "press_077.raw: f1 1.000 → 0.800 (-0.200)",
    ]


def test_of_pages_that_are_kept_out_no_dump_is_told_of() -> None:
    dumps = [(f"{page}.raw", {}) for page in ("press_040", "press_056", "press_077", "press_092", "dev_020")]
    assert [dump for dump, _ in looked_at(dumps)] == ["press_077.raw", "dev_020.raw"]
