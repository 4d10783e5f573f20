"""Finding dumps and reading their pages."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.errors import InputError
from newsarchive.sources import dumps
from newsarchive.sources.dumps import find, pages


def make(root: Path, *names: str) -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("本报讯", encoding="utf-8")


def test_find_gives_the_text_files_of_a_tree_in_order(tmp_path: Path) -> None:
    make(
        tmp_path,
        "cena/2023-11-21/02.txt",
        "cena/2023-11-21/01.txt",
        "cena/2023-11-20/A01.TXT",
        "人民日报/2023-11-21/第04版.txt",
        "cena/2023-11-21/01.pdf",  # not a dump
        "cena/2023-11-21/.01.txt",  # hidden
        ".git/2023-11-21/01.txt",
    )
    assert [file.parts for file in find(tmp_path)] == [
        ("cena", "2023-11-20", "A01.TXT"),
        ("cena", "2023-11-21", "01.txt"),
        ("cena", "2023-11-21", "02.txt"),
        ("人民日报", "2023-11-21", "第04版.txt"),
    ]


@pytest.mark.parametrize("start", [".", "cena", "cena/2023-11-21", "cena/2023-11-21/01.txt"])
def test_find_gives_the_same_names_wherever_it_starts(tmp_path: Path, start: str) -> None:
    make(tmp_path, "cena/2023-11-21/01.txt")
    (file,) = find(tmp_path / start)
    assert file.parts == ("cena", "2023-11-21", "01.txt")
    assert file.path == tmp_path / "cena/2023-11-21/01.txt"


def test_find_takes_no_names_from_above_that_hold_no_date(tmp_path: Path) -> None:
    make(tmp_path, "home/dumps/cena-2023-11-21-p01.txt")
    assert next(find(tmp_path / "home/dumps")).parts == ("cena-2023-11-21-p01.txt",)
    assert next(find(tmp_path / "home/dumps/cena-2023-11-21-p01.txt")).parts == ("cena-2023-11-21-p01.txt",)


def test_find_takes_a_single_file_of_any_name(tmp_path: Path) -> None:
    make(tmp_path, "page.dump")
    assert next(find(tmp_path / "page.dump")).parts == ("page.dump",)


def test_find_follows_links_but_no_loop(tmp_path: Path) -> None:
    make(tmp_path, "cena/2023-11-21/01.txt")
    (tmp_path / "cena/2023-11-21/loop").symlink_to(tmp_path)
    (tmp_path / "cena/2023-11-22").mkdir()
    (tmp_path / "cena/2023-11-22/01.txt").symlink_to(tmp_path / "cena/2023-11-21/01.txt")
    assert [file.parts[1:] for file in find(tmp_path)] == [("2023-11-21", "01.txt"), ("2023-11-22", "01.txt")]


@pytest.mark.parametrize(("target", "code"), [("gone", "no-such-path"), ("01.txt", "unreadable")])
def test_find_does_not_hide_a_broken_link(tmp_path: Path, target: str, code: str) -> None:
    (tmp_path / "01.txt").symlink_to(tmp_path / target)
    (file,) = find(tmp_path)
    with pytest.raises(InputError) as raised:
        list(pages(file.path))
    assert raised.value.code == code


@pytest.mark.parametrize("name", ["none", "none/01.txt", "x" * 300, "loop"])
def test_find_refuses_what_is_not_there(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(InputError, match="check -a path=") as raised:
        list(find(tmp_path / name))
    assert raised.value.code == "no-such-path"


def test_find_refuses_a_folder_without_dumps(tmp_path: Path) -> None:
    make(tmp_path, "a/b/readme.md")
    with pytest.raises(InputError, match=r"PAPER/YYYY-MM-DD/LABEL\.txt") as raised:
        list(find(tmp_path))
    assert raised.value.code == "no-dumps"


def forbid(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Forbid to list the folder ``name``. (A superuser may read everything, so modes alone test nothing.)"""
    scandir = os.scandir

    def guarded(path: Path) -> object:
        if Path(path).name == name:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(dumps.os, "scandir", guarded)


def test_find_goes_on_behind_a_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "cena/2023-11-20/01.txt", "cena/2023-11-21/01.txt", "cena/2023-11-22/01.txt")
    forbid(monkeypatch, "2023-11-21")
    found = list(find(tmp_path))
    assert [file.parts[1] for file in found] == ["2023-11-20", "2023-11-21", "2023-11-22"]
    assert [file.error.code if file.error else None for file in found] == [None, "no-permission", None]


def test_find_refuses_a_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forbid(monkeypatch, tmp_path.name)
    with pytest.raises(InputError, match="no permission to read") as raised:
        list(find(tmp_path))
    assert raised.value.code == "no-permission"


def read(tmp_path: Path, raw: bytes, limit: int = 1000) -> list[tuple[int, int, bytes | str]]:
    """Read the pages of ``raw``: index, offset, and the bytes or the code of the error."""
    file = tmp_path / "dump.txt"
    file.write_bytes(raw)
    return [
        (page.index, page.offset, page.data.code if isinstance(page.data, InputError) else page.data)
        for page in pages(file, limit)
    ]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"one", [(1, 0, b"one")]),
        (b"one\f", [(1, 0, b"one")]),  # as pdftotext ends every page
        (b"one\n\f\n", [(1, 0, b"one\n")]),
        (b"one\ftwo", [(1, 0, b"one"), (2, 4, b"two")]),
        (b"one\f\r\n \ftwo\f", [(1, 0, b"one"), (3, 8, b"two")]),  # a blank page is counted
        (b"\ftwo", [(2, 1, b"two")]),
        (b"", [(1, 0, "empty")]),
        (b"\f \f", [(1, 0, "empty")]),
        (b"\xef\xbb\xbf", [(1, 0, "empty")]),
        (b"x" * 1001 + b"\ftwo", [(1, 0, "page-too-large"), (2, 1002, b"two")]),
        (b"x" * 1000 + b"\ftwo", [(1, 0, b"x" * 1000), (2, 1001, b"two")]),
    ],
)
def test_pages(tmp_path: Path, raw: bytes, expected: list[tuple[int, int, bytes | str]]) -> None:
    assert read(tmp_path, raw) == expected


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
def test_pages_of_utf16_are_cut_between_characters(tmp_path: Path, encoding: str) -> None:
    # 匌 and 稌 have the byte of a form feed in them; so has the pair of ఀ and its neighbour.
    first, second = "匌稌的一年，本报讯\n", "第二版的新闻\n"
    raw = f"{first}\f{second}\f".encode(encoding)
    found = read(tmp_path, raw)
    assert [page[0] for page in found] == [1, 2]
    assert found[0][2].decode("utf-16" if encoding == "utf-16" else encoding) == first
    assert found[1][2].decode("utf-16-le" if encoding == "utf-16" else encoding) == second
    assert found[1][1] == raw.index(found[1][2])


def test_pages_of_utf16_carry_the_encoding_as_hint(tmp_path: Path) -> None:
    (tmp_path / "dump.txt").write_bytes("一版\f二版".encode("utf-16"))
    assert [page.hint for page in pages(tmp_path / "dump.txt")] == ["utf-16-le", "utf-16-le"]


@given(
    st.lists(st.text(alphabet="ab 一二\n", max_size=12), min_size=1, max_size=6),
    st.integers(min_value=1, max_value=7),
    st.sampled_from(["utf-8", "utf-16"]),
)
def test_pages_do_not_depend_on_how_the_file_is_read(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], chunk: int, encoding: str
) -> None:
    raw = "\f".join(texts).encode(encoding)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dumps, "_CHUNK", chunk + 3)  # a byte order mark has up to four bytes and is read at once
        found = read(tmp_path_factory.mktemp("pages"), raw)
    whole = raw.decode(encoding).split("\f")
    assert {index for index, _, data in found if isinstance(data, bytes)} == {
        number for number, text in enumerate(whole, start=1) if text.strip()
    }
    assert all(raw[offset : offset + len(data)] == data for _, offset, data in found if isinstance(data, bytes))


def test_pages_hold_one_page_in_memory(tmp_path: Path) -> None:
    import tracemalloc

    file = tmp_path / "big.txt"
    with file.open("wb") as out:
        for _ in range(200):
            out.write(b"x" * 100_000 + b"\f")
        out.write(b"y" * 20_000_000)  # one page that is none
    tracemalloc.start()
    count = sum(1 for _ in pages(file, 1_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 201
    assert peak < 2_000_000


def test_pages_refuse_folders_and_what_is_gone(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        list(pages(tmp_path))
    assert raised.value.code == "is-a-folder"
    with pytest.raises(InputError) as raised:
        list(pages(tmp_path / "gone.txt"))
    assert raised.value.code == "no-such-path"


def test_pages_refuse_a_pipe_instead_of_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(InputError) as raised:
        list(pages(tmp_path / "pipe.txt"))
    assert raised.value.code == "unreadable"


@pytest.mark.parametrize(
    ("error", "code"), [(PermissionError(13, "denied"), "no-permission"), (OSError(5, "I/O"), "unreadable")]
)
def test_pages_name_why_a_file_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: str
) -> None:
    make(tmp_path, "01.txt")

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"01\.txt") as raised:
        list(pages(tmp_path / "01.txt"))
    assert raised.value.code == code
