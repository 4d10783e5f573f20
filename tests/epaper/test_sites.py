"""Every fixture site, read whole and compared field by field with what was put on it."""

from __future__ import annotations

import pytest

from tests.epaper.walk import BASE, SITES, truth, walk

NAMES = sorted(p.name for p in SITES.iterdir() if (p / "truth.json").is_file())


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("site", NAMES)
def test_a_site_gives_its_issue_and_pages(site: str) -> None:
    wanted, found = truth(site), walk(site)
    assert found.family == wanted["family"]
    assert found.entry.date == wanted["date"]
    assert [
        {"label": r.label, "section": r.section, "url": r.url, "pdf_url": r.pdf_url, "image_url": r.image_url}
        for r, _ in found.pages
    ] == [
        {
            "label": p["label"],
            "section": p["section"],
            **{name: BASE + p[name] for name in ("url", "pdf_url", "image_url")},
        }
        for p in wanted["pages"]
    ]


@pytest.mark.parametrize("site", NAMES)
def test_a_site_gives_every_article_on_its_page_once(site: str) -> None:
    found = [[a.url for a in articles] for _, articles in walk(site).pages]
    assert found == [[BASE + a["url"] for a in p["articles"]] for p in truth(site)["pages"]]


@pytest.mark.parametrize("site", NAMES)
def test_a_site_gives_every_field_of_every_article(site: str) -> None:
    wanted = [article for page in truth(site)["pages"] for article in page["articles"]]
    found = [read.article for _, articles in walk(site).pages for read in articles]
    assert len(found) == len(wanted)
    for article, expected in zip(found, wanted, strict=True):
        shown = {
            "url": article.url.removeprefix(BASE),
            "kind": str(article.kind),
            "kicker": article.kicker,
            "headline": article.headline,
            "subtitle": article.subtitle,
            "byline": article.byline,
            "body": list(article.body),
            "subheads": list(article.subheads),
            "captions": [squeezed(c) for c in article.captions],
            "credits": list(article.credits),
            "jump_to": article.jump_to,
            "jump_from": article.jump_from,
        }
        assert shown == expected | {"captions": [squeezed(c) for c in expected["captions"]]}
