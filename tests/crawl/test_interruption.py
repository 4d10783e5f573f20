"""Killed, stopped, locked out, out of disk: the next run ends with what one quiet run would have made."""

from __future__ import annotations

import fcntl
import random
import resource
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from tests.conftest import ISSUE, ROOT, Crawl


def make_pages(make_tree: Callable[..., Path], count: int) -> Path:
    """A tree of ``count`` pages, four to an issue, no two alike."""
    text = ISSUE.read_text(encoding="utf-8")
    # The head of the provided page is enough for some articles, and keeps a thousand pages quick.
    lines = text.splitlines()[:30]
    files = {}
    for number in range(count):
        issue, page = divmod(number, 4)
        day = date(2020, 1, 1) + timedelta(days=issue)
        text = "\n".join([*lines, f"第{issue}期第{page}页的文字到此结束。"])
        files[f"daily/{day}/{page + 1:02d}.txt"] = text
    return make_tree(files)


def test_a_tree_killed_three_times_ends_as_one_quiet_run(make_tree: Callable[..., Path], tmp_path: Path) -> None:
    pages = 1000
    tree = make_pages(make_tree, pages)
    quiet = Crawl(tmp_path / "quiet.db")
    assert quiet(path=tree, level="WARNING").returncode == 0
    killed = Crawl(tmp_path / "killed.db")
    dice = random.Random(20231121)
    for _ in range(3):
        process = subprocess.Popen([*killed.command("issue", path=tree), "-L", "ERROR"], cwd=ROOT)
        _wait_for_pages(killed, process, more=dice.randint(5, 150))
        process.send_signal(signal.SIGKILL)
        process.wait()
    held = len(killed.rows("SELECT id FROM pages"))
    assert 15 <= held < pages
    assert killed(path=tree, level="WARNING").returncode == 0
    assert killed.content() == quiet.content()
    assert [row["reason"] for row in killed.rows("SELECT reason FROM runs ORDER BY id")][:3] == ["killed"] * 3


def _wait_for_pages(crawl: Crawl, process: subprocess.Popen[bytes], more: int) -> None:
    """Until the crawl has stored ``more`` pages than before."""

    def held() -> int:
        try:
            return int(crawl.rows("SELECT count(*) AS n FROM pages")[0]["n"])
        except sqlite3.Error:
            return 0

    goal = held() + more
    deadline = time.monotonic() + 60
    while held() < goal and process.poll() is None:
        assert time.monotonic() < deadline, "the crawl stores nothing"
        time.sleep(0.02)


def test_two_runs_at_once_one_works_the_other_exits_75(crawl: Crawl, make_tree: Callable[..., Path]) -> None:
    tree = make_pages(make_tree, 400)
    first = subprocess.Popen([*crawl.command("issue", path=tree), "-L", "ERROR"], cwd=ROOT)
    _wait_for_pages(crawl, first, more=1)
    second = crawl(path=ISSUE)
    assert first.poll() is None, "the first run was too short to meet the second"
    assert second.returncode == 75
    assert "another run is writing" in second.stderr.strip().splitlines()[-1]
    assert first.wait() == 0
    assert len(crawl.rows("SELECT id FROM pages")) == 400
    assert crawl.rows("SELECT found, stored, exit_status FROM runs") == [
        {"found": 400, "stored": 400, "exit_status": 0}
    ]


def test_a_stop_by_signal_is_status_6_and_the_next_run_goes_on(crawl: Crawl, make_tree: Callable[..., Path]) -> None:
    tree = make_pages(make_tree, 400)
    process = subprocess.Popen([*crawl.command("issue", path=tree), "-L", "ERROR"], cwd=ROOT, stderr=subprocess.PIPE)
    _wait_for_pages(crawl, process, more=3)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 6
    assert b"stopped early" in errors
    assert crawl(path=tree).returncode == 0
    assert len(crawl.rows("SELECT id FROM pages")) == 400


def test_a_limit_is_status_6(crawl: Crawl, make_tree: Callable[..., Path]) -> None:
    command = [*crawl.command("issue", path=make_pages(make_tree, 40)), "-s", "CLOSESPIDER_ITEMCOUNT=3"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 6


def test_a_locked_database_is_status_75(crawl: Crawl) -> None:
    crawl(path=ISSUE)
    with sqlite3.connect(crawl.archive, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        done = crawl(path=ISSUE)
        other.execute("ROLLBACK")
    other.close()
    assert done.returncode == 75
    assert "locked" in done.stderr.strip().splitlines()[-1]


def test_the_lock_of_the_archive_ends_with_its_process(crawl: Crawl) -> None:
    lock = crawl.archive.with_name("archive.db.lock")
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert crawl(path=ISSUE).returncode == 75
    assert crawl(path=ISSUE).returncode == 0


def test_a_database_of_a_newer_schema_is_left_alone(crawl: Crawl) -> None:
    crawl(path=ISSUE)
    with sqlite3.connect(crawl.archive) as newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('newsarchive', 'm999_later', '')"
        )
    newer.close()
    before = crawl.content(times=True, ledger=True)
    done = crawl(path=ISSUE)
    assert done.returncode == 1
    assert "newer newsarchive" in done.stderr.strip().splitlines()[-1]
    assert crawl.content(times=True, ledger=True) == before


def test_a_file_that_is_no_database_is_left_alone(crawl: Crawl) -> None:
    crawl.archive.write_text("我不是数据库，请不要覆盖。" * 100, encoding="utf-8")
    before = crawl.archive.read_bytes()
    done = crawl(path=ISSUE)
    assert done.returncode == 1
    assert crawl.archive.read_bytes() == before


def test_a_full_disk_is_status_6_and_the_next_run_goes_on(crawl: Crawl, make_tree: Callable[..., Path]) -> None:
    tree = make_pages(make_tree, 200)

    def little_room() -> None:
        # Writing past this size fails as it does on a full disk; enough for the tables and some pages.
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))

    command = [*crawl.command("issue", path=tree), "-L", "ERROR"]
    full = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=little_room)
    assert full.returncode == 6, full.stderr
    assert "make room" in full.stderr
    assert crawl(path=tree).returncode == 0
    assert len(crawl.rows("SELECT id FROM pages")) == 200
