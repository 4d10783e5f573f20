"""Which page of which paper: arguments, then names, then the page's own words."""

from datetime import date

import pytest

from newsarchive.errors import InputError
from newsarchive.sources.names import Names, identify, read_names, slug

DAY = date(2023, 11, 21)
NOTHING = Names()


@pytest.mark.parametrize(
    ("path", "paper", "day", "label"),
    [
        # The tree of the design: paper/date/label.
        ("cena/2023-11-21/01.txt", "cena", DAY, "01"),
        ("人民日报/2023-11-21/第04版.txt", "人民日报", DAY, "04"),
        ("cena/20231121/A01.txt", "cena", DAY, "A01"),
        ("cena/2023_11_21/3.txt", "cena", DAY, "03"),
        ("cena/2023年11月21日/p03.txt", "cena", DAY, "03"),
        # The date over two or three folders, as e-paper sites have it.
        ("cena/2023-11/21/T1.txt", "cena", DAY, "T1"),
        ("cena/2023/11/21/page-12.txt", "cena", DAY, "12"),
        # Everything in the file's name.
        ("cena-2023-11-21-p01.txt", "cena", DAY, "01"),
        ("cena_20231121_A01.TXT", "cena", DAY, "A01"),
        ("人民日报20231121第04版.txt", "人民日报", DAY, "04"),
        ("china-daily-2023-11-21-p01.txt", "china-daily", DAY, "01"),
        ("cena-2023-11-21.txt", "cena", DAY, None),
        # Something in the folders, something in the file's name.
        ("人民日报/20231121-04.txt", "人民日报", DAY, "04"),
        ("人民日报/2023-11-21_A01.txt", "人民日报", DAY, "A01"),
        ("cena/2023-11-21/cena-A01.txt", "cena", DAY, "A01"),
        ("cena/2023-11-21/2023-11-21-02.txt", "cena", DAY, "02"),
        ("2023-11-21_A01.txt", None, DAY, "A01"),
        ("A01-20231121.txt", None, DAY, "A01"),
        ("2023-11-21/01.txt", None, DAY, "01"),
        ("cena-01.txt", "cena", None, "01"),
        # Names that say nothing, or not all.
        ("issue.txt", None, None, None),
        ("cena/2023-11-21/要闻.txt", "cena", DAY, None),
        ("dumps/page.txt", None, None, None),
        ("cena/2023-11-21/13920231121.txt", "cena", DAY, None),
    ],
)
def test_read_names(path: str, paper: str | None, day: date | None, label: str | None) -> None:
    assert read_names(path.split("/")) == Names(paper, day, label)


@pytest.mark.parametrize("path", ["cena/2023-02-30/01.txt", "cena-20231131-01.txt", "cena/2023/13/01/01.txt"])
def test_read_names_refuses_days_that_never_were(path: str) -> None:
    with pytest.raises(InputError) as raised:
        read_names(path.split("/"))
    assert raised.value.code == "no-such-date"


MASTHEAD = "第4版\n2023年11月22日 星期三\n本报讯 近日，省里召开会议。\n"
TREE = ("cena", "2023-11-21", "01.txt")


@pytest.mark.parametrize(
    ("parts", "given", "text", "index", "expected"),
    [
        # Names win over the page's own words.
        (TREE, NOTHING, MASTHEAD, 1, ("cena", "name", "2023-11-21", "name", "01", "name")),
        # Arguments win over names; a name in Latin letters stays the short one, which ids are made of.
        (TREE, Names("电子报", date(2023, 11, 20), "a2"), MASTHEAD, 1,
         ("cena", "given", "2023-11-20", "given", "A2", "given")),
        (TREE, Names("daily"), MASTHEAD, 1, ("daily", "given", "2023-11-21", "name", "01", "name")),
        # What names do not say, the page says.
        (("issue.txt",), Names("cena"), MASTHEAD, 1, ("cena", "given", "2023-11-22", "text", "04", "text")),
        # A name's label is that of the first page; the others say it themselves, or are counted.
        (TREE, NOTHING, MASTHEAD, 2, ("cena", "name", "2023-11-21", "name", "04", "text")),
        (TREE, NOTHING, "本报讯", 2, ("cena", "name", "2023-11-21", "name", "02", "index")),
        (("cena-2023-11-21.txt",), NOTHING, "本报讯", 1, ("cena", "name", "2023-11-21", "name", "01", "index")),
        # A wrong date in a name or on the page does no harm where a better source says it.
        (("cena", "2023-02-30", "01.txt"), Names("cena", DAY), "", 1,
         ("cena", "given", "2023-11-21", "given", "01", "index")),
        (("cena-2023-11-21.txt",), NOTHING, "2023年2月30日 星期三", 1,
         ("cena", "name", "2023-11-21", "name", "01", "index")),
    ],
)  # fmt: skip
def test_identify(parts: tuple[str, ...], given: Names, text: str, index: int, expected: tuple[str, ...]) -> None:
    key = identify(parts, given, text, index)
    said = (key.paper, key.paper_source, key.date.isoformat(), key.date_source, key.label, key.label_source)
    assert said == expected


@pytest.mark.parametrize(
    ("parts", "given", "text", "code", "message"),
    [
        (("issue.txt",), Names("cena"), "本报讯", "no-date", "date=YYYY-MM-DD"),
        (("issue.txt",), NOTHING, MASTHEAD, "no-paper", "paper=NAME"),
        (("issue.txt",), Names("——"), MASTHEAD, "bad-paper", "paper=NAME"),
        (("issue.txt",), Names("cena"), "2023年2月30日 星期三", "no-such-date", "2023年2月30日"),
        (TREE, Names(label="要闻"), "", "bad-label", "page=LABEL"),
    ],
)
def test_identify_says_what_is_missing(
    parts: tuple[str, ...], given: Names, text: str, code: str, message: str
) -> None:
    with pytest.raises(InputError, match=message) as raised:
        identify(parts, given, text)
    assert raised.value.code == code


@pytest.mark.parametrize(("given", "folder"), [("中国电子报", "cena"), ("cena", "中国电子报")])
def test_the_short_and_the_full_name_of_a_paper_come_either_way_round(given: str, folder: str) -> None:
    key = identify((folder, "2023-11-22", "01.txt"), Names(given), "本报讯")
    assert (key.paper, key.paper_name) == ("cena", "中国电子报")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cena", "cena"),
        ("China Daily", "china_daily"),
        ("china-daily", "china_daily"),  # a hyphen separates the parts of ids
        ("中国电子报", "中国电子报"),
        ("《人民日报》", "人民日报"),
        ("ＣＥＮＡ", "cena"),
        ("人民日报·海外版", "人民日报_海外版"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected
    assert slug(expected) == expected
