"""Write ``simplified.tsv`` anew from an installed OpenCC: ``python -m newsarchive.search.make_simplified``.

Needs the package ``opencc`` (Apache-2.0), which nothing else here does.
"""

from __future__ import annotations

import importlib
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

# Blocks whose characters may have a simplified form: radicals (page dumps often hold ⽅ for 方), ideographs with
# extensions A to I, and compatibility ideographs.
BLOCKS = (
    (0x2E80, 0x2FD5),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
)

HEADER = """\
# Traditional, variant and compatibility characters and the one simplified character that search takes them for.
# Made by newsarchive.search.make_simplified from the single-character conversion t2s of OpenCC {version}
# (https://github.com/BYVoid/OpenCC, Apache License 2.0) and the compatibility forms (NFKC) of Unicode {unicode}.
"""


def pairs(convert: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield every character of the blocks with its simplified form, followed to its end (薴 → 苧 → 苎)."""
    for first, last in BLOCKS:
        for char in map(chr, range(first, last + 1)):
            target = unicodedata.normalize("NFKC", char)
            while (further := convert(target)) != target:
                target = further
            if target != char and len(target) == 1:
                yield char, target


def main() -> None:
    """Write the table beside this module."""
    opencc = importlib.import_module("opencc")
    header = HEADER.format(version=opencc.__version__, unicode=unicodedata.unidata_version)
    lines = [f"{char}\t{target}\n" for char, target in pairs(opencc.OpenCC("t2s").convert)]
    Path(__file__).with_name("simplified.tsv").write_text(header + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
