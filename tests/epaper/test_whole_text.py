"""Sites that name no articles and give a page's text whole: on the page, or in its PDF only."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest

from newsarchive.cli import main
from newsarchive.epaper.pagetext import inline_text
from newsarchive.errors import InputError
from newsarchive.text import pdf
from tests.conftest import Crawl
from tests.epaper.crawling import epaper
from tests.epaper.pdf import pdf_of
from tests.epaper.server import Site, serving

STORY = [
    "老水厂“瘦身”记",
    "本报记者 何舟",
    *(
        f"改造之前第{n}年，这座建于上世纪的水厂每生产一吨水要耗电许多；如今，这个数字降了下来，江边的人们都看在眼里。"
        for n in range(1, 9)
    ),
]
NODE = """<html><p class=ban>第{label}版：{name}</p><div class=date>2024年03月05日</div>
<a id=pageLink href="node_01.html">第01版：要闻</a><a id=pageLink href="node_02.html">第02版：{second}</a>
<img src="../../../pic/{label}.jpg"><p class=btn><a href="../../../pdf/{label}.pdf">PDF</a></p>{more}</html>"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site of two pages, one with news in its PDF, one of advertisements."""
    folder = tmp_path / "site/pc/layout/202403/05"
    folder.mkdir(parents=True)
    for label, name in (("01", "要闻"), ("02", "广告")):
        page = NODE.format(label=label, name=name, second="广告", more="")
        (folder / f"node_{label}.html").write_text(page, "utf-8")
        for file, content in ((f"pic/{label}.jpg", b"jpeg"), (f"pdf/{label}.pdf", pdf_of(STORY))):
            (tmp_path / "site/pc" / file).parent.mkdir(exist_ok=True)
            (tmp_path / "site/pc" / file).write_bytes(content)
    return tmp_path / "site"


ENTRY = "pc/layout/202403/05/node_01.html"
PDF = "pc/pdf/01.pdf"


def test_the_text_of_a_pdf_goes_the_way_of_dumps(crawl: Crawl, root: Path) -> None:
    with serving(Site(root)) as site:
        done = epaper(crawl, site.url + ENTRY)
        assert (done.returncode, done.stderr) == (0, "")
        article = crawl.rows("SELECT page, headline, byline, body FROM articles")
        assert [(a["page"], a["headline"]) for a in article] == [("cc-2024-03-05-01", STORY[0])]
        assert "何舟" in article[0]["byline"]
        assert STORY[2] in article[0]["body"]
        # Every character of the text is accounted for, and the PDF is kept as it came.
        spans = crawl.rows("SELECT text FROM spans WHERE page = 'cc-2024-03-05-01' ORDER BY sequence")
        assert "".join(row["text"] for row in spans) == "\n".join(STORY)
        kept = crawl.rows("SELECT status FROM sources WHERE name = ?", site.url + PDF)
        assert kept == [{"status": "stored"}]
        # The page of advertisements stays one without articles, and its PDF is not fetched.
        assert [(m, s) for m, p, s in site.log if p == "pc/pdf/02.pdf"] == [("HEAD", 200)]
        assert [(m, s) for m, p, s in site.log if p == PDF] == [("GET", 200)]
        before = crawl.content(times=True)
        site.log.clear()
        assert epaper(crawl, site.url + ENTRY, date="2024-03-05").returncode == 0
        assert crawl.content(times=True) == before
        assert crawl.rows("SELECT unchanged, stored FROM runs WHERE id = 2") == [{"unchanged": 2, "stored": 0}]
        assert [(m, s) for m, p, s in site.log if p == PDF] == [("GET", 304)]
    with sqlite3.connect(crawl.archive) as other:
        other.execute("UPDATE pages SET stages = '{}'")
    other.close()
    assert main(["reprocess", "--archive", str(crawl.archive)]) == 0
    assert crawl.content(times=True) == before


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "pdf-missing"),
        (b"", "pdf-empty"),
        (b"<html>404</html>" * 30, "pdf-broken"),
        (b"%PDF-1.4\n" + b"x" * 400, "pdf-broken"),
    ],
)
def test_a_pdf_that_is_none_leaves_a_page_without_articles(
    crawl: Crawl, root: Path, content: bytes | None, code: str
) -> None:
    (root / PDF).unlink() if content is None else (root / PDF).write_bytes(content)
    assert epaper(crawl, (root / ENTRY).as_uri()).returncode == 0
    problems = crawl.rows("SELECT code, detail FROM problems")
    assert [row["code"] for row in problems] == [code]
    assert crawl.rows("SELECT label FROM pages ORDER BY label") == [{"label": "01"}, {"label": "02"}]
    assert crawl.rows("SELECT id FROM articles") == []


def test_without_the_reader_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"pip install 'newsarchive\[pdf\]'") as caught:
        pdf.pdf_text(pdf_of(STORY))
    assert caught.value.code == "no-pdf-reader"


def test_without_the_reader_a_crawl_records_it_and_goes_on(crawl: Crawl, root: Path, tmp_path: Path) -> None:
    blind = tmp_path / "blind"
    blind.mkdir()
    # As if it were not installed: found by nobody who looks for it.
    (blind / "sitecustomize.py").write_text(
        "import importlib.util as u\nfind = u.find_spec\n"
        "u.find_spec = lambda name, package=None: None if name == 'pypdfium2' else find(name, package)\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(blind))
        done = epaper(crawl, (root / ENTRY).as_uri())
    assert (done.returncode, done.stderr) == (0, "")
    problems = crawl.rows("SELECT code, detail FROM problems")
    assert [row["code"] for row in problems] == ["no-pdf-reader"]
    assert "page 01" in problems[0]["detail"]
    assert "pip install 'newsarchive[pdf]'" in problems[0]["detail"]


@pytest.mark.parametrize("form", ["<pre>{}</pre>", "<div class=text>{}</div>"])
def test_text_on_the_page_itself_is_segmented(crawl: Crawl, root: Path, form: str) -> None:
    text = "\n".join(STORY) if "pre" in form else "".join(f"<p>　　{line}</p>" for line in STORY)
    page = NODE.format(label="01", name="要闻", second="广告", more=form.format(text))
    (root / ENTRY).write_text(page, "utf-8")
    assert epaper(crawl, (root / ENTRY).as_uri()).returncode == 0
    assert [row["headline"] for row in crawl.rows("SELECT headline FROM articles")] == [STORY[0]]
    assert crawl.rows("SELECT url FROM fetches WHERE url LIKE '%01.pdf' AND source IS NOT NULL") == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<html><img src=p.jpg><p>第01版：要闻</p></html>", False),
        ("<html><div><p>" + "版权所有，未经许可不得转载。" * 5 + "</p></div></html>", False),
        (
            "<html><div><p>"
            + "本网站内容未经书面授权，不得建立镜像。" * 20
            + "</p><p>广告热线：12345</p></div></html>",
            False,
        ),
        ("\n".join(STORY), True),  # a text file
        ("<pre>" + "\n".join(STORY) + "</pre>", True),
    ],
)
def test_what_counts_as_the_text_of_a_page(html: str, found: bool) -> None:
    assert bool(inline_text(html)) is found
