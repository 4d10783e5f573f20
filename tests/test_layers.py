"""The border between the library and Scrapy, watched in fresh interpreters."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsarchive import segment
from tests.conftest import ROOT

_OUTSIDE = ("newsarchive.crawl", "newsarchive.settings")


def library_modules() -> list[str]:
    """Every module of the library that must know nothing of Scrapy."""
    names = []
    for path in sorted((ROOT / "newsarchive").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        if not name.startswith(_OUTSIDE):
            names.append(name)
    return names


def loaded_after_importing(names: list[str]) -> set[str]:
    """The top-level packages that a fresh interpreter has loaded."""
    code = "import sys\n" + "".join(f"import {name}\n" for name in names)
    code += "print('\\n'.join({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_library_imports_no_scrapy_and_not_jieba() -> None:
    modules = library_modules()
    assert len(modules) > 20
    assert loaded_after_importing(modules).isdisjoint({"scrapy", "twisted", "itemadapter", "jieba"})


def test_only_one_module_names_jieba() -> None:
    importing = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "newsarchive").rglob("*.py")
        if any(line.strip().startswith(("import jieba", "from jieba")) for line in path.read_text("utf-8").splitlines())
    ]
    assert importing == ["newsarchive/text/words.py"]


@pytest.mark.parametrize("folder", ["newsarchive", "spiders", "pipelines"])
def test_no_module_is_too_long_to_be_read(folder: str) -> None:
    long = {
        path.as_posix(): lines
        for path in Path(ROOT / folder).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


# The rooms of article reconstruction, from the one that knows least. Below all of them are the weights and the pairs;
# those that give out what belongs to an article know its draft.
ROOMS = ("forms", "kin", "lines", "roles", "display", "sequence", "belonging", "articles", "heads")
BELOW, BESIDE = ("weights", "matching"), ("draft",)


def test_the_rooms_of_article_reconstruction_know_only_those_above_them() -> None:
    rooms = ROOT / "newsarchive" / "segment"
    assert {path.parent.name for path in rooms.glob("*/__init__.py")} == set(ROOMS)
    for place, room in enumerate(ROOMS):
        known = {*ROOMS[: place + 1], *BELOW, *(BESIDE if place >= ROOMS.index("belonging") else ())}
        for path in sorted((rooms / room).glob("*.py")):
            imported = re.findall(r"^from newsarchive\.segment\b\.?(\w*)", path.read_text("utf-8"), re.MULTILINE)
            assert known.issuperset(imported), path


def test_the_map_of_article_reconstruction_names_every_room() -> None:
    assert re.findall(r"^``(\w+)/``", segment.__doc__ or "", re.MULTILINE) == list(ROOMS)
