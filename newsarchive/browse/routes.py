"""The reading pages as Datasette routes: permissions, limits and addresses; what they show comes from read and find."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote

from datasette import Response  # type: ignore[import-untyped]
from datasette.utils import sqlite_timelimit  # type: ignore[import-untyped]

from newsarchive.browse import calendar, find, plot, read, render, words
from newsarchive.export import citations, formats, records
from newsarchive.text.words import cut

T = TypeVar("T")
View = Callable[..., Awaitable[Any]]

# Articles in one feed or export over the web; `newsarchive export` has no such limit.
_FEED = 50
_EXPORT = 1_000
# No page number beyond this is looked at: an offset costs time, and nobody turns so many pages.
_LAST_PAGE = 5_000


class NoSuchPageError(Exception):
    """The archive has nothing of this name."""


def archives_now(datasette: Any) -> list[str]:
    """The names of the databases that are archives."""
    return [name for name, db in datasette.databases.items() if _holds_archive(db)]


def base_of(datasette: Any, database: str) -> str:
    """The address of the archive's home page, or nothing for another database."""
    db = datasette.databases.get(database)
    return str(datasette.urls.path(render.linker("/news")(database))) if db is not None and _holds_archive(db) else ""


def _holds_archive(db: Any) -> bool:
    # Hooks of 0.65 cannot wait for a query, so the file is looked at; once it is an archive it stays one.
    if getattr(db, "_newsarchive", False):
        return True
    if not db.path or db.is_memory or not Path(db.path).is_file():
        return False
    mode = "mode=ro" if db.is_mutable else "immutable=1"
    try:
        conn = sqlite3.connect(f"{Path(db.path).resolve().as_uri()}?{mode}", uri=True)
        try:
            db._newsarchive = read.is_archive(conn)
        finally:
            conn.close()
    except sqlite3.Error:
        return False
    return bool(db._newsarchive)


class Visit:
    """One request for a page of one archive."""

    def __init__(self, datasette: Any, request: Any) -> None:
        self.datasette = datasette
        self.request = request
        self.database = unquote(request.url_vars["database"])
        self.name = unquote(request.url_vars.get("name", ""))
        self.language = words.language(request.headers.get("accept-language", ""))
        self.base = base_of(datasette, self.database)

    async def allowed(self) -> None:
        """Raise NoSuchPageError for what is no archive, and Datasette's Forbidden for whom its rules keep out."""
        if not self.base:
            raise NoSuchPageError(self.database)
        actor = self.request.actor
        if hasattr(self.datasette, "ensure_permissions"):
            rules = [("view-table", (self.database, "articles")), ("view-database", self.database), "view-instance"]
            await self.datasette.ensure_permissions(actor, rules)
        else:
            from datasette.resources import TableResource  # type: ignore[import-not-found, import-untyped, unused-ignore]

            resource = TableResource(database=self.database, table="articles")
            await self.datasette.ensure_permission(action="view-table", resource=resource, actor=actor)

    async def ask(self, function: Callable[..., T], *arguments: Any) -> T:
        """Run a reading function on a connection that may only read, within Datasette's limit of time."""
        limit = self.datasette.setting("sql_time_limit_ms")

        def run(conn: sqlite3.Connection) -> T:
            # The dictionary, which ranking needs, takes a second to load once; that is not the query's time.
            cut("")
            with sqlite_timelimit(conn, limit):
                return function(conn, *arguments)

        db = self.datasette.get_database(self.database)
        result: T = await db.execute_fn(run)
        return result

    def page(self, template: str, status: int = 200, **values: Any) -> Any:
        """A page as a response."""
        values.setdefault("typed", "")
        text = render.render(
            template,
            self.language,
            self.base,
            tables=str(self.datasette.urls.database(self.database))
            if self.base
            else str(self.datasette.urls.instance()),
            row_link=lambda table, key: str(self.datasette.urls.row(self.database, table, _tilde(key))),
            style_link=str(self.datasette.urls.path("/news/-/style.css")),
            **values,
        )
        return Response(text, status=status, headers=dict(render.HEADERS), content_type="text/html; charset=utf-8")

    def number(self, name: str, default: int = 1) -> int:
        """A whole number of the query string, between 1 and a limit; anything else is the default."""
        text = self.request.args.get(name) or ""
        return min(max(int(text), 1), _LAST_PAGE) if text.isascii() and text.isdecimal() and len(text) < 9 else default

    def asked(self) -> find.Asked:
        """The search of the query string."""
        args = self.request.args
        order = "newest" if args.get("order") == "newest" else "rank"
        return find.Asked(
            (args.get("q") or "").strip()[:1000],
            args.get("topic") or "",
            args.get("person") or "",
            order,
            self.number("page"),
        )


def _tilde(key: str) -> str:
    from datasette.utils import tilde_encode

    return str(tilde_encode(key))


def view(function: Callable[[Visit], Awaitable[Any]]) -> View:
    """A route that answers a visit, or says in the reader's language that there is no such page, or no time for it."""

    async def answer(datasette: Any, request: Any) -> Any:
        visit = Visit(datasette, request)
        try:
            await visit.allowed()
            return await function(visit)
        except NoSuchPageError as error:
            return visit.page("problem.html", 404, title="not_found", help="not_found_help", name=str(error))
        except sqlite3.OperationalError as error:
            if "interrupted" not in str(error):
                raise
            return visit.page("problem.html", 503, title="too_long", help="too_long_help", name="")

    return answer


@view
async def home(visit: Visit) -> Any:
    """Papers, newest issues, a year of days."""
    shown = await visit.ask(read.home, visit.request.args.get("paper") or "", visit.number("year", 0) or None)
    months = calendar.months(shown.year, shown.issues) if shown.year else []
    return visit.page("home.html", home=shown, months=months)


@view
async def issue(visit: Visit) -> Any:
    """An issue with its pages and headlines."""
    shown = _found(await visit.ask(read.issue, visit.name), visit.name)
    return visit.page("issue.html", issue=shown, formats=formats.FORMATS)


@view
async def article(visit: Visit) -> Any:
    """An article set like an article."""
    shown = _found(await visit.ask(read.article, visit.name), visit.name)
    return visit.page(
        "article.html",
        article=shown,
        row=shown.row,
        citation=citations.gbt(records.record(shown.row)),
        formats=formats.FORMATS,
    )


@view
async def page(visit: Visit) -> Any:
    """The source text of a page, every stretch with its role and article."""
    shown = _found(await visit.ask(read.source, visit.name), visit.name)
    return visit.page("page.html", source=shown, only=visit.request.args.get("article") or "")


@view
async def search(visit: Visit) -> Any:
    """What a query finds."""
    asked = visit.asked()
    something = asked.words or asked.topic or asked.person
    found = await visit.ask(find.found, asked) if something else None
    return visit.page(
        "search.html",
        found=found,
        asked=asked,
        topic_label=await _topic_label(visit, asked),
        typed=asked.words,
        names=await visit.ask(read.paper_names),
        formats=formats.FORMATS,
    )


async def _topic_label(visit: Visit, asked: find.Asked) -> str:
    """What the topic asked for is called; one that the archive does not have, by its code."""
    return (await visit.ask(find.topic_label, asked.topic) if asked.topic else None) or asked.topic


@view
async def topic(visit: Visit) -> Any:
    """A topic: its articles over time, and the newest."""
    label = _found(await visit.ask(find.topic_label, visit.name), visit.name)
    return await _subject(visit, "topic", label, find.Asked(topic=visit.name, page=visit.number("page")))


@view
async def person(visit: Visit) -> Any:
    """A person: the same."""
    return await _subject(visit, "person", visit.name, find.Asked(person=visit.name, page=visit.number("page")))


async def _subject(visit: Visit, kind: str, label: str, asked: find.Asked) -> Any:
    found = await visit.ask(find.found, asked)
    if kind == "person" and not found.total:
        raise NoSuchPageError(label)
    bars = plot.bars(await visit.ask(find.over_time, found.numbers))
    names = await visit.ask(read.paper_names)
    return visit.page("subject.html", kind=kind, name=visit.name, subject=label, found=found, bars=bars, names=names)


@view
async def atom(visit: Visit) -> Any:
    """The newest articles of a search as an Atom feed."""
    asked = visit.asked()
    text = render.render(
        "feed.xml",
        visit.language,
        visit.base,
        asked=asked,
        topic_label=await _topic_label(visit, asked),
        items=await visit.ask(find.newest, asked, _FEED),
        host=f"{visit.request.scheme}://{visit.request.host}",
    )
    return Response(text, headers=dict(render.HEADERS), content_type="application/atom+xml; charset=utf-8")


@view
async def export(visit: Visit) -> Any:
    """A search, an issue or an article as a file, at most a thousand articles."""
    name = visit.request.args.get("format") or ""
    if name not in formats.FORMATS:
        raise NoSuchPageError(name)
    chosen = formats.FORMATS[name]
    issue_id, article_id = (visit.request.args.get(key) or "" for key in ("issue", "article"))
    if article_id:
        numbers = _found(await visit.ask(records.of_article, article_id) or None, article_id)
    elif issue_id:
        numbers = await visit.ask(records.of_issue, issue_id)
    else:
        numbers = await visit.ask(find.kept, visit.asked())
    made = await visit.ask(lambda conn: list(records.records(conn, numbers[:_EXPORT])))
    text = "".join(chosen.write(made))
    headers = dict(render.HEADERS) | {"Content-Disposition": f'attachment; filename="articles.{chosen.extension}"'}
    return Response(text, headers=headers, content_type=f"{chosen.media_type}; charset=utf-8")


async def first(datasette: Any) -> Any:
    """/news leads to the first archive."""
    names = archives_now(datasette)
    return Response.redirect(base_of(datasette, names[0]) if names else str(datasette.urls.instance()))


async def style_sheet() -> Any:
    """The one style sheet."""
    text, _ = render.style()
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(text, headers=headers, content_type="text/css; charset=utf-8")


def _found(value: T | None, name: str) -> T:
    if value is None:
        raise NoSuchPageError(name)
    return value


_DATABASE = r"^/news/(?P<database>[^/]+)"
ROUTES: list[tuple[str, View]] = [
    (r"^/news/-/style\.css$", style_sheet),
    (r"^/news/?$", first),
    (_DATABASE + r"/?$", home),
    (_DATABASE + r"/issue/(?P<name>[^/]+)$", issue),
    (_DATABASE + r"/article/(?P<name>[^/]+)$", article),
    (_DATABASE + r"/page/(?P<name>[^/]+)$", page),
    (_DATABASE + r"/topic/(?P<name>[^/]+)$", topic),
    (_DATABASE + r"/person/(?P<name>[^/]+)$", person),
    (_DATABASE + r"/search$", search),
    (_DATABASE + r"/search\.atom$", atom),
    (_DATABASE + r"/export$", export),
]
