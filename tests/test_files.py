"""The digest of a package: any change of code or table changes it, nothing else does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from newsarchive import files
from newsarchive.files import digest


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "made_up_package"
    (folder / "tables").mkdir(parents=True)
    (folder / "__init__.py").write_text("", encoding="utf-8")
    (folder / "tables" / "names.txt").write_text("贺\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "made_up_package", raising=False)
    return folder


def fresh() -> str:
    digest.cache_clear()
    return digest("made_up_package")


def test_code_and_tables_count_and_bytecode_does_not(package: Path) -> None:
    first = fresh()
    assert len(first) == 12
    (package / "tables" / "names.txt").write_text("贺亓\n", encoding="utf-8")
    second = fresh()
    assert second != first
    (package / "__pycache__").mkdir(exist_ok=True)
    (package / "__pycache__" / "x.pyc").write_bytes(b"compiled")
    assert fresh() == second
    (package / "tables" / "names.txt").rename(package / "names.txt")
    assert fresh() != second


def test_what_the_stages_are_made_of_is_all_counted() -> None:
    root = Path(files.__file__).parent
    suffixes = {
        path.suffix
        for stage in ("text", "segment", "epaper", "topics")
        for path in (root / stage).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert suffixes <= set(files._CONTENT)
