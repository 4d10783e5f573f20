"""A progress line on a terminal, and nothing of it in cron's mail."""

from __future__ import annotations

import os
import pty
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT, Crawl

PAGE = "春耕有序推进\n\n本报讯 3月1日，各地春耕有序推进，农资供应充足，机具检修完毕。第{}页。\n"


def test_a_terminal_sees_the_pages_counted(crawl: Crawl, make_tree: Callable[..., Path]) -> None:
    tree = make_tree({f"daily/2024-03-01/{number:02d}.txt": PAGE.format(number) for number in range(1, 6)})
    main, terminal = pty.openpty()
    command = [*crawl.command("issue", path=tree), "-L", "WARNING"]
    process = subprocess.Popen(command, cwd=ROOT, stderr=terminal)
    os.close(terminal)
    shown = b""
    try:
        while chunk := os.read(main, 4096):
            shown += chunk
    except OSError:
        # The other end of a terminal that was closed reads as an error on Linux.
        pass
    os.close(main)
    assert process.wait() == 0
    assert b"1 pages" in shown
    # Wiped at the end.
    assert shown.endswith(b"\r\x1b[K")


def test_cron_sees_nothing_of_it(crawl: Crawl, make_tree: Callable[..., Path]) -> None:
    tree = make_tree({f"daily/2024-03-01/{number:02d}.txt": PAGE.format(number) for number in range(1, 6)})
    done = crawl(path=tree, level="WARNING")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
