"""HTML and Atom from templates. Everything that is put in is escaped; nothing stored can become markup or a script.

The pages need no script, and their Content-Security-Policy forbids any, whatever a mistake might let through.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from newsarchive.browse import words
from newsarchive.search.marks import Piece

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Vary": "Accept-Language",
}

# Control characters, which XML forbids, and those that turn the direction of writing, which can make a line lie.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def visible(value: Any) -> Any:
    """A text with each character that hides or misleads shown as �; anything else as it is."""
    return _UNSEEN.sub("\ufffd", value) if isinstance(value, str) and not isinstance(value, Markup) else value


def web_link(address: str) -> str:
    """The address if it is one of the web, else nothing: ``javascript:`` and its like are never linked."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    return address.strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else ""


def short(text: str, length: int = 120) -> str:
    """The beginning of a text that is too long for a list or a title."""
    return text if len(text) <= length else text[:length] + "…"


def marks(pieces: tuple[Piece, ...]) -> Markup:
    """Pieces as HTML with the hits in ``<mark>``."""
    parts = (Markup("<mark>{}</mark>" if piece.hit else "{}").format(visible(piece.text)) for piece in pieces)
    return Markup("").join(parts)


@cache
def environment() -> Environment:
    """The templates; undefined names are errors, and every value is made visible and escaped."""
    made = Environment(
        autoescape=True,
        loader=PackageLoader("newsarchive.browse"),
        undefined=StrictUndefined,
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"web_link": web_link, "short": short, "marks": marks}
    return made


@cache
def style() -> tuple[str, str]:
    """The style sheet and a short digest of it, so that browsers may keep it for ever."""
    text = resources.files(__package__).joinpath("style.css").read_text(encoding="utf-8")
    return text, hashlib.sha256(text.encode()).hexdigest()[:10]


def linker(base: str) -> Callable[..., str]:
    """``link("article", id, q=…)``: the address of a page below ``base``; empty parameters are left out."""

    def link(*parts: str, **parameters: object) -> str:
        path = "/".join([base, *(quote(str(part), safe="") for part in parts)])
        query = urlencode({name: value for name, value in parameters.items() if value not in ("", None)})
        return f"{path}?{query}" if query else path

    return link


def render(template: str, language: str, base: str, **values: Any) -> str:
    """A page in a language; ``base`` is the address of the archive's home page, without host."""
    return (
        environment()
        .get_template(template)
        .render(
            t=words.translator(language),
            language=language,
            full_date=lambda iso: words.full_date(iso, language),
            link=linker(base),
            style_digest=style()[1],
            **values,
        )
    )
