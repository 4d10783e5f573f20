"""Citations of newspaper articles.

GB/T 7714-2015, 8.7 (a piece in a newspaper): 作者. 题名[N]. 报纸名, 日期(版次). With an address it is [N/OL], and the
date of reading and the address follow. RIS and BibTeX as reference managers read them.
"""

from __future__ import annotations

import re

from newsarchive.export.records import Record, one_line

# GB/T 7714-2015, 8.1.2: of more than three authors the first three are named.
_AUTHORS = 3
_BIBTEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "#": r"\#", "$": r"\$", "&": r"\&", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip


def gbt(article: Record) -> str:
    """One line of GB/T 7714-2015."""
    authors = "，".join(article.authors[:_AUTHORS]) + ("，等" if len(article.authors) > _AUTHORS else "")
    begin = f"{authors}. " if authors else ""
    place = f"{one_line(article['paper_name'])}, {article['date']}({_page(article)})"
    if article["url"]:
        seen = str(article["first_seen"])[:10]
        return f"{begin}{article.title}[N/OL]. {place}[{seen}]. {one_line(article['url'])}."
    return f"{begin}{article.title}[N]. {place}."


def ris(article: Record) -> str:
    """A record of RIS, type NEWS: a line for each tag, ended by CR and LF; a date has three slashes."""
    fields = [
        ("TY", "NEWS"),
        *(("AU", author) for author in article.authors),
        ("TI", article.title),
        ("T2", article["paper_name"]),
        ("DA", article["date"].replace("-", "/") + "/"),
        ("PY", article["date"][:4]),
        ("SP", article["page_label"]),
        *(("KW", word) for word in article["keywords"]),
        ("AB", one_line(article["body"])[:200]),
        ("LA", "zh"),
        ("UR", article["url"]),
        ("ID", article["id"]),
    ]
    lines = [f"{tag}  - {one_line(value)}\r\n" for tag, value in fields if value]
    return "".join(lines) + "ER  - \r\n\r\n"


def bibtex(article: Record) -> str:
    """An @article of BibTeX, the entry type for newspapers."""
    fields = {
        "author": " and ".join(f"{{{_escaped(author)}}}" for author in article.authors),
        "title": f"{{{_escaped(article.title)}}}",
        "journal": _escaped(article["paper_name"]),
        "date": article["date"],
        "year": article["date"][:4],
        "month": str(int(article["date"][5:7])),
        "pages": _escaped(article["page_label"]),
        "url": one_line(article["url"]).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C"),
        "langid": "chinese",
    }
    key = re.sub(r"[^\w.:-]", "-", article["id"])
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@article{{{key},\n{lines}}}\n\n"


def _page(article: Record) -> str:
    # 第 01 版 is cited as 1; a label with a letter stays.
    return one_line(article["page_label"]).lstrip("0") or "0"


def _escaped(text: object) -> str:
    return "".join(_BIBTEX.get(character, character) for character in one_line(text))
