"""Words: jieba is loaded late, quietly, and with a cache of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.errors import ArgumentError
from newsarchive.text import words


def run(code: str, home: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run ``code`` in a new Python whose cache folder is below ``home``."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, *options, "-c", code]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


CUT = "from newsarchive.text import words; words.use_rust(False); print('/'.join(words.cut('工业和信息化部')))"


def test_importing_loads_no_jieba(tmp_path: Path) -> None:
    code = (
        "import sys; from newsarchive.text import words; words.dictionary_version(); sys.exit('jieba' in sys.modules)"
    )
    assert run(code, tmp_path).returncode == 0


def test_cutting_is_silent_even_where_warnings_are_errors(tmp_path: Path) -> None:
    # -B: without compiled files the compiler would complain of jieba's invalid escapes.
    result = run(CUT, tmp_path, "-W", "error", "-B")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("工业/和/")


def test_cache_is_made_once_and_read_again(tmp_path: Path) -> None:
    first = run(CUT, tmp_path)
    files = list(tmp_path.rglob("*"))
    cache = [file for file in files if file.is_file()]
    assert len(cache) == 1
    assert "jieba-" in cache[0].name
    made = cache[0].stat().st_mtime_ns
    assert run(CUT, tmp_path).stdout == first.stdout
    assert cache[0].stat().st_mtime_ns == made


@pytest.mark.parametrize("content", [b"", b"rubbish", b"\xe9\x01\x00\x00\x00"])
def test_broken_cache_is_made_anew(tmp_path: Path, content: bytes) -> None:
    expected = run(CUT, tmp_path).stdout
    cache = next(file for file in tmp_path.rglob("*.cache"))
    cache.write_bytes(content)
    result = run(CUT, tmp_path)
    assert (result.stdout, result.stderr) == (expected, "")
    assert cache.stat().st_size > 1_000_000


TABLES = """
from newsarchive.text import words
print(words.part_of_speech("北京"), words.rarity("工业"), words.rarity("没有的词"), len(words.words_of("nr", "ns")))
"""


def test_parts_of_speech_and_rarities_are_cached_beside_and_a_broken_cache_is_made_anew(tmp_path: Path) -> None:
    made = run(TABLES, tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    caches = sorted(tmp_path.rglob("*.cache"))
    assert len(caches) == 2
    assert run(TABLES, tmp_path).stdout == made.stdout
    for cache in caches:
        cache.write_bytes(cache.read_bytes()[:1000])
    assert run(TABLES, tmp_path).stdout == made.stdout
    assert all(cache.stat().st_size > 1_000_000 for cache in caches)


def test_two_processes_may_start_at_once(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    started = [
        subprocess.Popen([sys.executable, "-c", CUT], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    answers = [process.communicate(timeout=60) for process in started]
    assert answers[0] == answers[1]
    assert answers[0][1] == b""
    assert len([file for file in tmp_path.rglob("*") if file.is_file()]) == 1


def test_no_cache_folder_is_no_failure(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file where the folder should be")
    result = run(CUT, blocked)
    assert (result.returncode, result.stderr) == (0, "")


# The first cut loads the dictionary, which takes longer than hypothesis allows one example.
@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40))
def test_cut_loses_nothing(text: str) -> None:
    assert "".join(words.cut(text)) == text


def test_frequency_and_is_word() -> None:
    assert words.frequency("工业") > 1000
    assert words.is_word("记者")
    assert not words.is_word("记者工业")
    assert words.frequency("信息化部工") == 0


def test_a_word_runs_across_a_cut_only_if_it_is_no_longer_than_may_be() -> None:
    assert words.runs_across("装备制造体", "系建设", 4)
    assert words.runs_across("科学技", "术", 4)
    assert not words.runs_across("科学技", "术", 1)
    assert not words.runs_across("他在河边", "因此决定", 4)
    assert not words.runs_across("", "因此", 4)
    assert not words.runs_across("河边", "", 4)


@pytest.fixture
def _jieba_dictionary_back() -> Iterator[None]:
    yield
    words.use_dictionary(None)


@pytest.mark.usefixtures("_jieba_dictionary_back")
def test_user_dictionary_adds_words_and_changes_the_version(tmp_path: Path) -> None:
    before = words.dictionary_version()
    assert "飞线充电桩" not in words.cut("小区飞线充电桩整治")
    extra = tmp_path / "words.txt"
    extra.write_text("飞线充电桩 1000 n\n", encoding="utf-8")
    words.use_dictionary(extra)
    assert "飞线充电桩" in words.cut("小区飞线充电桩整治")
    assert words.dictionary_version().startswith(before)
    assert words.dictionary_version() != before


def test_missing_user_dictionary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match=r"none\.txt"):
        words.use_dictionary(tmp_path / "none.txt")


def test_what_the_dictionary_says_of_a_word() -> None:
    assert words.part_of_speech("武汉") == "ns"
    assert words.part_of_speech("青栀秋") == ""
    assert "武汉" in words.words_of("ns", "nt")
    assert "新华社" in words.words_of("nt")
    assert "新华社" not in words.words_of("ns")
    assert words.rarity("的士") > words.rarity("中国")


def test_an_unknown_word_is_less_likely_than_any_known_one() -> None:
    assert words.log_probability("青栀秋") < words.log_probability("糖度") < words.log_probability("中国") < 0
