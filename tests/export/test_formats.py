"""Exports as other programs read them."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest

from newsarchive.export.formats import FORMATS
from newsarchive.export.records import COLUMNS, Record, record

ROW: dict[str, Any] = dict.fromkeys(COLUMNS, "") | {
    "id": "daily-2024-03-01-A02-001",
    "paper": "daily",
    "paper_name": "试验日报",
    "date": "2024-03-01",
    "page_label": "A02",
    "headline": "秋粮丰收",
    "subtitle": "农民增收",
    "byline": "本报记者 王芳 李明 张伟 赵强",
    "body": "第一段。\n第二段。",
    "topics": '["medtop:04000000"]',
    "people": '["王芳"]',
    "places": "[]",
    "organisations": "[]",
    "keywords": '["秋粮"]',
    "captions": "[]",
    "credits": "[]",
    "confidence": 0.9,
    "revision": 1,
    "first_seen": "2024-03-01T06:00:00Z",
    "last_seen": "2024-03-01T06:00:00Z",
    "gone": None,
}
POISON = '"}{\\%&_#$^~\n=1+1\nTY  - BOOK\n# heading <b>*x*</b>'


def made(**columns: object) -> Record:
    return record(ROW | columns, {"medtop:04000000": "经济"})


def written(name: str, *articles: Record) -> str:
    return "".join(FORMATS[name].write(articles or (made(),)))


@pytest.mark.parametrize(
    ("columns", "citation"),
    [
        # GB/T 7714-2015: three authors, then 等; the title with its subtitle.
        ({}, "王芳，李明，张伟，等. 秋粮丰收：农民增收[N]. 试验日报, 2024-03-01(A02).\n"),
        ({"byline": "本报记者 王芳", "page_label": "03"}, "王芳. 秋粮丰收：农民增收[N]. 试验日报, 2024-03-01(3).\n"),
        # No author, and an address with the day it was read.
        (
            {"byline": "", "subtitle": "", "url": "https://example.com/1"},
            "秋粮丰收[N/OL]. 试验日报, 2024-03-01(A02)[2024-03-01]. https://example.com/1.\n",
        ),
        # Without a headline the text begins the citation.
        ({"byline": "", "headline": "", "subtitle": ""}, "第一段。 第二段。…[N]. 试验日报, 2024-03-01(A02).\n"),
    ],
)
def test_citations_follow_the_standard(columns: dict[str, object], citation: str) -> None:
    assert written("gbt", made(**columns)) == citation


def test_jsonl_has_every_column_and_lists_as_lists() -> None:
    read = json.loads(written("jsonl"))
    assert tuple(read) == COLUMNS
    assert read["people"] == ["王芳"]
    assert written("jsonl", made(body="a\u2028b")).count("\n") == 1
    assert len(written("jsonl", made(body="a\u2028b")).splitlines()) == 1


def test_csv_is_read_back_and_no_cell_is_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", made(headline="=HYPERLINK(1)", people='["-1", "王芳"]')))))
    assert rows[0]["headline"] == "'=HYPERLINK(1)"
    assert rows[0]["people"] == "'-1；王芳"
    assert rows[0]["body"] == "第一段。\n第二段。"


def test_markdown_is_a_document_of_paragraphs() -> None:
    assert written("markdown") == (
        "## 秋粮丰收\n\n**农民增收**\n\n"
        "本报记者 王芳 李明 张伟 赵强 试验日报 2024-03-01 第A02版 daily-2024-03-01-A02-001"
        "\n\n第一段。\n\n第二段。\n\n"
    )


def test_ris_and_bibtex_are_records_of_a_newspaper() -> None:
    ris = written("ris").split("\r\n")
    assert ris[0] == "TY  - NEWS"
    assert "AU  - 李明" in ris
    assert "DA  - 2024/03/01/" in ris
    assert ris[-3:] == ["ER  - ", "", ""]
    bibtex = written("bibtex")
    assert bibtex.startswith("@article{daily-2024-03-01-A02-001,\n")
    assert "author = {{王芳} and {李明} and {张伟} and {赵强}}" in bibtex


HARD = [
    {},
    {"url": "https://example.com/{1}?a=b%20c", "page_label": "1"},
    {"byline": "", "headline": "", "subtitle": "", "body": ""},
    {"headline": POISON, "byline": POISON, "paper_name": POISON, "keywords": json.dumps([POISON]), "body": POISON},
    {"headline": "TY  - BOOK", "body": "ER  - \r\nTY  - BOOK"},
]


@pytest.mark.parametrize("columns", HARD)
def test_ris_is_lines_of_tags_from_ty_to_er(columns: dict[str, object]) -> None:
    lines = written("ris", made(**columns)).split("\r\n")
    assert lines[-3:] == ["ER  - ", "", ""]
    tags = [re.fullmatch(r"([A-Z][A-Z0-9])  - (\S.*)?", line) for line in lines[:-2]]
    assert None not in tags
    names = [tag[1] for tag in tags if tag]
    assert (names[0], names.count("TY"), names[-1], names.count("ER")) == ("TY", 1, "ER", 1)
    assert set(names) <= {"TY", "AU", "TI", "T2", "DA", "PY", "SP", "KW", "AB", "LA", "UR", "ID", "ER"}
    assert all(tag[2] for tag in tags if tag and tag[1] != "ER")


@pytest.mark.parametrize("columns", HARD)
def test_bibtex_is_an_entry_of_braced_fields(columns: dict[str, object]) -> None:
    entry = written("bibtex", made(**columns))
    head, *lines = entry.rstrip("\n").split("\n")
    assert re.fullmatch(r"@article\{[\w.:-]+,", head)
    assert lines.pop() == "}"
    for line in lines:
        field = re.fullmatch(r"  (author|title|journal|date|year|month|pages|url|langid) = \{(.+)\},", line)
        assert field is not None
        depth = 0
        for sign in re.findall(r"\\.|[{}]", field[2]):
            depth += {"{": 1, "}": -1}.get(sign, 0)
            assert depth >= 0
        assert depth == 0
        # What TeX would take for a command or a comment is escaped; in an address biblatex takes it as it is.
        assert field[1] == "url" or not re.search(r"(?<!\\)[%#$&_]", field[2])


@pytest.mark.parametrize("columns", HARD)
def test_a_citation_has_the_parts_and_signs_of_the_standard(columns: dict[str, object]) -> None:
    citation = written("gbt", made(**columns)).removesuffix("\n")
    # 作者. 题名[N]. 报纸名, 日期(版次). and online …[N/OL]. … (版次)[引用日期]. 网址.
    online = r"\[\d{4}-\d\d-\d\d\]\. https?://\S+\."
    assert re.fullmatch(rf"(?:.+\. )?.+\[N(?:/OL)?\]\. .+, \d{{4}}-\d\d-\d\d\(\w+\)(?:\.|{online})", citation)
    assert ("[N/OL]" in citation) == bool(columns.get("url"))


def test_ninjs_names_the_standard_and_the_media_topics() -> None:
    (item,) = json.loads(written("ninjs"))
    assert item["standard"]["version"] == "3.0"
    assert item["headlines"] == [{"role": "main", "value": "秋粮丰收"}, {"role": "subtitle", "value": "农民增收"}]
    assert item["subjects"] == [
        {"name": "经济", "uri": "http://cv.iptc.org/newscodes/mediatopic/04000000"},
        {"name": "秋粮", "rel": "keyword"},
    ]
    assert item["contentCreated"] == "2024-03-01T00:00:00+08:00"
    assert "places" not in item
    assert json.loads(written("ninjs", made(gone="2024-03-02")))[0]["pubStatus"] == "canceled"
    assert json.loads("".join(FORMATS["ninjs"].write([]))) == []


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_hostile_text_stays_in_its_field(name: str) -> None:
    text = written(name, made(headline=POISON, byline=POISON, paper_name=POISON, keywords=json.dumps([POISON])))
    if name in ("jsonl", "ninjs"):
        json.loads(text)
    elif name == "ris":
        assert sum(line.startswith("TY  - ") for line in text.split("\r\n")) == 1
        assert "\n" not in text.replace("\r\n", "")
    elif name == "gbt":
        assert text.count("\n") == 1
    elif name == "bibtex":
        unescaped = text.replace("\\{", "").replace("\\}", "")
        assert unescaped.count("{") == unescaped.count("}")
    elif name == "markdown":
        assert "<b>" not in text.replace("\\<b\\>", "")
        assert "\n# " not in text
    else:
        assert len(list(csv.reader(io.StringIO(text)))) == 2
