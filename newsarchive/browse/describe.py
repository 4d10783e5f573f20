"""What Datasette is told about an archive, for both of its generations, from the one table description.toml.

Datasette 0.65 takes everything as metadata. 1.0 divides it: metadata (what things are) and configuration (facets, full
text, order, queries), the latter in a file of its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from copy import deepcopy
from functools import cache
from importlib import resources
from typing import Any

Tree = dict[str, Any]

# Keys of a table and of a database that 1.0 calls metadata; the others are its configuration.
_TABLE_METADATA = ("description", "columns")
_DATABASE_METADATA = ("description", "source")
# 1.0 no longer knows units.
_ONLY_OLD = ("units",)


@cache
def _description() -> Tree:
    return tomllib.loads(resources.files(__package__).joinpath("description.toml").read_text(encoding="utf-8"))


def old_metadata(databases: Iterable[str]) -> Tree:
    """The metadata of Datasette 0.65 for databases that are archives."""
    return {"databases": {name: deepcopy(_description()) for name in databases}}


def metadata(databases: Iterable[str]) -> Tree:
    """The metadata of Datasette 1.0."""
    found = _description()
    tables = {
        table: {key: value for key, value in facts.items() if key in _TABLE_METADATA}
        for table, facts in found["tables"].items()
        if "description" in facts
    }
    about = {key: found[key] for key in _DATABASE_METADATA}
    return {"databases": {name: deepcopy(about | {"tables": tables}) for name in databases}}


def configuration(databases: Iterable[str]) -> Tree:
    """The configuration of Datasette 1.0."""
    found = _description()
    tables = {
        table: {key: value for key, value in facts.items() if key not in (*_TABLE_METADATA, *_ONLY_OLD)}
        for table, facts in found["tables"].items()
    }
    return {"databases": {name: deepcopy({"tables": tables, "queries": found["queries"]}) for name in databases}}


def merged(own: Tree, users: Tree) -> Tree:
    """Both, key by key; what the user has said stays."""
    result = dict(own)
    for key, value in users.items():
        both = isinstance(value, dict) and isinstance(own.get(key), dict)
        result[key] = merged(own[key], value) if both else value
    return result


async def apply(datasette: Any, databases: Iterable[str]) -> None:
    """Tell a Datasette 1.0 that has started; what its user has configured or described stays."""
    names = list(databases)
    for name in names:
        for query, facts in _description()["queries"].items():
            if await datasette.get_query(name, query) is None:
                await datasette.add_query(name, query, **facts)
    datasette.config = merged(configuration(names), datasette.config or {})
    for name, about in metadata(names)["databases"].items():
        known = await datasette.get_database_metadata(name)
        for key in _DATABASE_METADATA:
            if key not in known:
                await datasette.set_database_metadata(name, key, about[key])
        for table, facts in about["tables"].items():
            if "description" not in await datasette.get_resource_metadata(name, table):
                await datasette.set_resource_metadata(name, table, "description", facts["description"])
            for column, text in facts["columns"].items():
                if not await datasette.get_column_metadata(name, table, column):
                    await datasette.set_column_metadata(name, table, column, "description", text)
