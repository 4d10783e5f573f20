"""How well the tagger finds the topics, people, organisations and places of the labelled articles.

    python -m tests.quality.tag_scores [--misses]

prints precision, recall and F1 for both halves of the labelled set and for the two lots of articles that were written
later; ``--misses`` adds what went wrong in the tuning half and in ``blind2``, which was looked at once its blind score
was taken. The others are for measuring, not for looking at.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsarchive import topics
from newsarchive.model import Article, Tags
from tests.conftest import ROOT

KINDS = ("topics", "narrower", "people", "organisations", "places")
PARTS = ("tuning", "untouched", "fresh", "blind2", "blind3", "blind4")
LOOKED_AT = ("tuning", "blind2", "blind3")
FIXTURES = ROOT / "fixtures"


@dataclass
class Count:
    """Right, wrongly given and missed tags of one kind in one half."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, over all articles together."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 0.0


def labels() -> dict[str, dict[str, Any]]:
    """The labels of all articles by article id."""
    files = sorted((FIXTURES / "labels").glob("*.json"))
    return {name: label for file in files for name, label in json.loads(file.read_text("utf-8"))["articles"].items()}


def half(label: Mapping[str, Any]) -> str:
    """The part an article belongs to: as labelled, or by its story; the rule is written down in the label files."""
    if "half" in label:
        return str(label["half"])
    return "untouched" if hashlib.sha256(label["story"].encode()).digest()[0] % 2 else "tuning"


def articles() -> dict[str, Article]:
    """The labelled articles, from the truth of the bench pages and of the provided issue, or beside their labels."""
    files = [FIXTURES / "issue" / "issue_truth.json", *sorted((FIXTURES / "bench" / "pages").glob("*.json"))]
    found: dict[str, Article] = {}
    for file in files:
        for truth in json.loads(file.read_text("utf-8"))["articles"]:
            found.setdefault(
                truth["id"],
                Article(
                    kicker=truth["kicker"],
                    headline=truth["headline"],
                    subtitle=truth["subtitle"],
                    byline=truth["byline"],
                    lead=truth.get("lead") or "",
                    body=tuple(truth["body"].split("\n")),
                    signature=truth.get("signature") or "",
                    subheads=tuple(truth.get("subheads") or ()),
                    captions=tuple(truth.get("captions") or ()),
                ),
            )
    for name, label in labels().items():
        if "article" in label:
            text = label["article"]
            found[name] = Article(headline=text["headline"], byline=text["byline"], body=tuple(text["body"]))
    return found


def given(tags: Tags, kind: str) -> Sequence[str]:
    """The tags of one kind; ``topics`` are those at the top level, ``narrower`` those below."""
    if kind in ("topics", "narrower"):
        return [code for code, _, _ in tags.topics if code.endswith("000000") == (kind == "topics")]
    return tuple(getattr(tags, kind))


def judge(expected: Sequence[str], doubtful: Sequence[str], found: Sequence[str]) -> tuple[int, list[str], list[str]]:
    """Return how many tags are right, which are wrong, and which are missed.

    An expected tag a|b is met by either form, once; doubtful tags are neither right nor wrong.
    """
    forms = [one.split("|") for one in expected]
    either = {form for one in doubtful for form in one.split("|")}
    met: set[int] = set()
    wrong: list[str] = []
    for tag in found:
        place = next((number for number, one in enumerate(forms) if tag in one and number not in met), None)
        if place is not None:
            met.add(place)
        elif tag not in either:
            wrong.append(tag)
    return len(met), wrong, [one for number, one in enumerate(expected) if number not in met]


def judged() -> Iterator[tuple[str, str, str, int, list[str], list[str]]]:
    """Yield (article, half, kind, right, wrong, missed) for every labelled article."""
    texts = articles()
    for name, label in labels().items():
        tags = topics.tag(texts[name])
        for kind in KINDS:
            yield name, half(label), kind, *judge(label[kind], label["doubtful"].get(kind, []), given(tags, kind))


def scores() -> dict[tuple[str, str], Count]:
    """Counts by (half, kind)."""
    counts = {(part, kind): Count() for part in PARTS for kind in KINDS}
    for _, part, kind, right, wrong, missed in judged():
        count = counts[part, kind]
        count.right += right
        count.wrong += len(wrong)
        count.missed += len(missed)
    return counts


def main() -> None:
    """Print the table."""
    if "--misses" in sys.argv:
        for name, part, kind, _, wrong, missed in judged():
            if part in LOOKED_AT and (wrong or missed):
                print(name, kind, "wrong:", *wrong, "missed:", *missed)
    print(f"{'':24}{'P':>6}{'R':>6}{'F1':>6}")
    for (part, kind), count in scores().items():
        precision = count.right / ((count.right + count.wrong) or 1)
        recall = count.right / ((count.right + count.missed) or 1)
        print(f"{part:10}{kind:14}{precision:6.3f}{recall:6.3f}{count.f1:6.3f}")


if __name__ == "__main__":
    main()
