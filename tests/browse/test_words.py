from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsarchive.browse import words
from newsarchive.model import Kind, Role
from tests.conftest import ROOT

BROWSE = ROOT / "newsarchive" / "browse"


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("", "zh"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,en;q=0.9", "en"),
        ("en;q=0.4, zh-TW;q=0.6", "zh"),
        # Neither is known: English is the better guess for a reader of French.
        ("fr-FR,fr;q=0.9", "en"),
        ("*", "zh"),
        ("zh;q=nonsense,en", "en"),
        (";;;,,=q", "zh"),
    ],
)
def test_the_language_that_is_liked_better(header: str, chosen: str) -> None:
    assert words.language(header) == chosen


def test_dates_are_written_out() -> None:
    assert words.full_date("2023-11-21", "zh") == "2023年11月21日 星期二"
    assert words.full_date("2023-11-21", "en") == "Tuesday, 21 November 2023"
    assert words.full_date("no date", "en") == "no date"


def test_a_value_that_is_not_known_is_called_as_it_is() -> None:
    assert words.label("kind", "photo", "en") == "Photo"
    assert words.label("kind", "new", "en") == "new"


def test_every_role_and_kind_has_a_name() -> None:
    for kind, values in (("kind", Kind), ("role", Role)):
        assert {value for value in values if f"{kind}_{value}" not in words._table()} == set()


def test_the_templates_use_every_word_and_no_other() -> None:
    texts = [path.read_text("utf-8") for path in sorted(BROWSE.rglob("*.html")) + sorted(BROWSE.rglob("*.xml"))]
    code = (BROWSE / "routes.py").read_text("utf-8") + (BROWSE / "words.py").read_text("utf-8")
    used = set(re.findall(r"\bt\('(\w+)'", "".join(texts))) | set(re.findall(r'"(\w+)"', code))
    # Looked up by a value: the kinds of facets and of names, both ends of a condition.
    used |= {"paper", "month", "topic", "person", "organisations", "places", "keywords", "people", "topics"}
    used |= set(re.findall(r"parts\.jump\('(\w+)'", "".join(texts)))
    used |= set(re.findall(r"else t?\(?'(\w+)'", "".join(texts)))
    known = set(words._table())
    assert {key for key in known if not key.startswith(("kind_", "role_"))} - used == set()
    assert set(re.findall(r"\bt\('(\w+)'[,)]", "".join(texts))) <= known


def test_every_word_has_both_languages_with_the_same_places() -> None:
    for key, pair in words._table().items():
        assert len(pair) == 2, key
        assert set(re.findall(r"\{\w+\}", pair[0])) == set(re.findall(r"\{\w+\}", pair[1])), key


def test_the_style_sheet_fetches_nothing() -> None:
    assert not re.search(r"url\(|@import", Path(BROWSE / "style.css").read_text("utf-8"))
