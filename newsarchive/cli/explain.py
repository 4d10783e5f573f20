"""`newsarchive explain PAGE`: the dump, line by line, with what was made of it and why."""

from __future__ import annotations

import argparse
import sys
import zlib
from itertools import groupby
from pathlib import Path
from typing import Any

from newsarchive.cli.options import add_archive
from newsarchive.errors import NewsArchiveError
from newsarchive.model import Cleaned, Role, Segmentation, Span
from newsarchive.segment import segment, setting_of
from newsarchive.spans import spans
from newsarchive.store.archive import reading
from newsarchive.text.clean import clean, explain
from newsarchive.text.decode import decode

# Articles alternate between these terminal colours, so that neighbours are told apart at a glance.
_COLOURS = (36, 33, 32, 35, 34, 31)
_DIM = 2


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("explain", help="show every line of a page with its role, article and reason")
    add_archive(parser)
    parser.add_argument("page", help="a page of the archive (cena-2023-11-21-01), or a text dump")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the page's articles, then every line: number, role, article, text, reason; a cleaned line raw as well."""
    text = _text(options)
    cleaned = clean(text)
    segmentation = segment(cleaned.text, setting_of(cleaned.raw))
    colour = sys.stdout.isatty()
    for line in _articles(segmentation, colour):
        print(line)
    print()
    for line in _lines(cleaned, spans(cleaned, segmentation), colour):
        print(line)
    return 0


def _text(options: argparse.Namespace) -> str:
    path = Path(options.page)
    if path.is_file():
        return decode(path.read_bytes()).text
    with reading(options.archive) as db:
        rows = list(
            db.query(
                "SELECT content FROM sources JOIN pages ON pages.source = sources.id WHERE pages.id = ?", [options.page]
            )
        )
    if not rows:
        raise NewsArchiveError(f"{options.page!r} is no page of {options.archive} and no file")
    return decode(zlib.decompress(rows[0]["content"])).text


def _articles(segmentation: Segmentation, colour: bool) -> list[str]:
    lines = []
    for index, article in enumerate(segmentation.articles):
        title = " | ".join(part for part in (article.kicker, article.headline, article.subtitle) if part)
        byline = f"  [{article.byline}]" if article.byline else ""
        line = f"#{index + 1} {article.kind} {article.confidence:.2f}  {title or '（no headline）'}{byline}"
        lines.append(_paint(line, index, colour))
    return lines


def _lines(cleaned: Cleaned, page_spans: tuple[Span, ...], colour: bool) -> list[str]:
    changes = {number: (raw, names) for number, raw, _, names in explain(cleaned)}
    lines = []
    for number, group in groupby(page_spans, key=lambda span: span.line):
        for span in group:
            if span.role is Role.BLANK:
                continue
            owner = f"#{span.article + 1}" if span.article is not None else ""
            line = f"{number:>4} {span.role:<9} {owner:<4} {span.text.rstrip()}"
            lines.append(_paint(line, span.article, colour) + _dim(f"  · {span.reason}", colour))
        if number in changes:
            raw, names = changes[number]
            lines.append(_dim(f"     cleaned by {', '.join(names)}; raw: {raw!r}", colour))
    return lines


def _paint(line: str, article: int | None, colour: bool) -> str:
    if not colour or article is None:
        return line
    return f"\x1b[{_COLOURS[article % len(_COLOURS)]}m{line}\x1b[0m"


def _dim(line: str, colour: bool) -> str:
    return f"\x1b[{_DIM}m{line}\x1b[0m" if colour else line
