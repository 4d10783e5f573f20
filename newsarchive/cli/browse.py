"""`newsarchive browse`: Datasette on the archive, told what its tables mean."""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from newsarchive.browse import describe
from newsarchive.cli.options import add_archive
from newsarchive.errors import NewsArchiveError
from newsarchive.store.archive import reading


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("browse", help="open the archive in a browser with Datasette")
    add_archive(parser)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: only this machine)")
    parser.add_argument("--port", type=int, default=8001, help="the port to listen on (default: 8001)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run Datasette on the archive until it is stopped; raises NewsArchiveError when it is not installed."""
    try:
        major = int(version("datasette").partition(".")[0])
    except PackageNotFoundError as error:
        raise NewsArchiveError("Datasette is not installed; pip install 'newsarchive[browse]'") from error
    with reading(options.archive):
        pass
    # Told to end, we end Datasette too and take our files away.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with tempfile.TemporaryDirectory(prefix="newsarchive-") as folder:
        files = write_files(Path(folder), options.archive.stem, major)
        command = [sys.executable, "-m", "datasette", str(options.archive), *files]
        print(f"http://{options.host}:{options.port}/news", file=sys.stderr)
        try:
            return subprocess.call([*command, "--host", options.host, "--port", str(options.port)])
        except KeyboardInterrupt:
            return 0


def write_files(folder: Path, database: str, major: int) -> list[str]:
    """Write what this generation of Datasette wants to know into files; returns the options that name them."""
    if major == 0:
        return _write(folder / "metadata.json", "-m", describe.old_metadata([database]))
    return [
        *_write(folder / "metadata.json", "-m", describe.metadata([database])),
        *_write(folder / "datasette.json", "-c", describe.configuration([database])),
    ]


def _write(path: Path, option: str, content: dict[str, Any]) -> list[str]:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return [option, str(path)]
