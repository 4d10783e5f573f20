"""Answers that stand in for the page, and files that are none."""

from __future__ import annotations

import pytest

from newsarchive.epaper.refusals import pdf_fault, refusal


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<html><title>安全验证</title><body>按住滑块，拖动到最右边</body></html>", "interstitial"),
        ("<html><body><h2>您的访问过于频繁，请完成验证后继续访问</h2></body></html>", "interstitial"),
        (
            "<html><title>Just a moment</title><body>Checking your browser before accessing</body></html>",
            "interstitial",
        ),
        ("<html><body><div>请购买该报纸后再访问</div></body></html>", "closed"),
        (
            "<html><title>人脸识别与安全</title><body><founder-content>安全验证技术在发展。</founder-content></body></html>",
            "",
        ),
        ("<html><title>澄川日报</title><body><p>专家谈访问验证。" + "正文。" * 200 + "</p></body></html>", ""),
        ("<html><title>404 Not Found</title></html>", ""),
        ("", ""),
    ],
)
def test_what_an_answer_asks_for_instead_of_giving_the_page(html: str, code: str) -> None:
    assert refusal(html) == code


@pytest.mark.parametrize(
    ("length", "start", "code"),
    [
        (0, b"", "pdf-empty"),
        (120, None, "pdf-empty"),
        (5000, b"%PDF-1.4", ""),
        (5000, b"\xef\xbb\xbf\r\n%PDF-1.4", ""),
        (5000, b"<html>404</html>", "pdf-broken"),
        (None, None, ""),  # the site does not tell
    ],
)
def test_what_is_no_pdf(length: int | None, start: bytes | None, code: str) -> None:
    assert pdf_fault(length, start) == code
