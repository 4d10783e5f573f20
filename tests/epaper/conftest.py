"""What the tests of crawls share: a site to crawl."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.epaper.crawling import site_at
from tests.epaper.server import Site, serving


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A new Founder site with one issue of three pages and nine articles."""
    with serving(Site(site_at(tmp_path, "b-nested"))) as served:
        yield served
