"""Continued stories whose halves do not both say so."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from newsarchive.store.links import link_issue

_TEXTS = ("body", "kicker", "subtitle", "byline", "lead", "signature", "url")
_GIVEN = ("id", "page_label", "headline", "jump_to", "jump_from")


def archive(*articles: tuple[str, str, str, str, str]) -> Database:
    """An issue with these articles: id, page, headline, jump_to, jump_from."""
    db = Database(memory=True)
    for given in articles:
        row = dict.fromkeys(_TEXTS, "") | dict(zip(_GIVEN, given, strict=True))
        lists = {"subheads": "[]", "captions": "[]", "credits": "[]"}
        rest = {"issue": "i", "page": given[1], "position": 1, "kind": "article", "confidence": 1.0, "gone": None}
        db.table("articles").insert(row | lists | rest | {"continues": None, "continued_by": None}, pk="id")
    return db


@pytest.mark.parametrize(("onward", "backward"), [("3", "01"), ("3", ""), ("", "1")])
def test_one_mark_is_enough_where_the_headline_is_the_same(onward: str, backward: str) -> None:
    db = archive(
        ("a", "01", "县医院里的“大专家”", onward, ""),
        ("b", "03", "县医院里的 “大专家”", "", backward),
        ("c", "03", "别的标题", "", ""),
    )
    assert link_issue(db, "i") == ()
    rows = db.query("SELECT id, continues, continued_by FROM articles ORDER BY id")
    assert [(r["continues"], r["continued_by"]) for r in rows] == [(None, "b"), ("a", None), (None, None)]
    assert [r["jump_from"] for r in db.query("SELECT jump_from FROM articles WHERE id = 'b'")] == [backward]


def test_another_headline_or_two_of_the_same_are_no_other_half() -> None:
    other = archive(("a", "01", "县医院里的“大专家”", "3", ""), ("b", "03", "别的标题", "", ""))
    assert [p.code for p in link_issue(other, "i")] == ["dangling-jump"]
    twice = archive(("a", "01", "要闻速览", "3", ""), ("b", "03", "要闻速览", "", ""), ("c", "03", "要闻速览", "", ""))
    assert [p.code for p in link_issue(twice, "i")] == ["dangling-jump"]
