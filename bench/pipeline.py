"""Pages per second from file to row, as a ratio to cutting the same text once with jieba; and peak memory.

    python -m bench.pipeline [--pages 100 2000]

Each crawl is the real command in a process of its own, on a folder tree made of the fixtures; its start-up is measured
on a single page and taken off.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from newsarchive.text import words

ROOT = Path(__file__).parent.parent
# Pages of one issue in the made-up tree.
_PAGES_OF_ISSUE = 8


def texts() -> list[str]:
    """The dumps that the tree is made of: the provided issue and every bench page in one style."""
    dumps = [
        ROOT / "fixtures/issue/cena-2023-11-21-p01.txt",
        *sorted((ROOT / "fixtures/bench/pages").glob("*.sim.txt")),
    ]
    return [dump.read_text(encoding="utf-8") for dump in dumps]


def make_tree(folder: Path, pages: int, dumps: list[str]) -> int:
    """Write ``pages`` dumps as a tree of issues, no two alike, and return the number of characters."""
    characters = 0
    for number in range(pages):
        issue, page = divmod(number, _PAGES_OF_ISSUE)
        day = date(2020, 1, 1) + timedelta(days=issue)
        target = folder / "bench" / day.isoformat() / f"{page + 1:02d}.txt"
        target.parent.mkdir(parents=True, exist_ok=True)
        text = f"{dumps[number % len(dumps)]}\n第{number}次\n"
        target.write_text(text, encoding="utf-8")
        characters += len(text)
    return characters


def crawl(folder: Path, archive: Path) -> tuple[float, float]:
    """Seconds and peak memory in MB of one crawl."""
    command = [sys.executable, "-m", "scrapy", "crawl", "issue", "-a", f"path={folder}", "-s", f"ARCHIVE={archive}"]
    started = time.perf_counter()
    process = subprocess.Popen([*command, "-L", "ERROR"], cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"the crawl of {folder} ended with status {process.returncode}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def cutting_seconds(folder: Path) -> float:
    """Seconds that jieba takes to cut every dump of the tree once, its dictionary being loaded."""
    pages = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    words.use_rust(False)
    words.cut("热身")
    started = time.perf_counter()
    for page in pages:
        for _ in words.cut(page):
            pass
    return time.perf_counter() - started


def main() -> None:
    """Print one line for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 2000])
    sizes = parser.parse_args().pages
    dumps = texts()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        make_tree(base / "one", 1, dumps)
        start_up, _ = crawl(base / "one", base / "one.db")
        print("pages  characters  pages/s  file to row / jieba's cut  again, unchanged  peak MB")
        for size in sizes:
            tree, archive = base / str(size), base / f"{size}.db"
            characters = make_tree(tree, size, dumps)
            seconds, peak = crawl(tree, archive)
            again, _ = crawl(tree, archive)
            seconds, again = seconds - start_up, again - start_up
            cut = cutting_seconds(tree)
            print(
                f"{size:>5}  {characters:>10,}  {size / seconds:>7.1f}  {seconds / cut:>25.2f}"
                f"  {max(again, 0) / seconds:>15.1%}  {peak:>7.0f}",
                flush=True,
            )
        print(f"start-up of a crawl: {start_up:.1f} s, taken off above")


if __name__ == "__main__":
    main()
