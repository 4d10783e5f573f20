"""Adding a family or a skin is one file, as the documents say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsarchive.epaper import families as package
from newsarchive.epaper.families import families
from newsarchive.epaper.family import Family
from tests.conftest import ROOT

DOCUMENT = (ROOT / "docs" / "epaper.md").read_text(encoding="utf-8")


def test_the_example_of_the_document_is_found_as_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = re.search(r"```python\n(.*?)```", DOCUMENT, re.S)
    assert example is not None
    head = "import re\nfrom newsarchive.epaper.family import Family\n"
    (tmp_path / "k_example.py").write_text(head + example[1], encoding="utf-8")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    families.cache_clear()
    try:
        found = {family.key: family for family in families()}
    finally:
        families.cache_clear()
    assert isinstance(found["k"], Family)
    assert found["k"].page.search("/20240305/p01.html")
    assert list(found)[:10] == list("abcdefghij")


def test_every_family_is_in_the_document() -> None:
    assert re.findall(r"^\| `([a-z])` \|", DOCUMENT, re.M) == [family.key for family in families()]


def test_every_setting_of_the_document_is_read_somewhere() -> None:
    code = "".join(
        path.read_text("utf-8") for name in ("spiders", "newsarchive/crawl") for path in (ROOT / name).rglob("*.py")
    )
    for setting in re.findall(r"^\| `([A-Z_]+)` \|", DOCUMENT, re.M):
        assert f'"{setting}"' in code
