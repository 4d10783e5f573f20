"""What the documents promise is what the program does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from sqlite_utils import Database

from newsarchive.cli import parser
from newsarchive.epaper.answers import CODES
from newsarchive.search.query import Word, parse
from newsarchive.store import schema
from newsarchive.verdict import ExitStatus
from spiders import epaper
from spiders.issue import ARGUMENTS
from tests.conftest import ROOT

DATA_FORMAT = (ROOT / "DATA_FORMAT.md").read_text(encoding="utf-8")


def documented_tables() -> dict[str, list[str]]:
    """Table → columns, as DATA_FORMAT.md has them."""
    tables = {}
    for section in re.split(r"\n### ", DATA_FORMAT)[1:]:
        name = re.match(r"`(\w+)`", section)
        assert name is not None
        tables[name[1]] = re.findall(r"^\| `(\w+)` \|", section.split("\n## ")[0], re.M)
    return tables


def test_every_table_and_column_is_documented_and_there() -> None:
    db = Database(memory=True)
    schema.migrate(db)
    live = {
        table.name: [column.name for column in table.columns]
        for table in db.tables
        if not table.name.startswith(("_", "articles_fts", "fold"))
    }
    db.close()
    assert documented_tables() == live


def test_every_exit_status_is_documented() -> None:
    section = DATA_FORMAT.split("## Exit statuses")[1].split("\n## ")[0]
    assert [int(status) for status in re.findall(r"^\| (\d+) \|", section, re.M)] == [
        int(status) for status in ExitStatus
    ]


def reason_codes_in_code() -> set[str]:
    """Every reason code that a raised error or a recorded problem can have."""
    codes = set(CODES)
    for folder in ("newsarchive", "pipelines", "spiders"):
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            codes |= set(re.findall(r'Problem\(\s*"([a-z-]+)"', text))
            codes |= set(re.findall(r'\bcode="([a-z-]+)"', text))
    # These never reach the table problems: the run does not begin, or ends.
    return codes - {"no-archive", "archive-unusable", "newer-schema", "disk-full"}


def test_every_reason_code_is_documented() -> None:
    section = DATA_FORMAT.split("## Reason codes")[1]
    assert set(re.findall(r"^\| `([a-z-]+)` \|", section, re.M)) == reason_codes_in_code()


def commands(path: Path) -> list[str]:
    """The command lines of the sh blocks of a document."""
    blocks = re.findall(r"```sh\n(.*?)```", path.read_text(encoding="utf-8"), re.S)
    return [line for block in blocks for line in block.splitlines()]


def test_the_chinese_readme_has_the_same_commands() -> None:
    assert commands(ROOT / "README.zh.md") == commands(ROOT / "README.md")


def test_set_up_is_exactly_two_commands() -> None:
    first_block = re.search(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    assert first_block is not None
    assert first_block[1].splitlines() == ["make archive", "make test"]


def test_every_make_target_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    for document in ("README.md", "README.zh.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"\bmake ([a-z]+)\b", (ROOT / document).read_text(encoding="utf-8")))
        # "pip and make are enough" is prose.
        assert named - {"are"} <= targets


def test_every_command_line_that_is_named_is_understood() -> None:
    names = {argument.name for argument in (*ARGUMENTS, *epaper.ARGUMENTS)}
    for document in ("README.md", "docs/operate.md", "docs/browse.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for name in re.findall(r"-a (\w+)=", text):
            assert name in names
        for command in re.findall(r"bin/newsarchive (.+)", text):
            parser().parse_args(command.split())


def test_what_can_be_typed_is_understood_as_the_document_says() -> None:
    text = (ROOT / "docs/browse.md").read_text(encoding="utf-8")
    typed = dict(re.findall(r"^\| `([^|]+)` \| (.+) \|$", text, re.M))
    queries = {example: parse(example) for example in typed}
    assert [len(query.wanted) for query in queries.values()] == [2, 1, 1, 1, 0]
    assert queries['"人工智能 大会"'].words == (Word("人工智能 大会"),)
    assert queries["手机 -折叠"].words[1] == Word("折叠", without=True)
    assert queries["标题:经济"].words == (Word("经济", "headline"),)
    period = queries["报纸:日报 日期:2023-11..2023-12"]
    assert (period.papers, period.since, period.until) == (("日报",), "2023-11-01", "2023-12-31")
    for name in re.findall(r"`([^` :]+):`", text):
        assert parse(f"{name}:2023").words == () or parse(f"{name}:x").words[0].column


def test_plain_sql_of_the_document_works() -> None:
    (query,) = re.findall(r"```sql\n(.+?)```", (ROOT / "docs/browse.md").read_text(encoding="utf-8"), re.S)
    db = Database(memory=True)
    schema.migrate(db)
    assert db.execute(query).fetchall() == []
    db.close()


def test_every_command_is_in_the_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    choices = parser()._subparsers
    assert choices is not None
    for name in choices._group_actions[0].choices or ():
        assert f"`{name}`" in text or f"`newsarchive {name}`" in text


@pytest.mark.parametrize(("name", "datasette"), [("requirements.lock", "0."), ("requirements-datasette1.lock", "1.0a")])
def test_the_lock_files_name_hashes_and_no_index_and_a_datasette_each(name: str, datasette: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|--index|--find-links", lock)
    packages = re.split(r"\n(?=[a-z])", lock)
    assert all("--hash=sha256:" in package for package in packages)
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    pinned = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.M))
    assert {re.split(r"[><=]", each)[0] for each in wanted} <= set(pinned)
    assert pinned["datasette"].startswith(datasette)
