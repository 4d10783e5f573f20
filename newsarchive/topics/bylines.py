"""Names in a byline (本报记者 某某), a lead (本报讯 记者某某报道：) or a signature (（某某）)."""

from __future__ import annotations

import re
from functools import cache

from newsarchive.topics.lexicon import HAN, table


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    named = rf"[{HAN}]{{1,8}}·[{HAN}·]{{1,12}}|[{HAN}]{{2,4}}"
    return {
        "byline": re.compile(
            r"(?:记者|通讯员|实习生|评论员|观察员|读者|编译|作者|撰稿人?|撰文|整理|主笔|报道员|特派员|研究员)"
            rf"((?:[ 　、，,和]*(?:{named})(?![{HAN}]))+)"
        ),
        "reported": re.compile(rf"(?:记者|通讯员)[ 　]*([{HAN}]{{2,4}}?)[ 　]*(?:报道|电|文|摄|/)"),
        "named": re.compile(named),
    }


def read_byline(text: str) -> tuple[str, ...]:
    """Return the names in a byline, lead or signature: after 记者, 通讯员 …, or all of it when it is but names."""
    # Names of two characters are often set apart with a blank.
    text = re.sub(rf"(?<![{HAN}])([{HAN}])[ 　]([{HAN}])(?![{HAN}])", r"\1\2", text.strip("（）() 　"))
    names = []
    for pattern in ("byline", "reported"):
        for match in _patterns()[pattern].finditer(text):
            names.extend(_patterns()["named"].findall(match[1]))
    if not names and re.fullmatch(rf"[{HAN}·]{{2,}}(?:[ 　、]+[{HAN}·]{{2,}})*", text):
        names = [name for name in re.split(r"[ 　、]+", text) if len(name) <= 4 or "·" in name]
    return tuple(dict.fromkeys(name for name in names if not _stock(name)))


def _stock(name: str) -> bool:
    """Whether a piece of a byline is a stock phrase (本报讯, 综合报道) and no name."""
    return (
        name in table("titles.txt")
        or name.startswith(("本报", "本刊", "新华", "综合", "据", "特约"))
        or name.endswith(("报道", "记者", "员", "讯", "社", "报", "刊", "网", "电视台"))
    )
