"""`-s TOPICS_FILE=…`: topics of one's own in a crawl, and a wrong file refused before anything starts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ISSUE, ROOT, Crawl


def run(crawl: Crawl, topics_file: Path) -> subprocess.CompletedProcess[str]:
    command = [*crawl.command("issue", path=ISSUE), "-s", f"TOPICS_FILE={topics_file}", "-L", "WARNING"]
    assert command[0] == sys.executable
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


def test_topics_of_ones_own_are_given_and_labelled(crawl: Crawl, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[topic]]\ncode = "own:大模型"\nlabel = "大模型"\nstrong = ["大模型"]\n', encoding="utf-8")
    assert run(crawl, own).returncode == 0
    found = crawl.rows(
        "SELECT articles.headline, topics.label FROM article_topics JOIN topics ON topics.code = article_topics.topic"
        " JOIN articles ON articles.id = article_topics.article WHERE topics.code = 'own:大模型'"
    )
    assert found == [{"headline": "AI大模型进入生态竞争", "label": "大模型"}]


def test_a_wrong_file_is_refused_in_one_line_and_nothing_is_made(crawl: Crawl, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[topic]]\ncode = "own:x"\nlabel = "x"\nstrongs = ["x"]\n', encoding="utf-8")
    done = run(crawl, own)
    assert done.returncode == 1
    assert (
        done.stderr.strip()
        == f"newsarchive: topics file {own}: topic 1: strongs: unknown key; known are "
        + ", ".join(["code", "label", "name", "narrower", "strong", "usual", "weak"])
    )
    assert not crawl.archive.exists()
