from __future__ import annotations

import pytest

from bench import search


def test_the_bench_measures_every_design(capsys: pytest.CaptureFixture[str]) -> None:
    search.main(["--articles", "150", "--queries", "60"])
    printed = capsys.readouterr().out
    recalls = [line for line in printed.splitlines() if line.startswith("| newsarchive, whole answer")]
    assert recalls[0].endswith("| 1.000 | 1.000 |")
    for design in (
        "newsarchive, numbers only",
        "trigram, numbers only",
        "trigram, whole answer",
        "unicode61, whole answer",
    ):
        assert f"| {design} |" in printed


def test_a_missed_occurrence_fails_the_bench(monkeypatch: pytest.MonkeyPatch) -> None:
    real = search.scan

    def scan(texts: list[tuple[int, str]], query: str) -> set[int]:
        return real(texts, query) | {-1}

    monkeypatch.setattr(search, "scan", scan)
    with pytest.raises(SystemExit, match="missed an occurrence"):
        search.main(["--articles", "20", "--queries", "15"])
