"""Decoding with evidence, and what is refused."""

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.errors import InputError
from newsarchive.text.decode import decode

SIMPLIFIED = (
    "本报讯 11月18日，市工业和信息化局在北湖会议中心召开座谈会，听取企业对数字化改造的意见。\n"
    "与会代表认为，中小企业最关心的是成本，希望有关部门拿出看得见的办法。\n"
)
TRADITIONAL = (
    "本報訊 十一月十八日，市政府在北湖會議中心召開座談會，聽取企業對數位化改造的意見。\n"
    "與會代表認為，中小企業最關心的是成本，希望有關部門拿出看得見的辦法。\n"
)


@pytest.mark.parametrize(
    ("text", "written", "encoding", "evidence"),
    [
        (SIMPLIFIED, "utf-8", "utf-8", "valid UTF-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8", "byte order mark"),
        (SIMPLIFIED, "utf-16", "utf-16-le", "byte order mark"),
        (SIMPLIFIED, "utf-32", "utf-32-le", "byte order mark"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le", "zero bytes"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be", "zero bytes"),
        (TRADITIONAL, "utf-16-be", "utf-16-be", "zero bytes"),
        (SIMPLIFIED, "gb18030", "gb18030", "are common"),
        (SIMPLIFIED, "gbk", "gb18030", "are common"),
        (TRADITIONAL, "gb18030", "gb18030", "are common"),
        (TRADITIONAL, "big5", "big5hkscs", "are common"),
        ("Reporters met in Beijing.\n", "ascii", "utf-8", "pure ASCII"),
        # A line without a single zero byte: told from GB18030 by its characters.
        ("市工业和信息化局召开座谈会听取企业意见", "utf-16-le", "utf-16-le", "are common"),
        # Text that is not Chinese is no mojibake.
        ("été à Paris, naïve café\n", "utf-8", "utf-8", "valid UTF-8"),
        ("新聞のテキストです。\n", "utf-8", "utf-8", "valid UTF-8"),
        # The characters that mojibake is made of may stand in a text about it.
        (SIMPLIFIED + "程序员把这种乱码叫作“锟斤拷”。\n", "utf-8", "utf-8", "valid UTF-8"),
        # One lost character in a page: visible damage, not a misreading.
        (SIMPLIFIED * 20 + "\ufffd", "utf-8", "utf-8", "valid UTF-8"),
    ],
)
def test_decode_names_encoding_and_evidence(text: str, written: str, encoding: str, evidence: str) -> None:
    decoded = decode(text.encode(written))
    assert decoded.text == text
    assert decoded.encoding == encoding
    assert evidence in decoded.evidence


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (codecs.BOM_UTF8, "empty"),
        ("　　\n".encode(), "empty"),
        (b"%PDF-1.7 " + b"x" * 100, "binary"),
        (b"PK\x03\x04" + b"\x00" * 100, "binary"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (random.Random(2).randbytes(5000), "binary"),  # holds zero bytes
        (b"\x01\x02\x03\x04\x05\x06text\x07\x08" * 20, "binary"),
        (bytes(range(128, 256)) * 30, "undecodable"),
        # UTF-8 read as GBK, as Latin-1 and as Windows-1252, and stored as UTF-8.
        ("浜烘皯鏃ユ姤".encode(), "mojibake"),
        (SIMPLIFIED.encode().decode("gb18030", "ignore").encode(), "mojibake"),
        (SIMPLIFIED.encode().decode("latin-1").encode(), "mojibake"),
        (SIMPLIFIED.encode().decode("cp1252", "ignore").encode(), "mojibake"),
        (SIMPLIFIED.encode("gb18030").decode("latin-1").encode(), "mojibake"),
        # What could not be decoded was replaced long ago.
        ("市工业局\ufffd\ufffd\ufffd召开会议".encode(), "mojibake"),
        ("锟斤拷锟斤拷锟斤拷市工业局".encode(), "mojibake"),
        # A font without a Unicode table.
        (("\ue123\ue456\ue789" * 30 + "版").encode(), "mojibake"),
    ],
)
def test_decode_refuses(raw: bytes, code: str) -> None:
    with pytest.raises(InputError) as raised:
        decode(raw)
    assert raised.value.code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_decode_reports_a_cut_end_in_the_right_encoding(encoding: str) -> None:
    with pytest.raises(InputError, match="cut off in the middle of a character at byte") as raised:
        decode(SIMPLIFIED.rstrip("。\n").encode(encoding)[:-1])
    assert raised.value.code == "truncated-text"


def test_decode_names_the_damaged_byte_in_the_middle_of_utf8() -> None:
    whole = SIMPLIFIED.encode()
    at = whole.index("召".encode())
    with pytest.raises(InputError, match=f"UTF-8 text has a damaged character at byte {at} ") as raised:
        decode(whole[: at + 1] + whole[at + 3 :])
    assert raised.value.code == "truncated-text"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [SIMPLIFIED, "广告", "2023"])
def test_decode_reads_the_pages_behind_a_byte_order_mark_by_hint(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding), hint=encoding)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decode(SIMPLIFIED.encode(), hint=encoding).encoding == "utf-8"


def test_decode_hint_decides_between_plausible_readings_only() -> None:
    raw = SIMPLIFIED.encode("gb18030")
    assert decode(raw, hint="big5").encoding == "gb18030"
    assert decode(raw, hint="no-such-encoding").encoding == "gb18030"
    assert decode(SIMPLIFIED.encode(), hint="gbk").encoding == "utf-8"


@given(st.binary(max_size=300))
def test_decode_gives_text_or_a_reason(raw: bytes) -> None:
    try:
        outcome = decode(raw).text.strip() and "text"
    except InputError as error:
        outcome = error.code
    assert outcome in {"text", "empty", "binary", "truncated-text", "mojibake", "undecodable"}


@given(
    st.text(alphabet="的一是在不了有和人这中大为上个国我以要他，。\n12A", min_size=1, max_size=200).filter(str.strip)
)
def test_decode_is_the_inverse_of_utf8(text: str) -> None:
    assert decode(text.encode()).text == text
