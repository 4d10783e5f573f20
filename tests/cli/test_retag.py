"""`newsarchive retag` on several cores: the same tags as on one, each article counted once, and safe to interrupt."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from bench.tagging import make_archive
from newsarchive.cli import main, retag, workers

pytestmark = pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="cores are bound on Linux only")

ARTICLES, PAGES = 96, 12
# More cores than the machine may have: what is tested is that there is a worker for each.
CORES = 3
# So much larger is the archive that is still being written when its run is stopped.
TIMES = 8


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of a few pages that nobody has tagged; too small to have a background of its own."""
    path = tmp_path / "archive.db"
    make_archive(path, ARTICLES)
    return path


def tags(archive: Path) -> list[tuple[Any, ...]]:
    """Everything that tagging writes."""
    connection = sqlite3.connect(archive)
    found: list[tuple[Any, ...]] = []
    for query in (
        "SELECT id, topics, people, places, organisations, keywords FROM articles ORDER BY id",
        "SELECT * FROM article_topics ORDER BY article, topic",
        "SELECT * FROM article_names ORDER BY article, kind, name",
        "SELECT id, stages FROM pages ORDER BY id",
    ):
        found.extend(connection.execute(query))
    connection.close()
    return found


def tagged_pages(archive: Path) -> int:
    connection = sqlite3.connect(archive)
    count: int = connection.execute(
        "SELECT count(*) FROM pages WHERE json_extract(stages, '$.tag') <> 'none'"
    ).fetchone()[0]
    connection.close()
    return count


def on_cores(monkeypatch: pytest.MonkeyPatch, count: int) -> set[int]:
    """Let the command think that it may use so many cores; return the workers seen whenever a page is written."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(count)))
    seen: set[int] = set()
    write = retag.retag.put_tags

    def watched(*given: Any) -> None:
        seen.update(child.pid or 0 for child in multiprocessing.active_children())
        write(*given)

    monkeypatch.setattr(retag.retag, "put_tags", watched)
    return seen


def test_each_core_has_a_worker_and_the_tags_are_those_of_one(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = tmp_path / "alone.db"
    alone.write_bytes(archive.read_bytes())
    for path, count in ((archive, CORES), (alone, 1)):
        with monkeypatch.context() as patched:
            seen = on_cores(patched, count)
            assert main(["retag", "--archive", str(path)]) == 0
        assert len(seen) == count
        assert capsys.readouterr().out == f"{ARTICLES} article(s) on {PAGES} page(s) tagged again\n"
    assert tags(archive) == tags(alone)
    assert tagged_pages(archive) == PAGES


def meet(folder: Path, count: int) -> int:
    """Wait for so many workers to be at work at the same time."""
    (folder / str(os.getpid())).touch()
    give_up = time.monotonic() + 60
    while len(list(folder.iterdir())) < count and time.monotonic() < give_up:
        time.sleep(0.01)
    return len(list(folder.iterdir()))


def test_workers_work_at_the_same_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(CORES)))
    with workers.workers(10, int) as pool:
        assert [each.result() for each in [pool.submit(meet, tmp_path, CORES) for _ in range(CORES)]] == [CORES] * CORES


def test_a_page_that_breaks_down_is_counted_and_the_others_are_tagged(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    connection = sqlite3.connect(archive)
    with connection:
        # Nothing of ours writes a caption that is no text.
        connection.execute("UPDATE articles SET captions = '[1]' WHERE id = (SELECT min(id) FROM articles)")
    page = connection.execute("SELECT min(page) FROM articles").fetchone()[0]
    connection.close()
    assert main(["retag", "--archive", str(archive)]) == 1
    said = capsys.readouterr()
    on_page = ARTICLES // PAGES
    assert said.out == (
        f"{ARTICLES - on_page} article(s) on {PAGES - 1} page(s) tagged again,"
        f" {on_page} on 1 page(s) failed and are as they were\n"
    )
    assert said.err.startswith(f"{page}: tagging broke down: TypeError")
    assert tagged_pages(archive) == PAGES - 1


def start(archive: Path) -> subprocess.Popen[str]:
    """The command in a session of its own, as a terminal has it; returns when pages are being written."""
    code = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    code += "from newsarchive.cli import main; raise SystemExit(main())"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "retag", "--archive", str(archive)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    while process.poll() is None and not tagged_pages(archive):
        time.sleep(0.02)
    return process


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """An archive that takes some seconds, with more pages than are in memory at a time."""
    path = tmp_path / "large.db"
    make_archive(path, TIMES * ARTICLES)
    return path


def test_a_stopped_run_says_so_in_one_line_and_goes_on_from_there(
    large: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    process = start(large)
    os.killpg(process.pid, signal.SIGINT)
    out, error = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, "")
    kept = tagged_pages(large)
    assert 0 < kept < TIMES * PAGES
    on_page = ARTICLES // PAGES
    assert error == (
        f"newsarchive: stopped: {kept * on_page} article(s) on {kept} page(s) tagged again;"
        " run it again and it goes on from there\n"
    )
    assert main(["retag", "--archive", str(large)]) == 0
    rest = TIMES * PAGES - kept
    assert capsys.readouterr().out == f"{rest * on_page} article(s) on {rest} page(s) tagged again\n"


def children(process: int) -> set[int]:
    """The processes that this one has started."""
    return {
        int(stat.parent.name)
        for stat in Path("/proc").glob("[0-9]*/stat")
        if stat.read_text("utf-8").rpartition(")")[2].split()[1] == str(process)
    }


def test_no_worker_outlives_a_killed_run(large: Path) -> None:
    process = start(large)
    workers_left = children(process.pid)
    assert workers_left
    process.kill()
    process.communicate(timeout=60)
    give_up = time.monotonic() + 30
    while workers_left and time.monotonic() < give_up:
        workers_left = {each for each in workers_left if Path(f"/proc/{each}").exists()}
        time.sleep(0.05)
    assert not workers_left


def test_progress_is_shown_at_a_terminal_and_the_line_is_taken_back(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main(["retag", "--archive", str(archive)]) == 0
    shown = capsys.readouterr().err
    assert [line for line in shown.split("\r\x1b[K") if line] == [
        f"{number} of {PAGES} pages" for number in range(1, PAGES + 1)
    ]
    assert shown.endswith("\r\x1b[K")
