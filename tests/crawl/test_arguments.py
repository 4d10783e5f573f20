"""Unknown and malformed arguments are refused in one line that names the argument, with status 1."""

from __future__ import annotations

import subprocess

import pytest

from tests.conftest import ISSUE, ROOT, Crawl

# What is wrong, the arguments, and what the one line must name.
CASES = [
    ("an unknown name", {"path": ISSUE, "dat": "2023-11-21"}, "'dat'"),
    ("no path", {"paper": "cena"}, "'path'"),
    ("an empty path", {"path": ""}, "'path'"),
    ("a date in another form", {"path": ISSUE, "date": "21.11.2023"}, "'date'"),
    ("a day that does not exist", {"path": ISSUE, "date": "2023-02-30"}, "'date'"),
    ("a page label that is none", {"path": ISSUE, "page": "front page"}, "'page'"),
]


@pytest.mark.parametrize(("given", "named"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_bad_arguments(crawl: Crawl, given: dict[str, object], named: str) -> None:
    done = crawl(**given)
    assert done.returncode == 1
    lines = done.stderr.strip().splitlines()
    assert named in lines[-1]
    assert "Traceback" not in done.stderr
    # Refused before anything is written.
    assert not crawl.archive.exists()


def test_an_unknown_spider(crawl: Crawl) -> None:
    done = crawl("isue", path=ISSUE)
    assert done.returncode == 1
    assert "'isue'" in done.stderr


def test_wrong_use_of_the_command_line(crawl: Crawl) -> None:
    command = [*crawl.command("issue")[:4], "--set"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 2
