"""`newsarchive reprints` on an archive of two days."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsarchive.cli import main
from tests.conftest import Crawl
from tests.topics.test_reprints import AGENCY, OTHER_REPORT

# Pages of one article: an agency's story, the same under another headline, another story of the same rain.
PRINTED = f"南部多地遭遇强降雨\n\n{AGENCY}\n"
REPRINTED = f"强降雨致二十一人死亡\n\n{AGENCY}\n"
UNLIKE = f"积水中的县城\n\n{OTHER_REPORT}\n"


def test_the_first_printer_comes_first(
    crawl: Crawl, make_tree: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_tree(
        {
            "晨报/2023-11-20/01.txt": PRINTED,
            "晚报/2023-11-21/01.txt": REPRINTED,
            "晚报/2023-11-21/02.txt": UNLIKE,
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


def stored(crawl: Crawl) -> list[tuple[str, str, int]]:
    """What the archive says of reprints: article, story, whether it was first."""
    rows = crawl.rows("SELECT article, story, first FROM reprints ORDER BY article")
    return [(row["article"], row["story"], row["first"]) for row in rows]


def test_the_archive_keeps_the_stories_and_a_year_at_a_time_loses_none(
    crawl: Crawl, make_tree: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_tree(
        {
            "a/2022-12-31/01.txt": PRINTED,
            "b/2023-01-01/01.txt": REPRINTED,
            "c/2023-01-02/01.txt": f"强降雨还将持续\n\n{AGENCY}\n",
            "d/2023-01-02/01.txt": UNLIKE,
        }
    )
    assert crawl(path=folder).returncode == 0
    first = "a-2022-12-31-01-001"
    story = [(first, first, 1), ("b-2023-01-01-01-001", first, 0), ("c-2023-01-02-01-001", first, 0)]
    assert main(["reprints", "--archive", str(crawl.archive)]) == 0
    assert stored(crawl) == story
    # Comparing one year only keeps what ties it to the other; nothing is dropped, and doing it again changes nothing.
    for _ in range(2):
        assert main(["reprints", "--archive", str(crawl.archive), "--since", "2023-01-01"]) == 0
        assert stored(crawl) == story
    assert len(crawl.rows("SELECT * FROM articles")) == 4
    capsys.readouterr()


def test_a_story_of_a_page_that_changed_is_told_anew(
    crawl: Crawl, make_tree: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    tree = {
        "a/2023-01-01/01.txt": PRINTED,
        "b/2023-01-02/01.txt": REPRINTED,
    }
    assert crawl(path=make_tree(tree)).returncode == 0
    assert main(["reprints", "--archive", str(crawl.archive)]) == 0
    assert len(stored(crawl)) == 2
    assert crawl(path=make_tree({"b/2023-01-02/01.txt": UNLIKE})).returncode == 0
    assert main(["reprints", "--archive", str(crawl.archive)]) == 0
    assert stored(crawl) == []
    capsys.readouterr()


def test_without_an_archive_none_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reprints", "--archive", str(tmp_path / "none.db")]) == 1
    assert "no archive at" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()
