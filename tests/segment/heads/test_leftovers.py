"""Display blocks that the division left over, and the heads they are given to."""

from __future__ import annotations

from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.heads.leftovers import Leftovers, behind, in_order
from newsarchive.segment.kin.vocabulary import tokens
from newsarchive.segment.sequence.flow import Para
from tests.segment.made import BRIDGE, LIBRARY, POMELO

STORIES = (BRIDGE, LIBRARY, POMELO)
KIN = [tokens("".join(story.paragraphs)) for story in STORIES]


def block(text: str, line: int, tie: float = 0.0) -> Block:
    return Block((line,), text, spaced=False, vertical=False, width=float(len(text)), tie=tie)


def given(left: Block, stacks: list[tuple[int, ...]], fitness: tuple[str, ...] = ()) -> list[tuple[int, ...]]:
    """The heads of three stories after one block was left over; blocks 0 to 2 are their headlines."""
    shown = [*(block(story.headline, 10 * n) for n, story in enumerate(STORIES)), left]
    heads = [tokens(b.flat) for b in shown]
    return Leftovers(shown, [*[()] * 3, fitness], heads, KIN).completed(stacks, [3])


HEADED = [(0,), (1,), (2,)]


def test_a_block_goes_to_the_article_that_speaks_of_it() -> None:
    assert given(block("城南图书馆里的读者和馆员", 99), HEADED) == [(0,), (1, 3), (2,)]


def test_a_block_that_no_article_speaks_of_is_nobodys() -> None:
    assert given(block("外星来客登门拜访", 99), HEADED) == HEADED


def test_an_article_without_a_head_takes_one_that_speaks_of_it_a_little() -> None:
    assert given(block("村里的柚子出海", 99), [(0,), (1,), ()])[2] == (3,)


def test_an_article_that_must_have_a_headline_goes_first() -> None:
    shown = [*(block(story.headline, 10 * n) for n, story in enumerate(STORIES)), block("城南图书馆里的读者和馆员", 99)]
    left = Leftovers(shown, [()] * 4, [tokens(b.flat) for b in shown], KIN)
    assert left.completed([(0,), (1,), ()], [3], [2]) == [(0,), (1,), ()]
    # enough blocks are left for both
    assert left.completed([(), (1,), ()], [3, 0], [2])[1] == (1, 3)


def test_two_headlines_taken_for_one_of_two_parts() -> None:
    shown = [block("谨防“天上掉馅饼”", 0), block(LIBRARY.headline, 1), block(POMELO.headline, 2)]
    left = Leftovers(shown, [("fit:heap",)] * 3, [tokens(b.flat) for b in shown], KIN)
    parts = ["headline", "subtitle"]
    assert left.shared_out([(), (0, 1), (2,)], [0], lambda stack: parts) == [(0,), (1,), (2,)]
    # a kicker says what its text need not say
    assert left.shared_out([(), (0, 1), (2,)], [0], lambda stack: ["kicker", "headline"])[0] == ()
    # every article has a headline
    assert left.shared_out([(), (0, 1), (2,)], [], lambda stack: parts)[1] == (0, 1)


def test_of_two_such_heads_that_is_parted_whose_text_says_least_of_the_first() -> None:
    # 馆员 is said in the story of the library, 馅饼 in none
    texts = ["馆员老周的柿子红了", LIBRARY.headline, "谨防“天上掉馅饼”", POMELO.headline]
    shown = [block(text, n) for n, text in enumerate(texts)]
    left = Leftovers(shown, [("fit:heap",)] * 4, [tokens(b.flat) for b in shown], KIN)
    parted = left.shared_out([(), (0, 1), (2, 3)], [0], lambda stack: ["headline", "subtitle"])
    assert parted == [(2,), (0, 1), (3,)]
    # alone the first would be parted too
    assert left.shared_out([(), (0, 1), ()], [0], lambda stack: ["headline", "subtitle"])[0] == (0,)


def under_kicker(left: str, fitness: tuple[str, ...] = ()) -> tuple[int, ...]:
    """The head of the story of the bridge after one block was left over; only its kicker stands there."""
    shown = [block("市长看望建设者时强调", 0), block(LIBRARY.headline, 10), block(POMELO.headline, 20), block(left, 99)]
    heads = [tokens(b.flat) for b in shown]
    return Leftovers(shown, [*[()] * 3, fitness], heads, KIN).completed(HEADED, [3])[0]


def test_a_headline_of_which_its_text_says_less_than_of_its_subtitle_is_passed_on() -> None:
    texts = ("柿子红了，馆员把灯点亮，读者来了。", "本报讯 " + "".join(LIBRARY.paragraphs) + "馆员数了数。")
    shown = [block("馆员的柿子“点灯”啦", 0), block("城南图书馆阅览室开放到夜里", 1)]
    left = Leftovers(shown, [(), ()], [tokens(b.flat) for b in shown], [tokens(text) for text in texts])
    parts = ["headline", "subtitle"]
    assert left.passed_on([(), (0, 1)], [0], texts, lambda stack: parts) == [(0,), (1,)]
    # a dash adds to what stands above it
    shown[1] = block("——城南图书馆阅览室开放到夜里", 1)
    assert left.passed_on([(), (0, 1)], [0], texts, lambda stack: parts) == [(), (0, 1)]


def test_a_kicker_takes_the_headline_that_it_introduces() -> None:
    headline = "早一天让两岸乡亲过上桥"
    # No words of an article are enough by themselves.
    assert given(block(headline, 99), HEADED) == HEADED
    assert under_kicker(headline) == (0, 3)
    assert under_kicker("外星来客登门拜访") == (0,)
    assert under_kicker("读者和馆员都在等一座桥") == (0,)
    assert under_kicker(headline, ("fit:inside",)) == (0,)


def test_a_full_head_takes_no_more() -> None:
    full = [(0,), (1, 7, 8), (2,)]
    assert given(block("城南图书馆里的读者和馆员", 99), full)[1] == (1, 7, 8)


def test_one_choice_for_every_block_that_is_left() -> None:
    shown = [block(story.headline, 10 * n) for n, story in enumerate(STORIES)]
    heads = [tokens(b.flat) for b in shown]
    found = list(Leftovers(shown, [()] * 3, heads, KIN).choices([(), (), ()], [0, 1, 2]))
    assert [(choice.block, choice.article) for choice in found] == [(0, 0), (1, 1), (2, 2)]
    assert not list(Leftovers(shown, [()] * 3, heads, []).choices([], [0]))


def ordered(
    left: tuple[str, ...],
    texts: tuple[str, ...],
    headed: tuple[int, ...] = (),
    torn: tuple[int, ...] = (),
    pictures: int = 0,
) -> list[str]:
    """The headlines that some texts take of those left over; ``headed`` have one, ``torn`` begin inside a sentence."""
    shown = [block(text, n) for n, text in enumerate(left)]
    groups = [Group((n,), (1.0,), -1, 1.0) for n in range(len(texts))]
    paras = [Para((0,), n in torn, False, 10.0) for n in range(len(texts))]
    stacks: list[tuple[int, ...]] = [(99,) if n in headed else () for n in range(len(texts))]
    out = in_order(stacks, range(len(left)), shown, groups, paras, texts, pictures)
    return ["".join(shown[n].flat for n in stack if n != 99) for stack in out]


def test_what_is_like_nothing_goes_in_order_to_what_has_no_head() -> None:
    assert ordered(("甲", "乙"), ("一", "二", "三"), torn=(1,)) == ["甲", "", "乙"]
    # Of more or fewer than there are texts none shows whose it is.
    assert ordered(("甲", "乙"), ("一", "二"), headed=(0,)) == ["", ""]
    assert ordered(("甲",), ("一", "二")) == ["", ""]
    # Nor where a picture story has no headline either.
    assert ordered(("甲",), ("一",), pictures=1) == [""]


def test_what_plays_with_words_goes_to_the_text_that_holds_its_characters() -> None:
    texts = ("雨停了，河边的老船工收起伞。", "灯亮了，晒谷场上锣鼓响。")
    assert ordered(("锣响灯明", "船头听雨"), texts) == ["船头听雨", "锣响灯明"]
    assert ordered(("锣响灯明",), texts) == ["", "锣响灯明"]


def test_what_a_text_with_a_headline_speaks_of_heads_no_other() -> None:
    texts = ("灯亮了，晒谷场上锣鼓响。", "明天有雨。")
    assert ordered(("锣响灯明",), texts, headed=(0,)) == ["", ""]
    assert ordered(("锣响灯明",), texts, headed=(1,)) == ["锣响灯明", ""]


def test_a_headline_right_behind_the_text_of_an_article_without_one() -> None:
    shown = [block("夜里的灯", 3), block("远处的船", 8)]
    groups = [Group((n,), (1.0,), -1, 1.0) for n in range(2)]
    whole = [Para((1, 2), False, False, 10.0), Para((4, 5), False, False, 10.0)]
    texts = ["一", "二"]
    assert behind([(), ()], [0, 1], shown, groups, whole, texts) == [(0,), ()]
    # Whose text has a headline, or begins inside a sentence, takes none.
    assert behind([(7,), ()], [0, 1], shown, groups, whole, texts) == [(7,), ()]
    torn = [Para((1, 2), True, False, 10.0), whole[1]]
    assert behind([(), ()], [0, 1], shown, groups, torn, texts) == [(), ()]
    # Another article speaks of what stands behind it.
    assert behind([(), (7,)], [0], shown, groups, whole, ["一", "灯亮了一夜"]) == [(), (7,)]


def test_a_headline_over_a_text_that_shares_nothing_with_it_is_passed_on() -> None:
    texts = ("灯亮了，晒谷场上锣鼓响。", "明天有雨。")
    shown = [block("锣响灯明", 0), block("青石河大桥顺利合龙", 5)]
    left = Leftovers(shown, [(), ()], [tokens(b.flat) for b in shown], [tokens(text) for text in texts])

    def passed(stacks: list[tuple[int, ...]], part: str = "headline") -> list[tuple[int, ...]]:
        bare = [a for a, stack in enumerate(stacks) if not stack]
        return left.passed_on(stacks, bare, texts, lambda stack: [part] * len(stack))

    assert passed([(), (0, 1)]) == [(0,), (1,)]
    # No kicker is, nor what the text without a headline does not speak of; an article with one needs none.
    assert passed([(), (0,)], "kicker") == [(), (0,)]
    assert passed([(), (1,)]) == [(), (1,)]
    assert passed([(1,), (0,)]) == [(1,), (0,)]


def test_a_headline_is_not_passed_on_if_its_text_shares_a_word_with_it() -> None:
    texts = ("灯亮了，晒谷场上锣鼓响。", "锣响灯明，明天有雨。")
    shown = [block("锣响灯明", 0)]
    left = Leftovers(shown, [()], [tokens(b.flat) for b in shown], [tokens(text) for text in texts])
    assert left.passed_on([(), (0,)], [0], texts, lambda stack: ["headline"]) == [(), (0,)]


def test_a_text_that_another_page_began_keeps_no_headline_of_which_another_text_says_far_more() -> None:
    texts = ("灯亮了，晒谷场上锣鼓响。", "锣鼓停了，明天有雨。")
    shown = [block("锣鼓响，谷场灯亮", 0), block("村事随笔", 1)]
    left = Leftovers(shown, [(), ()], [tokens(b.flat) for b in shown], [tokens(text) for text in texts])
    parts = ["headline", "kicker"]
    assert left.passed_on([(), (0, 1)], [0], texts, lambda stack: parts) == [(), (0, 1)]
    # nor a kicker alone
    assert left.passed_on([(), (0, 1)], [0], texts, lambda stack: parts, [1]) == [(0,), ()]


def test_a_kicker_takes_the_headline_left_but_the_label_of_short_news_none() -> None:
    shown = [block("城事观察", 0), block("城南图书馆的读者", 9), block("城事短波", 20)]
    left = Leftovers(shown, [()] * 3, [tokens(b.flat) for b in shown], KIN)
    assert left._under_kickers([(), (0,), ()], [1])[1] == (0, 1)
    assert left._under_kickers([(), (2,), ()], [1])[1] == (2,)


def test_below_a_headline_of_two_pieces_and_its_kicker_there_is_room_for_a_subtitle() -> None:
    shown = [block(text, n) for n, text in enumerate(("城南新事", "图书馆夜间", "不打烊", "读者增四成 馆员轮流上岗"))]
    left = Leftovers(shown, [("fit:heap",)] * 4, [tokens(b.flat) for b in shown], [KIN[1]])
    assert left.completed([(0, 1, 2)], [3]) == [(0, 1, 2, 3)]
    # the label of another article
    left = Leftovers(shown, [*[("fit:heap",)] * 3, ("fit:tiny",)], [tokens(b.flat) for b in shown], [KIN[1]])
    assert left.completed([(0, 1, 2)], [3]) == [(0, 1, 2)]


def test_no_head_goes_on_below_its_byline() -> None:
    """The second block closes the head of the first, above a byline on the line below it."""

    def taken(*fitness: str, below: str = STORIES[1].headline, at: int = 1) -> tuple[int, ...]:
        shown = [block("老渠今春通水", 0), block("城南图书馆里的读者和馆员", at), block(below, at + 2)]
        left = Leftovers(shown, [(), fitness, ()], [tokens(b.flat) for b in shown], KIN)
        return left.completed([(0,), (2,), ()], [1])[1]

    assert taken() == (2, 1)
    assert taken("fit:byline") == (2,)
    # but for what a dash adds to it
    assert taken("fit:byline", below="——图书馆夜间不打烊") == (2, 1)
    # what stands apart from the block above closes no head
    assert taken("fit:byline", at=5) == (2, 1)


def test_what_stands_above_a_byline_may_close_the_head_above_it() -> None:
    shown = [block(LIBRARY.headline, 0), block("城南图书馆里的读者和馆员", 1), block(BRIDGE.headline, 3)]
    left = Leftovers(shown, [(), ("fit:byline",), ()], [tokens(b.flat) for b in shown], KIN)
    assert left.completed([(2,), (0,), ()], [1]) == [(2,), (0, 1), ()]
