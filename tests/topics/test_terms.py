"""The vocabulary: what comes with newsarchive is right, and a file with a mistake is refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsarchive.errors import ArgumentError
from newsarchive.topics import terms
from tests.conftest import ROOT

# IPTC Media Topics, release 2026-07-02: all the top topics.
TOP = {f"medtop:{number:02}000000" for number in range(1, 18)}


def test_all_seventeen_top_topics_are_there_and_hold_the_narrower_ones() -> None:
    topics = terms.load().topics
    assert {topic.code for topic in topics.values() if topic.top == topic.code} == TOP
    assert {topic.top for topic in topics.values()} == TOP
    assert topics["medtop:20000638"].top == "medtop:11000000"


def test_a_term_of_a_narrower_topic_speaks_for_the_topic_above_it() -> None:
    assert dict(terms.load().index["光伏"]) == {"medtop:04000000": 2.0, "medtop:20000257": 2.0}


def test_own_topics_are_added_and_change_the_version(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[topic]]\ncode = "own:夜校"\nlabel = "夜校"\nstrong = ["夜校"]\n', encoding="utf-8")
    vocabulary = terms.load(own)
    assert vocabulary.topics["own:夜校"].terms == {"夜校": 2.0}
    assert set(vocabulary.topics) > TOP
    assert vocabulary.digest != terms.load().digest


# What is wrong, the file, and what the one line must name: the key, and where there are several topics which.
MISTAKES = [
    ("not TOML", "code = ", "not TOML"),
    ("no code", 'label = "x"\nstrong = ["x"]', "code: give a text"),
    ("a code that could be taken for official", 'code = "medtop:123"\nlabel = "x"\nstrong = ["x"]', "code: medtop:123"),
    ("no label", 'code = "own:x"\nstrong = ["x"]', "label: give a text"),
    ("no terms", 'code = "own:x"\nlabel = "x"', "strong: a topic needs"),
    ("a misspelt key", 'code = "own:x"\nlabel = "x"\nstrongs = ["x"]', "strongs: unknown key"),
    ("terms that are no list", 'code = "own:x"\nlabel = "x"\nweak = "x"', "weak: give a list"),
    ("a term that is no text", 'code = "own:x"\nlabel = "x"\nusual = [5]', "usual: 5 is not a term"),
    ("an empty term", 'code = "own:x"\nlabel = "x"\nusual = [" "]', "usual: ' ' is not a term"),
    (
        "a term twice",
        'code = "own:x"\nlabel = "x"\nstrong = ["甲"]\nweak = ["甲"]',
        "weak: the term 甲 is listed twice",
    ),
    (
        "a mistake in the second topic",
        '[[topic]]\ncode = "own:x"\nlabel = "x"\nweak = ["x"]\n[[topic]]\ncode = "own:y"\nweak = ["y"]',
        "topic 2: label",
    ),
    (
        "a mistake below a topic",
        'code = "own:x"\nlabel = "x"\nweak = ["x"]\n[[narrower]]\ncode = "own:y"\nlabel = "y"',
        "narrower 1: strong",
    ),
    (
        "a third level",
        'code = "own:x"\nlabel = "x"\nweak = ["x"]\n[[narrower]]\ncode = "own:y"\nlabel = "y"\nweak = ["y"]\n'
        '[[narrower.narrower]]\ncode = "own:z"',
        "narrower 1: narrower: unknown key",
    ),
    (
        "[narrower] for [[narrower]]",
        'code = "own:x"\nlabel = "x"\nweak = ["x"]\n[narrower]\ncode = "own:y"',
        "narrower",
    ),
    ("something beside [[topic]]", 'code = "own:x"\n[[topic]]\ncode = "own:y"', "topic: beside"),
    ("a code that is taken", 'code = "medtop:15000000"\nlabel = "x"\nweak = ["x"]', "medtop:15000000 is already"),
]


@pytest.mark.parametrize(("text", "named"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES])
def test_a_mistake_is_refused_in_one_line_that_names_file_and_key(tmp_path: Path, text: str, named: str) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(ArgumentError) as refused:
        terms.load(own)
    message = str(refused.value)
    assert str(own) in message
    assert named in message
    assert "\n" not in message


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="cannot be read"):
        terms.load(tmp_path / "nowhere.toml")


def test_the_example_in_the_documentation_is_accepted(tmp_path: Path) -> None:
    document = (ROOT / "docs" / "topics.md").read_text(encoding="utf-8")
    own = tmp_path / "own.toml"
    own.write_text(document.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    assert terms.load(own).topics["own:夜校"].terms["市民夜校"] == 2.0
