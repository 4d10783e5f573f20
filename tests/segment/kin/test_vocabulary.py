"""What texts share: bigrams and how much each tells."""

from __future__ import annotations

from collections import Counter

import pytest

from newsarchive.segment.kin.vocabulary import MANY, Vocabulary, cosine, held_by, held_of, held_within, tokens
from tests.segment.made import BRIDGE, LIBRARY, POMELO, Story


def paragraphs(*stories: Story) -> list[Counter[str]]:
    return [tokens(text) for story in stories for text in story.paragraphs]


# Few words are looked for one by one, many among all that a text has.
@pytest.mark.parametrize("others", [0, MANY])
def test_what_texts_have_of_some_tokens_is_what_is_in_theirs(others: int) -> None:
    texts = ["钢梁吊装用了1200米钢索钢梁", "2012年大桥装上 BridgeOS", "", "12月"]
    words = {"钢梁", "吊装", "12", "1200", "bridgeos", "梁钢", *(f"柚{chr(0x5B50 + n)}" for n in range(others))}
    assert held_of(words, texts) == [words & set(tokens(text)) for text in texts]
    assert held_of({"大桥"}, texts) == [set(), {"大桥"}, set(), set()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("钢梁吊装", {"钢梁": 1, "梁吊": 1, "吊装": 1}),
        ("果农，果农", {"果农": 2}),  # no pair over a mark
        ("大桥的桥面", {"大桥": 1, "桥面": 1}),  # words of structure tell nothing
        ("1200米", {"1200": 1}),
        ("BridgeOS 与 bridgeos", {"bridgeos": 2}),  # Latin in one case
        ("7", {}),  # one digit is in every text
        ("的了，是。", {}),
        ("", {}),
    ],
)
def test_tokens(text: str, expected: dict[str, int]) -> None:
    assert tokens(text) == expected


def test_a_word_of_every_paragraph_tells_less_than_a_word_of_one() -> None:
    texts = [tokens(f"大桥{rest}") for rest in ("吊装", "鞭炮", "铺装", "误差")]
    vocabulary = Vocabulary(texts)
    assert 0.0 <= vocabulary.weight("大桥") < vocabulary.weight("鞭炮")


def test_a_common_word_tells_less_than_a_rare_one() -> None:
    vocabulary = Vocabulary([tokens("我国钢梁"), tokens("果农采摘"), tokens("馆员轮流")])
    assert vocabulary.weight("我国") < vocabulary.weight("蜜柚")


def test_weights_are_no_less_than_nothing() -> None:
    vocabulary = Vocabulary(paragraphs(BRIDGE, LIBRARY, POMELO))
    words = {t for one in paragraphs(BRIDGE, LIBRARY, POMELO) for t in one}
    assert all(0.0 <= vocabulary.weight(t) <= 1.2 for t in words)


def test_no_texts_at_all() -> None:
    vocabulary = Vocabulary([])
    assert vocabulary.weight("大桥") >= 0.0
    assert vocabulary.likeness() == []
    assert vocabulary.affinity([], Counter()) == 0.0


def test_a_headline_is_nearest_to_its_own_text() -> None:
    stories = (BRIDGE, LIBRARY, POMELO)
    vocabulary = Vocabulary(paragraphs(*stories))
    for story in stories:
        head = tokens(story.headline)
        scores = {other.headline: vocabulary.affinity(head, tokens("".join(other.paragraphs))) for other in stories}
        assert max(scores, key=lambda name: scores[name]) == story.headline


def test_what_is_shared_grows_with_the_words_shared() -> None:
    vocabulary = Vocabulary(paragraphs(BRIDGE, LIBRARY, POMELO))
    text = tokens(BRIDGE.paragraphs[2])
    assert vocabulary.shared(tokens("钢梁吊装误差"), text) > vocabulary.shared(tokens("钢梁"), text) > 0
    assert vocabulary.shared(tokens("果农"), text) == 0


def test_likeness_is_a_cosine_without_the_diagonal() -> None:
    texts = paragraphs(BRIDGE, LIBRARY, POMELO)
    table = Vocabulary(texts).likeness()
    for a, row in enumerate(table):
        assert row[a] == 0.0
        for b, value in enumerate(row):
            assert value == table[b][a]
            assert 0.0 <= value <= 1.0


def test_paragraphs_of_one_article_are_liker_than_those_of_two() -> None:
    texts = paragraphs(BRIDGE, LIBRARY, POMELO)
    table = Vocabulary(texts).likeness()
    # second and third paragraph of the orchard's story, and either with the library's
    assert table[7][8] > max(table[7][4], table[8][4])


def test_the_same_text_twice_is_wholly_alike() -> None:
    texts = [tokens("钢梁吊装"), tokens("钢梁吊装"), tokens("果农采摘")]
    assert Vocabulary(texts).likeness()[0][1] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([1.0, 0.0], [2.0, 0.0], 1.0),
        ([1.0, 0.0], [0.0, 1.0], 0.0),
        ([1.0], [-1.0], -1.0),
        ([0.0], [1.0], 0.0),
        ([], [], 0.0),
    ],
)
def test_cosine(a: list[float], b: list[float], expected: float) -> None:
    assert cosine(a, b) == expected


def test_a_stretch_of_a_text_holds_less_of_a_headline_than_all_of_it() -> None:
    text = "柚" + "一" * 40 + "桥"
    assert held_by(text, "柚子桥") == pytest.approx(2 / 3)
    assert held_within(text, "柚子桥", 10) == pytest.approx(1 / 3)
    assert held_within("", "柚子桥", 10) == 0.0


def test_the_cosine_of_two_texts_is_that_of_the_table_of_all() -> None:
    vocabulary = Vocabulary(paragraphs(BRIDGE, LIBRARY, POMELO))
    table = vocabulary.likeness()
    pairs = [(a, b) for a in range(len(table)) for b in range(a)]
    assert [vocabulary.cosine(a, b) for a, b in pairs] == pytest.approx([table[a][b] for a, b in pairs])
    assert max(map(max, table)) > 0
