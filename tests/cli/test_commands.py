"""The commands that do not crawl, on an archive of the provided issue."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from newsarchive.cli import main
from tests.conftest import ISSUE, ROOT, Crawl


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that holds the provided issue."""
    crawl = Crawl(tmp_path_factory.mktemp("archive") / "archive.db")
    assert crawl(path=ISSUE, paper="中国电子报").returncode == 0
    return crawl.archive


def test_list_shows_every_article_with_kicker_and_byline(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--archive", str(archive)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "中国电子报 2023-11-21 (cena-2023-11-21)"
    assert len(lines) == 6
    assert lines[1].startswith("  cena-2023-11-21-01-001  工信部部长金壮龙在2023中国5G+工业互联网大会上强调 | ")
    assert lines[1].endswith("[本报讯 记者谷月报道]")


def test_list_of_one_issue(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["list", "--archive", str(archive), "cena-2023-11-22"])
    assert capsys.readouterr().out == ""


def test_status_shows_holdings_runs_and_problems(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--archive", str(archive)]) == 0
    out = capsys.readouterr().out
    assert "中国电子报 (cena): 1 issue(s) from 2023-11-21 to 2023-11-21, 1 page(s), 5 article(s)" in out
    # The two stories that go on page 4, which is not held.
    assert out.count("dangling-jump: cena-2023-11-21-01-00") == 2


@pytest.mark.parametrize("page", ["cena-2023-11-21-01", str(ISSUE)])
def test_explain_shows_every_line_with_role_article_and_reason(
    archive: Path, capsys: pytest.CaptureFixture[str], page: str
) -> None:
    assert main(["explain", "--archive", str(archive), page]) == 0
    out = capsys.readouterr().out
    printed = [line.strip() for line in ISSUE.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert sum(line[:4].strip().isdigit() for line in out.splitlines()) >= len(printed)
    assert "   1 kicker    #1" in out
    assert "cleaned by letter-spacing" in out
    assert "cleaned by doubled-text" in out
    assert "raw: '部有关 司 局 负 责 同 志 参 加'" in out
    # Colours are for terminals.
    assert "\x1b" not in out


def test_explain_of_what_is_not_there(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--archive", str(archive), "cena-2023-11-21-99"]) == 1
    assert "'cena-2023-11-21-99' is no page" in capsys.readouterr().err


def test_verify_finds_nothing_wrong(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--archive", str(archive)]) == 0
    assert capsys.readouterr().out == "1 original(s), 1 page(s), 5 article(s) checked: all is well\n"


# What was damaged, by which statement, and what the report must say.
DAMAGES = [
    ("an original", "UPDATE sources SET content = x'00'", "cannot be unpacked"),
    ("a span", "UPDATE spans SET text = '改' WHERE sequence = 3", "do not give back"),
    ("a reference", "PRAGMA foreign_keys = OFF; DELETE FROM pages", "missing row of pages"),
    ("a topic's row", "DELETE FROM article_topics", "its topics and its rows of article_topics differ in medtop:"),
    ("a name's row", "DELETE FROM article_names WHERE name = '金壮龙'", "article_names differ in 金壮龙"),
    ("a name on an article", "UPDATE articles SET places = '[]'", "its places and its rows of article_names differ in"),
    ("a role's kind", "UPDATE article_names SET kind = 'places' WHERE name = '金壮龙'", "its people and its rows"),
    ("an array", "UPDATE articles SET people = '[\"金' WHERE position = 1", "its people are no JSON array"),
    (
        "an owner",
        "PRAGMA foreign_keys = OFF; UPDATE article_names SET article = 'x' WHERE rowid = 1",
        "article_names: row",
    ),
    ("the index", "UPDATE articles SET headline = '改' WHERE position = 1", "articles_fts"),
]


@pytest.mark.parametrize(("damage", "said"), [case[1:] for case in DAMAGES], ids=[case[0] for case in DAMAGES])
def test_verify_finds_damage(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], damage: str, said: str
) -> None:
    damaged = tmp_path / "damaged.db"
    with sqlite3.connect(archive) as source, sqlite3.connect(damaged) as target:
        source.backup(target)
        target.executescript(damage)
    source.close()
    target.close()
    assert main(["verify", "--archive", str(damaged)]) == 1
    assert said in capsys.readouterr().out


def test_no_archive_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("list", "status", "verify", "browse", "retag"):
        assert main([command, "--archive", str(tmp_path / "none.db")]) == 1
        assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_reader_that_stops_early_is_no_error(archive: Path) -> None:
    command = f"{sys.executable} -c 'from newsarchive.cli import main; raise SystemExit(main())'"
    line = f"{command} explain --archive {archive} cena-2023-11-21-01 | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""


@pytest.mark.parametrize("command", ["verify", "retag", "reprocess", "reprints"])
def test_a_command_that_writes_makes_no_archive_of_another_database(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    other = tmp_path / "other.db"
    conn = sqlite3.connect(other)
    conn.execute("CREATE TABLE notes (text TEXT)")
    conn.close()
    before = other.read_bytes()
    assert main([command, "--archive", str(other)]) == 1
    assert capsys.readouterr().err == f"newsarchive: {other} is no newsarchive database\n"
    assert other.read_bytes() == before
