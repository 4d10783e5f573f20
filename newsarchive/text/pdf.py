"""The text of a page's PDF, by PDFium; the extra ``pdf`` brings it."""

from __future__ import annotations

import re
from importlib.util import find_spec

from newsarchive.errors import InputError

NO_READER = InputError("its text is in a PDF; pip install 'newsarchive[pdf]' to read it", code="no-pdf-reader")
"""What is wrong where the reader is not installed."""


def can_read_pdf() -> bool:
    """Whether the reader is installed."""
    return find_spec("pypdfium2") is not None


def pdf_text(raw: bytes) -> str:
    """The text of all pages of a PDF in the order in which it draws them, a line for a line.

    Raises InputError: ``no-pdf-reader`` where the extra is not installed, ``pdf-broken`` for what is no PDF, is
    damaged, or wants a password.
    """
    if not can_read_pdf():
        raise NO_READER
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise InputError(f"its PDF cannot be read: {error}", code="pdf-broken") from None
    try:
        pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise InputError(f"its PDF cannot be read: {error}", code="pdf-broken") from None
    finally:
        document.close()
    # U+FFFE stands where PDFium joined a hyphenated word.
    return "\n".join(re.sub(r"\r\n?", "\n", text).replace("\ufffe", "") for text in pages).strip("\n")
