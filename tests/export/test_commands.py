"""`newsarchive export` and `newsarchive search`, as typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsarchive.cli import main
from tests.browse.archives import hostile_archive, issue_archive


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(issue_archive(tmp_path_factory.mktemp("export") / "archive.db"))


def test_an_issue_is_exported_as_printed(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--archive", archive, "--issue", "cena-2023-11-21"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["position"] for row in rows] == [1, 2, 3, 4, 5]
    assert rows[0]["topics"]


def test_a_search_is_exported_to_a_file(archive: str, tmp_path: Path) -> None:
    target = tmp_path / "found.txt"
    command = ["export", "--archive", archive, "--search", "陕西", "--format", "gbt", "--output", str(target)]
    assert main(command) == 0
    assert target.read_text("utf-8") == (
        "布轩. 2023中国产业转移发展对接活动（陕西）在西安举行[N]. 中国电子报, 2023-11-21(1).\n"
    )


def test_everything_is_exported_without_a_choice(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--archive", archive, "--format", "jsonl"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 5


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--issue", "cena-2000-01-01"], "--issue cena-2000-01-01: not in"),
        (["--output", "/no/such/folder/x"], "--output /no/such/folder/x: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    archive: str, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    assert main(["export", "--archive", archive, *options]) == 1
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1
    assert said in errors[0]


def test_search_prints_id_title_and_snippet(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--archive", archive, "陕西"]) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0] == "cena-2023-11-21-01-003  2023中国产业转移发展对接活动（陕西）在西安举行"
    assert lines[1].startswith("    ")
    assert "陕西" in lines[1]
    assert err == "1 article(s), 1 shown\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["工业", "-西安"], 3),
        (["工业", "-西安", "金壮龙", "--limit", "1"], 2),
        (["-date:2023", "工业"], 4),
        (["--limit", "1", "--", "工业", "-西安"], 3),
        # Words without, and nothing they must have: the sign is meant literally.
        (["-4"], 1),
    ],
)
def test_a_word_with_a_minus_sign_is_no_option(
    archive: str, capsys: pytest.CaptureFixture[str], words: list[str], found: int
) -> None:
    assert main(["search", "--archive", archive, *words]) == 0
    assert capsys.readouterr().err.startswith(f"{found} article(s), ")


@pytest.mark.parametrize("options", [["search"], ["search", "工业", "--nevest"], ["list", "-工业"]])
def test_an_option_that_is_none_and_nothing_to_search_for_are_refused(
    archive: str, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        main([*options, "--archive", archive])
    assert refused.value.code == 2
    assert capsys.readouterr().err.startswith("usage: newsarchive")


def test_search_marks_hits_on_a_terminal(
    archive: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    main(["search", "--archive", archive, "--newest", "--limit", "1", "5G+工业互联网"])
    assert "\x1b[1m5G+工业互联网\x1b[0m" in capsys.readouterr().out


def test_nothing_found_is_no_failure(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--archive", archive, "没有的词"]) == 0
    assert capsys.readouterr().out == ""


def test_stored_text_commands_no_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = hostile_archive(tmp_path / "evil.db")
    main(["search", "--archive", str(path), "恶意"])
    assert "\x1b" not in capsys.readouterr().out


def test_without_an_archive_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--archive", str(tmp_path / "none.db"), "x"]) == 1
    assert "no archive at" in capsys.readouterr().err
