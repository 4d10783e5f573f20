"""Key phrases against the archive's own background: what all of its articles say marks none of them out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsarchive import topics
from newsarchive.cli import main
from newsarchive.model import Article
from newsarchive.text import words
from newsarchive.topics.background import FEWEST, Background, count, words_of
from tests.conftest import Crawl

# A paper of the machine-tool trade: 数控机床 stands in every article, 读书会 in one.
TRADE = "数控机床厂家介绍，数控机床的订单增加。展会上的数控机床各有特点，数控机床技术进步很快。"
CLUB = Article(
    headline="数控机床和读书会",
    body=(
        "厂里有了读书会。周五晚上，数控机床停了，读书会开始。有人讲数控机床，有人讲小说。数控机床谁都懂，买数控机床、修数控机床都说得上话。",
    ),
)


def trade(number: int) -> Background:
    """The background of so many articles of that paper."""
    return count([words_of(TRADE), words_of(CLUB.body[0])] + [words_of(TRADE)] * (number - 2))


def test_what_every_article_says_gives_way_to_what_this_one_says() -> None:
    assert topics.tag(CLUB).keywords[0].startswith("数控机床")
    topics.use_background(trade(1000))
    assert topics.tag(CLUB).keywords[0] == "读书会"


def test_the_background_decides_the_version() -> None:
    before = topics.version()
    topics.use_background(trade(1000))
    assert topics.version() != before
    assert trade(1000).digest() == trade(1000).digest() != trade(1001).digest()
    topics.use_background(None)
    assert topics.version() == before


def test_rarity_lies_between_the_language_and_the_archive() -> None:
    background = trade(1000)
    assert background.rarity("数控机床") < words.rarity("数控机床")
    assert background.rarity("读书会") > background.rarity("数控机床")
    # A word of one article is not kept, and counts as such.
    assert "读书会" not in background.counts


def test_retagging_counts_the_archive_and_a_crawl_uses_what_was_counted(
    crawl: Crawl, make_tree: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    pages = {
        f"a/{2000 + number // 28}-01-{number % 28 + 1:02d}/01.txt": f"第{number}个消息\n\n{TRADE}\n"
        for number in range(FEWEST)
    }
    assert crawl(path=make_tree(pages)).returncode == 0
    assert crawl.rows("SELECT * FROM background") == []
    assert main(["retag", "--archive", str(crawl.archive)]) == 0
    assert f"{FEWEST} article(s)" in capsys.readouterr().out
    held = {row["word"]: row["articles"] for row in crawl.rows("SELECT * FROM background")}
    assert held[""] == FEWEST
    assert held["数控机床"] == FEWEST
    # One more page is tagged against the same background: there is nothing to tag again.
    more = make_tree({"a/2020-02-01/01.txt": f"{CLUB.headline}\n\n{CLUB.body[0]}\n"})
    assert crawl(path=more / "a/2020-02-01/01.txt", paper="a", date="2020-02-01", page="01").returncode == 0
    assert main(["retag", "--archive", str(crawl.archive)]) == 0
    assert capsys.readouterr().out == "every article is up to date\n"


def test_a_small_archive_has_no_background(crawl: Crawl, make_tree: Callable[..., Path]) -> None:
    assert crawl(path=make_tree({"a/2020-01-01/01.txt": f"一个消息\n\n{TRADE}\n"})).returncode == 0
    assert main(["retag", "--archive", str(crawl.archive)]) == 0
    assert crawl.rows("SELECT * FROM background") == []
