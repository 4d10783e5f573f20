"""Datasette in this process, on archives made once."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.browse.archives import hostile_archive, issue_archive, other_database

Get = Callable[..., Any]


@pytest.fixture(scope="session")
def archive_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return issue_archive(tmp_path_factory.mktemp("issue") / "archive.db")


@pytest.fixture(scope="session")
def hostile_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_archive(tmp_path_factory.mktemp("hostile") / "evil.db")


@pytest.fixture(scope="session")
def other_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return other_database(tmp_path_factory.mktemp("other") / "other.db")


@pytest.fixture
def serve() -> Callable[..., Get]:
    """``serve(*paths, **options)``: a function that gets an address from a Datasette on these files."""
    from datasette.app import Datasette

    def start(*paths: Path, **options: Any) -> Get:
        datasette = Datasette([str(path) for path in paths], **options)

        async def ask(address: str, language: str) -> Any:
            await datasette.invoke_startup()
            return await datasette.client.get(address, headers={"accept-language": language})

        def get(address: str, language: str = "zh-CN") -> Any:
            return asyncio.run(ask(address, language))

        return get

    return start


@pytest.fixture
def changed(serve: Callable[..., Get], archive_path: Path, tmp_path: Path) -> Callable[..., Get]:
    """``changed((statement, values), …)``: as ``get``, of a copy of the archive to which that was done."""

    def start(*statements: tuple[str, Sequence[Any]]) -> Get:
        copy = tmp_path / "archive.db"
        with closing(sqlite3.connect(archive_path)) as conn, closing(sqlite3.connect(copy)) as other:
            conn.backup(other)
            for statement in statements:
                other.execute(*statement)
            other.commit()
        return serve(copy)

    return start


@pytest.fixture
def get(serve: Callable[..., Get], archive_path: Path) -> Get:
    return serve(archive_path)
