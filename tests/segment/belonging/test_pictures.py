"""Pictures: a story of its own, or part of the article beside it."""

from __future__ import annotations

from newsarchive.segment.belonging.pictures import give_pictures, head_of_picture, taken_by_pictures
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.draft import Draft
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.captions import Picture
from tests.segment.made import each

BRIDGE = "青石河大桥主塔高九十六米，钢梁吊装在夜间进行。"
LIBRARY = "城南图书馆阅览室开放到夜里十二点，读者下班以后能来借书。"
LONG = "4月2日，工人在青石河大桥的桥面上安装栏杆。大桥通车以后，两岸村民过河只要三分钟，不再绕行山路。"


def given(
    rows: list[str],
    pictures: list[Picture],
    bodies: dict[int, str],
    blocks: list[tuple[int, str]] | None = None,
    known: dict[int, int] | None = None,
) -> tuple[list[Draft], list[int]]:
    """The drafts of a page and the blocks still free; ``bodies`` are the articles by the line they stand on."""
    lines: list[Line] = each(*rows)
    drafts = [Draft(body=[("para", (at,))]) for at in bodies]
    kin = [tokens(text) for text in bodies.values()]
    shown = [Block((at,), flat, False, False, float(len(flat))) for at, flat in blocks or []]
    free = list(range(len(shown)))
    heads = [tokens(b.flat) for b in shown]
    left = give_pictures(free, shown, pictures, drafts, heads, kin, Vocabulary(kin), lines, known or {})
    return drafts, left


def test_a_short_caption_belongs_to_the_article_it_shares_words_with() -> None:
    rows = [LIBRARY, BRIDGE, "工人吊装钢梁。", "方小禾 摄", LIBRARY]
    drafts, _ = given(rows, [Picture((2,), (3,))], {1: BRIDGE, 4: LIBRARY})
    assert (drafts[0].captions, drafts[0].credits) == ([(2,)], [3])
    assert (drafts[1].captions, drafts[1].credits) == ([], [])


def test_words_tell_more_than_the_place() -> None:
    rows = [BRIDGE, LIBRARY, "工人在夜间吊装大桥钢梁。", "方小禾 摄"]
    drafts, _ = given(rows, [Picture((2,), (3,))], {0: BRIDGE, 1: LIBRARY})
    assert drafts[0].captions == [(2,)]


def test_a_work_of_art_is_a_story_of_its_own() -> None:
    rows = ["江边", "《江边》（水彩）", "方小禾 作", BRIDGE]
    drafts, left = given(rows, [Picture((1,), (2,))], {3: BRIDGE}, [(0, "江边")])
    assert (drafts[1].photo, drafts[1].headline, drafts[1].captions) == (True, [0], [(1,)])
    assert left == []


def test_without_a_shared_word_the_nearest_article_has_it() -> None:
    rows = [BRIDGE, LIBRARY, "春日一景。", "方小禾 摄"]
    drafts, _ = given(rows, [Picture((2,), (3,))], {0: BRIDGE, 1: LIBRARY})
    assert drafts[1].captions == [(2,)]


def test_a_credit_without_a_caption_goes_to_the_nearest_article() -> None:
    rows = [BRIDGE, "方小禾 摄", "", "", "", LIBRARY]
    drafts, _ = given(rows, [Picture((), (1,))], {0: BRIDGE, 5: LIBRARY})
    assert [d.credits for d in drafts] == [[1], []]


def test_a_long_caption_under_a_free_headline_is_a_picture_story() -> None:
    rows = [BRIDGE, "大桥装上栏杆", LONG, "方小禾 摄"]
    drafts, left = given(rows, [Picture((2,), (3,))], {0: BRIDGE}, [(1, "大桥装上栏杆")])
    assert left == []
    assert len(drafts) == 2
    assert drafts[1].photo
    assert (drafts[1].headline, drafts[1].captions, drafts[1].credits) == ([1], [(2,)], [3])


def test_a_long_caption_takes_no_headline_of_another_subject_far_away() -> None:
    rows = ["馆员轮流上岗", BRIDGE, BRIDGE, BRIDGE, BRIDGE, LONG, "方小禾 摄"]
    drafts, left = given(rows, [Picture((5,), (6,))], {1: BRIDGE}, [(0, "馆员轮流上岗")])
    assert left == [0]
    assert drafts[1].photo
    assert drafts[1].headline == []


def test_two_picture_stories_do_not_share_a_headline() -> None:
    rows = ["大桥装上栏杆", LONG, "方小禾 摄", LONG, "丁一帆 摄"]
    drafts, left = given(rows, [Picture((1,), (2,)), Picture((3,), (4,))], {}, [(0, "大桥装上栏杆")])
    assert [d.headline for d in drafts] == [[0], []]
    assert left == []


def test_no_pictures() -> None:
    drafts, left = given([BRIDGE], [], {0: BRIDGE}, [(0, "大桥装上栏杆")])
    assert left == [0]
    assert (drafts[0].captions, drafts[0].credits) == ([], [])


def heading(rows: list[str], photos: list[int], unused: list[int]) -> list[list[int]]:
    """The headlines of picture stories without one; ``photos`` and ``unused`` are lines."""
    lines = each(*rows)
    drafts = [Draft(photo=True, captions=[(at,)]) for at in photos]
    shown = [Block((at,), rows[at], False, False, 5.0) for at in unused]
    head_of_picture(range(len(unused)), shown, drafts, lines)
    return [draft.headline for draft in drafts]


def test_the_only_unused_headline_heads_the_only_picture_story_without_one() -> None:
    rows = ["暖流", LIBRARY, "灯火", LONG, "图为" + LONG]
    assert heading(rows, [3], [0]) == [[0]]
    assert heading(rows, [3], [0, 2]) == [[]]
    assert heading(rows, [3, 3], [0]) == [[], []]
    # the caption of an illustration is no story
    assert heading(rows, [4], [0]) == [[]]


def test_of_several_a_picture_story_takes_that_of_which_its_caption_holds_most_characters() -> None:
    rows = ["灯火", "桥上安栏", LONG, "图为" + LONG]
    assert heading(rows, [2], [0, 1]) == [[1]]
    # even below the caption of an illustration
    assert heading(rows, [3], [0, 1]) == [[1]]
    # a rubric heads nothing
    assert heading(["桥上随笔", LONG], [1], [0]) == [[]]


def test_a_known_headline_comes_before_what_stands_nearest() -> None:
    rows = [BRIDGE, "栏杆“长”上桥", "大桥装上栏杆", LONG, "方小禾 摄"]
    blocks = [(1, "栏杆“长”上桥"), (2, "大桥装上栏杆")]
    drafts, left = given(rows, [Picture((3,), (4,))], {0: BRIDGE}, blocks, {3: 0})
    assert (drafts[1].headline, left) == ([1], [1])


def taken(headline: str, *, heads: str = "", strange: bool = True) -> dict[int, int]:
    """What the story below takes of one block, which heads a text or none."""
    lines = each(headline, LONG, "方小禾 摄")
    shown = [Block((0,), headline, False, False, float(len(headline)))]
    stacks, free = ([(0,)], []) if heads else ([()], [0])
    picture = Picture((1,), (2,))
    return taken_by_pictures([picture], stacks, free, shown, [heads or LIBRARY], lambda n, a: strange, lines)


def test_a_story_takes_its_headline_from_another_text() -> None:
    assert taken("山路变短，栏杆装好", heads=LIBRARY) == {1: 0}
    assert taken("山路变短，栏杆装好") == {1: 0}
    # the caption has half of it, no text a word
    assert taken("栏杆“穿”新衣") == {1: 0}
    assert taken("栏杆“穿”新衣", heads=LIBRARY) == {1: 0}
    assert taken("栏杆馆读“穿”") == {}
    # the text shares a word with it, or has as much of it; the caption says little of it; it is a rubric
    assert taken("山路变短，栏杆装好", heads=LIBRARY, strange=False) == {}
    assert taken("山路变短，栏杆装好", heads=LONG) == {}
    assert taken("图书馆夜间不打烊", heads=BRIDGE) == {}
    assert taken("大桥观察③", heads=LIBRARY) == {}
