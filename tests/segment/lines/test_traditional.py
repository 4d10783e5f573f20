"""Pages in traditional characters."""

from __future__ import annotations

from newsarchive.model import Article
from newsarchive.segment import segment
from newsarchive.segment.lines.traditional import in_simplified, put_back

PAGE = """大橋昨日通車
本報訊（記者 方小禾）大橋昨日通車，兩岸居民冒雨前來觀看，歡呼聲久久不息。
項目經理介紹，橋面鋪裝將在月底開始，皇后大道隨後開放。（下轉第3版）
"""


def test_only_pages_in_traditional_characters_are_read_in_simplified_ones() -> None:
    read = in_simplified(PAGE)
    assert read.startswith("大桥昨日通车\n本报讯（记者")
    assert len(read) == len(PAGE)
    plain = "大桥昨日通车，著名的乾隆石桥与它相望。" * 9
    assert in_simplified(plain) == plain


def test_articles_speak_as_their_page() -> None:
    made = segment(PAGE)
    (article,) = made.articles
    assert article.headline == "大橋昨日通車"
    assert "記者 方小禾" in article.byline
    assert "皇后大道隨後開放" in "".join(article.body)
    assert article.jump_to == "3"
    assert "".join(PAGE[s.start : s.end] for s in made.stretches) == PAGE


def test_a_phrase_that_stands_nowhere_has_the_characters_that_the_page_mostly_has() -> None:
    page = "以後，皇后，後來，後面"
    article = Article(headline="皇后 后来", body=("面后",))
    back = put_back(article, in_simplified(page * 9), page * 9)
    assert back.headline == "皇后 後來"
    assert back.body == ("面後",)
