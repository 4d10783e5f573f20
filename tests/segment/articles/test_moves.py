"""Which pieces of an article may belong to another one; see newsarchive/segment/articles/moves.py and ground.py."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.segment.articles.ground import Ground, runs
from newsarchive.segment.articles.moves import MOST_PARTS, Move, Standing
from newsarchive.segment.articles.moving import evidence
from newsarchive.segment.articles.pair import Tables
from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.belonging.bylined import Bylines
from newsarchive.segment.sequence.flow import Torn
from tests.segment.pages import BRIDGE, CHESS, TEA, page, reading

TEXT = f"新桥正式通车\n\n{BRIDGE}\n云雾山春茶上市\n\n{TEA}\n少年象棋赛落幕\n\n{CHESS}"
COUNT = 9
# Two texts side by side, painted column by column: each is left inside a sentence and taken up in order.
TORN = (
    "新桥正式通车\n\n　　昨日上午，横跨青河的新桥正式通车，两\n岸居民往来从此不必绕行二十公里。据新桥\n"
    "项目负责人介绍，新桥全长三千米，桥面设\n\n云雾山春茶上市\n\n　　谷雨前后，云雾山的茶农忙着采摘春茶，\n"
    "满山都是采茶人的歌声。茶农合作社今年添\n置了炒茶机，春茶一上市就卖到每斤八百\n\n资料图片\n\n"
    "双向六车道，历时三年建成，新桥两头还修\n了供居民歇脚的凉亭。\n\n资料图片\n\n"
    "元，比去年高出一成，茶农乐得合不拢嘴，\n说明年还要多种春茶。\n"
)


def ground(text: str) -> Ground:
    read, seen = reading(text), page(text)
    return Ground(Tables(seen), Torn(read.paras, read.lines, read.seen, seen.vocabulary, seen.seams))


PAGE = ground(TEXT)


def standing(owners: list[int], on: Ground = PAGE) -> Standing:
    """The paragraphs of a page as articles, by the number of the article of each."""
    held = [[k for k, owner in enumerate(owners) if owner == a] for a in sorted(set(owners))]
    return Standing([Group(tuple(ks), (0.0,) * len(ks), -1, 1.0) for ks in held], on)


def told(made: Standing, move: Move) -> dict[str, float]:
    return dict(evidence(made, move))


@pytest.mark.parametrize(
    ("paras", "wanted"),
    [
        ((), []),
        ((3,), [[3]]),
        ((5, 1, 2, 7, 6), [[1, 2], [5, 6, 7]]),
    ],
)
def test_paragraphs_that_follow_each_other_are_one_piece(paras: tuple[int, ...], wanted: list[list[int]]) -> None:
    assert runs(paras) == wanted


@given(st.lists(st.integers(0, 3), min_size=COUNT, max_size=COUNT))
def test_a_move_takes_a_piece_of_one_article_to_another(owners: list[int]) -> None:
    made = standing(owners)
    found = list(made.moves())
    assert len(set(found)) == len(found)
    for move in found:
        assert set(move.piece) <= made.members[move.source]
        assert move.target != move.source
        # What is an article of its own is not made one.
        assert move.target >= 0 or len(move.piece) < len(made.members[move.source])
        assert all(isinstance(amount, float | int) for _, amount in evidence(made, move))


def test_a_piece_is_liker_the_article_that_it_is_of() -> None:
    # The end of the text on the bridge stands with that on tea.
    made = standing([0, 0, 1, 1, 1, 1, 2, 2, 2])
    bridge, tea, chess = made.likes(1, 2, 2)
    assert bridge > max(tea, chess)
    assert Move(1, 2, 2, 0) in list(made.moves())


def test_the_paragraphs_within_a_long_article_that_are_looked_at_are_few() -> None:
    text = "新桥正式通车\n\n" + "\n".join(f"{BRIDGE}" for _ in range(8))
    made = standing([0] * 24, ground(text))
    assert max(len(m.piece) for m in made.moves() if m.first > 0 and m.last < 23) <= MOST_PARTS


def test_the_beginning_of_a_long_article_may_be_another_one_as_its_end_may() -> None:
    # What goes on from another page stands before a text whose headline is elsewhere.
    made = standing([0] * 12 + [1] * 3, ground("\n\n".join([*[BRIDGE.replace("\n", "\n\n")] * 3, TEA, CHESS])))
    assert {Move(0, 0, 8, -1), Move(0, 9, 11, -1)} <= set(made.moves())


def test_what_is_cut_and_what_is_healed() -> None:
    made = standing([0, 0, 1, 1, 1, 1, 2, 2, 2])
    back = told(made, Move(1, 2, 2, 0))
    assert (back["move"], back["cut"], back["heal"]) == (1.0, 1.0, 1.0)
    alone = told(made, Move(1, 4, 5, -1))
    assert alone["new"] == alone["cut"] == 1.0
    assert "heal" not in alone
    assert told(made, Move(0, 0, 1, 2))["merge"] == 1.0


def test_a_torn_end_that_finds_its_beginning() -> None:
    on = ground(TORN)
    texts = on.torn.paras
    begin, end = (next(k for k, para in enumerate(texts) if word in on.page.texts[k]) for word in ("横跨", "凉亭"))
    assert (texts[begin].open_end, texts[end].torn_start) == (True, True)
    owners = [0 if k == begin else 1 for k in range(len(texts))]
    back = told(standing(owners, on), Move(1, end, end, 0))
    assert back["matched"] == 1


# A paragraph that ends just where its column does, and goes on without an indent behind a text that ends short.
FLUSH = """新桥正式通车

　　昨日上午，横跨青河的新桥正式通车，两
岸居民往来从此不必绕行，都说这是好事情。

云雾山春茶上市

　　谷雨前后，云雾山的茶农忙着采摘春茶，
满山都是采茶人的歌声。
　　茶农合作社今年添置了炒茶机，春茶一上
市就卖到每斤八百元，比去年高出一成。

他们还说，新桥两头修了供居民歇脚的凉亭，
桥面双向六车道，往来的车辆再也不用排队。
"""


def test_a_beginning_without_an_indent_wants_an_end_at_the_end_of_a_column() -> None:
    read, seen = reading(FLUSH), page(FLUSH)
    flush = next(k for k, text in enumerate(seen.texts) if text.startswith("他们还说"))
    assert read.paras[flush].full_start
    paras = [replace(para, open_start=para.open_start and k != flush) for k, para in enumerate(read.paras)]
    on = Ground(Tables(seen), Torn(paras, read.lines, read.seen, seen.vocabulary, seen.seams))
    made = standing([0 if k == 0 else 1 for k in range(len(on.page.texts))], on)
    # Behind the text on the bridge it has an end to go on with; alone it has none.
    assert told(made, Move(1, flush, flush, 0))["flush starts"] == 0
    assert told(made, Move(1, flush, flush, -1))["flush starts"] == 1


# Four articles of two paragraphs, the second of which begins with the end of the first, and one of a single paragraph,
# too short to be signed.
FIVE = ground("\n\n".join([TEA, CHESS, *BRIDGE.split("\n\n")[1:], "小棋手输棋之后，都不肯早睡。\n"]))
PARTS = [0, 0, 1, 1, 2, 2, 3, 3, 4]


def signed(bylines: Bylines) -> Standing:
    """The five articles on a page with some bylines."""
    tables = Tables(replace(FIVE.page, bylines=bylines))
    return standing(PARTS, Ground(tables, FIVE.torn))


@pytest.mark.parametrize(
    ("bylines", "wanted"),
    [
        pytest.param(Bylines(count=4, above=frozenset({0})), 1.0, id="one of five has no byline"),
        pytest.param(Bylines(count=3, above=frozenset({0})), 0.0, id="two of five have none"),
        pytest.param(Bylines(count=4), 0.0, id="any of five may be the one that has none"),
        pytest.param(Bylines(count=4, above=frozenset({0}), signed=frozenset({4})), 0.0, id="another one needs none"),
        pytest.param(Bylines(count=5, above=frozenset({0})), 0.0, id="there is one for each"),
    ],
)
def test_an_article_that_nobody_wrote_is_one_too_many_where_nearly_all_are_signed(
    bylines: Bylines, wanted: float
) -> None:
    made = signed(bylines)
    assert told(made, Move(0, 0, 1, 1)).get("merge where nearly all sign", 0.0) == wanted
    # What is very short is signed by nobody, and a piece of an article is no article.
    assert not told(made, Move(4, 8, 8, 3)).get("merge where nearly all sign")
    assert not told(made, Move(0, 1, 1, 1)).get("merge where nearly all sign")


def test_an_unsigned_article_is_part_of_the_one_that_it_belongs_to() -> None:
    made = signed(Bylines(count=4, above=frozenset({6})))
    beside, elsewhere = (told(made, Move(0, 0, 1, target)) for target in (1, 3))
    assert (beside["merge where nearly all sign"], elsewhere["merge where nearly all sign"]) == (1.0, 1.0)
    assert beside["merge unsigned where it belongs"] == 1.0
    assert elsewhere["merge unsigned where it belongs"] == 0.0


def under(head: int, on: Ground) -> Standing:
    """All paragraphs as one article under a head."""
    return Standing([Group(tuple(range(COUNT)), (0.0,) * COUNT, head, 1.0)], on)


def test_the_larger_part_of_an_article_leaves_its_headline_only_if_that_speaks_of_the_rest() -> None:
    bridge, chess = (PAGE.page.stacks.index((n,)) for n in (0, 2))
    tea_and_chess = Move(0, 3, 8, -1)
    assert tea_and_chess in list(under(bridge, PAGE).moves())
    # The headline of the chess players would stay with the bridge.
    assert tea_and_chess not in list(under(chess, PAGE).moves())
    assert Move(0, 0, 2, -1) in list(under(chess, PAGE).moves())


@pytest.mark.parametrize(("like", "opens", "may"), [(0.005, False, True), (0.1, False, False), (0.1, True, True)])
def test_the_larger_part_leaves_if_it_opens_an_article_or_is_like_the_rest_in_nothing(
    like: float, opens: bool, may: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    between = [replace(here, opens=opens and k == 3) for k, here in enumerate(PAGE.page.between)]
    on = Ground(Tables(replace(PAGE.page, between=between)), PAGE.torn)
    made = under(on.page.stacks.index((0,)), on)
    monkeypatch.setattr(made, "likes", lambda source, first, last: [like])
    assert (Move(0, 3, 8, -1) in list(made.moves())) is may


def test_what_a_page_says_of_a_head_is_shared_out() -> None:
    for head in range(PAGE.tables.heads):
        assert PAGE.told(head, 0, COUNT - 1) == pytest.approx(1.0)
        parts = [PAGE.told(head, k, k) for k in range(COUNT)]
        assert sum(parts) == pytest.approx(1.0)
    bridge = PAGE.page.stacks.index((0,))
    assert PAGE.told(bridge, 0, 2) > 0.9
    assert PAGE.said(bridge, {0, 1, 2}) > PAGE.said(bridge, {3, 4, 5})


def test_the_closed_pieces_of_an_article_are_counted() -> None:
    assert PAGE.closed_within(range(COUNT)) == 0
    closed = ground(TEXT.replace("坐渡船过青河。", "坐渡船过青河。\n（下转第2版）"))
    assert [closed.closed_within(ks) for ks in ((0, 1, 2), (0, 1), (3, 4, 5))] == [1, 0, 0]


def test_every_name_of_evidence_has_a_weight_or_is_of_no_weight() -> None:
    """None is spelt in two ways."""
    made = standing([0, 0, 1, 1, 1, 1, 2, 2, 2])
    names = [name for name, _ in itertools.chain.from_iterable(evidence(made, m) for m in made.moves())]
    assert all(name == name.strip().lower() for name in names)
