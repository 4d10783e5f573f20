"""`newsarchive reprints` on an archive of two days."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsarchive.cli import main
from tests.conftest import Crawl
from tests.topics.test_reprints import AGENCY, OTHER_REPORT


def test_the_first_printer_comes_first(
    crawl: Crawl, make_tree: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_tree(
        {
            "晨报/2023-11-20/01.txt": f"南部多地遭遇强降雨\n\n{AGENCY}\n",
            "晚报/2023-11-21/01.txt": f"强降雨致二十一人死亡\n\n{AGENCY}\n",
            "晚报/2023-11-21/02.txt": f"积水中的县城\n\n{OTHER_REPORT}\n",
        }
    )
    assert crawl(path=folder).returncode == 0
    assert main(["reprints", "--archive", str(crawl.archive)]) == 0
    first, second, blank, summary = capsys.readouterr().out.splitlines()
    assert first.startswith("first  ")
    assert "2023-11-20" in first
    assert "2023-11-21" in second
    assert second.strip().startswith("100%")
    assert blank == ""
    assert summary == "1 story(ies) printed more than once among 3 article(s)"
    assert main(["reprints", "--archive", str(crawl.archive), "--since", "2023-11-21"]) == 0
    assert capsys.readouterr().out.startswith("0 story(ies)")
