from __future__ import annotations

import re

from sqlite_utils import Database

from newsarchive.browse import describe
from newsarchive.store import schema
from tests.conftest import ROOT


def test_every_table_and_column_has_the_description_of_the_data_format() -> None:
    document = (ROOT / "DATA_FORMAT.md").read_text(encoding="utf-8")
    described = describe.metadata(["a"])["databases"]["a"]["tables"]
    for section in re.split(r"\n### ", document)[1:]:
        name = re.match(r"`(\w+)`", section)
        assert name is not None
        rows = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|$", section.split("\n## ")[0], re.M))
        plain = {column: text.replace("`", "").replace("→ ", "refers to ") for column, text in rows.items()}
        assert described[name[1]]["columns"] == plain


def test_tables_that_are_configured_exist_and_the_others_are_hidden() -> None:
    db = Database(memory=True)
    schema.migrate(db)
    live = {table.name for table in db.tables}
    configured = describe.configuration(["a"])["databases"]["a"]["tables"]
    assert live - {"sqlite_sequence"} == set(configured)
    hidden = {name for name, facts in configured.items() if facts.get("hidden")}
    assert all(name.startswith(("articles_fts", "fold", "_")) for name in hidden)
    assert len(hidden) == len(live) - len(describe.metadata(["a"])["databases"]["a"]["tables"])
    db.close()


def test_what_the_user_configured_stays() -> None:
    own = {"a": {"size": 50, "facets": ["x"]}, "b": 1}
    assert describe.merged(own, {"a": {"size": 10}, "c": 2}) == {"a": {"size": 10, "facets": ["x"]}, "b": 1, "c": 2}


def test_the_old_generation_gets_everything_in_one_tree() -> None:
    tree = describe.old_metadata(["a"])["databases"]["a"]
    assert tree["tables"]["articles"]["fts_pk"] == "number"
    assert tree["tables"]["sources"]["units"] == {"bytes": "byte"}
