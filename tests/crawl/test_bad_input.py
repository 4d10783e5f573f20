"""Bad input, one case each: a clear line, a truthful status, one counted outcome a unit, and nothing lost."""

from __future__ import annotations

import ctypes
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Crawl

GOOD = "第01版\n\n春耕有序推进\n\n本报讯 3月1日，各地春耕有序推进，农资供应充足，机具检修完毕。\n"
# The same page, one character cut in the middle of its three bytes.
TRUNCATED = GOOD.encode()[:-3]
# UTF-8 that somebody read as GBK and saved again.
MOJIBAKE = "人民日报报道春耕有序推进，各地农资供应充足。".encode().decode("gb18030", "ignore").encode()

# What is wrong, the files below paper/date, and the reason code that the problem must have.
CASES = [
    ("an empty file", {"01.txt": b""}, "empty"),
    ("binary junk", {"01.txt": bytes(range(256)) * 40}, "binary"),
    ("a PDF named txt", {"01.txt": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"}, "binary"),
    ("a multi-byte sequence cut off at the end", {"01.txt": TRUNCATED}, "truncated-text"),
    ("mojibake", {"01.txt": MOJIBAKE}, "mojibake"),
]


@pytest.mark.parametrize(("files", "code"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_bad_file_is_set_aside_and_the_good_one_beside_it_stored(
    crawl: Crawl, make_tree: Callable[..., Path], files: dict[str, bytes], code: str
) -> None:
    tree = make_tree({"daily/2024-03-01/02.txt": GOOD} | {f"daily/2024-03-01/{name}": files[name] for name in files})
    done = crawl(path=tree)
    assert done.returncode == 3, done.stderr
    assert crawl.refusals() == [code]
    assert crawl.rows("SELECT found, stored, unchanged, failed, set_aside FROM runs") == [
        {"found": 2, "stored": 1, "unchanged": 0, "failed": 0, "set_aside": 1}
    ]
    assert [row["id"] for row in crawl.rows("SELECT id FROM pages")] == ["daily-2024-03-01-02"]
    # Nothing is lost: the bytes are kept, under the reason they were refused for.
    kept = {zlib.decompress(row["content"]) for row in crawl.rows("SELECT content FROM sources WHERE status = ?", code)}
    assert kept == {content for content in files.values() if content}


def test_a_missing_path_finds_nothing(crawl: Crawl, tmp_path: Path) -> None:
    done = crawl(path=tmp_path / "absent")
    assert done.returncode == 5
    assert "absent" in done.stderr.strip().splitlines()[-1]


def test_a_folder_without_dumps_finds_nothing(crawl: Crawl, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = crawl(path=tmp_path / "empty")
    assert done.returncode == 5
    assert "empty" in done.stderr.strip().splitlines()[-1]


def test_a_name_without_a_date_is_set_aside_and_says_what_to_do(crawl: Crawl, make_tree: Callable[..., Path]) -> None:
    body = GOOD.replace("3月1日，", "")
    tree = make_tree({"somewhere/page.txt": body})
    done = crawl(path=tree / "somewhere" / "page.txt", paper="daily")
    assert done.returncode == 3
    problem = crawl.rows("SELECT code, detail FROM problems")[0]
    assert problem["code"] == "no-date"
    assert "-a date=" in problem["detail"]
    # The argument mends it.
    assert crawl(path=tree / "somewhere" / "page.txt", date="2024-03-01", paper="daily", page="3").returncode == 0
    assert [row["id"] for row in crawl.rows("SELECT id FROM pages")] == ["daily-2024-03-01-03"]


def test_a_name_with_a_day_that_does_not_exist_is_set_aside(crawl: Crawl, make_tree: Callable[..., Path]) -> None:
    done = crawl(path=make_tree({"daily/2023-02-30/01.txt": GOOD}))
    assert done.returncode == 3
    problem = crawl.rows("SELECT code, detail FROM problems")[0]
    assert problem["code"] == "no-such-date"
    assert "2023-02-30" in problem["detail"]


def test_two_files_for_one_page(crawl: Crawl, make_tree: Callable[..., Path]) -> None:
    tree = make_tree({"daily/2024-03-01/01.txt": GOOD, "daily/2024-03-01/p1.txt": GOOD.replace("有序", "全面")})
    done = crawl(path=tree)
    assert done.returncode == 3
    assert crawl.refusals() == ["two-files-for-one-page"]
    assert len(crawl.rows("SELECT id FROM pages")) == 1
    assert len(crawl.rows("SELECT id FROM sources")) == 2
    # And the same again: the first is there unchanged, the second still has no page.
    before = crawl.content(times=True)
    assert crawl(path=tree).returncode == 3
    assert crawl.content(times=True) == before


def _without_roots_override() -> None:
    """In the child: give up root's right to read what its mode forbids (PR_CAPBSET_DROP); others have none anyway."""
    libc = ctypes.CDLL(None, use_errno=True)
    drop, dac_override, dac_read_search = 24, 1, 2
    libc.prctl(drop, dac_override, 0, 0, 0)
    libc.prctl(drop, dac_read_search, 0, 0, 0)


def test_a_file_that_may_not_be_read(crawl: Crawl, make_tree: Callable[..., Path]) -> None:
    tree = make_tree({"daily/2024-03-01/01.txt": GOOD, "daily/2024-03-01/02.txt": GOOD})
    (tree / "daily/2024-03-01/01.txt").chmod(0)
    command = crawl.command("issue", path=tree)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, preexec_fn=_without_roots_override)
    assert done.returncode == 3
    assert crawl.refusals() == ["no-permission"]
    assert crawl.rows("SELECT found, stored, failed FROM runs") == [{"found": 2, "stored": 1, "failed": 1}]


def _peak_memory(command: list[str]) -> tuple[int, int]:
    """Exit status and peak memory in MB of a command.

    A small process starts it: a child begins with the memory of the process it was forked from, here pytest.
    """
    code = (
        "import resource, subprocess, sys\n"
        "status = subprocess.run(sys.argv[1:], stderr=subprocess.DEVNULL).returncode\n"
        "print(status, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], cwd=ROOT, capture_output=True, text=True, check=True)
    status, peak = done.stdout.split()
    return int(status), int(peak)


def test_a_file_of_200_megabytes_is_streamed_and_set_aside(crawl: Crawl, make_tree: Callable[..., Path]) -> None:
    tree = make_tree({"daily/2024-03-01/02.txt": GOOD})
    huge = tree / "daily/2024-03-01/01.txt"
    with huge.open("wb") as file:
        for _ in range(200):
            file.write("各地春耕有序推进。".encode() * 38_837)
    status, peak = _peak_memory([*crawl.command("issue", path=tree), "-L", "ERROR"])
    assert status == 3
    assert crawl.refusals() == ["page-too-large"]
    assert [row["id"] for row in crawl.rows("SELECT id FROM pages")] == ["daily-2024-03-01-02"]
    # Scrapy and the dictionaries take about 280 MB; the file never joins them.
    assert peak < 350


def test_a_large_file_of_many_pages_is_stored_page_by_page(crawl: Crawl, make_tree: Callable[..., Path]) -> None:
    pages = [
        GOOD.replace("第01版", f"第{number:02d}版").replace("有序", f"有序（{number}）") for number in range(1, 13)
    ]
    tree = make_tree({"daily/2024-03-01.txt": "\f".join(pages)})
    assert crawl(path=tree).returncode == 0
    labels = [row["label"] for row in crawl.rows("SELECT label FROM pages ORDER BY sequence")]
    assert labels == [f"{number:02d}" for number in range(1, 13)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-be"])
def test_every_encoding_gives_the_same_articles(crawl: Crawl, make_tree: Callable[..., Path], encoding: str) -> None:
    text = "国务院召开会议\n\n本报讯 三月一日，各地春耕有序推进，农民增收，会议在北京召开。\n"
    if encoding == "big5":
        text = "國務院召開會議\n\n本報訊 三月一日，各地春耕有序推進，農民增收，會議在北京召開。\n"
    tree = make_tree({"daily/2024-03-01/01.txt": text.encode(encoding)})
    assert crawl(path=tree).returncode == 0
    assert "".join(row["text"] for row in crawl.rows("SELECT text FROM spans ORDER BY sequence")) == text
    assert crawl.rows("SELECT encoding FROM sources")[0]["encoding"]
