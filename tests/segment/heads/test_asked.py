"""Subheads that ask."""

from __future__ import annotations

import pytest

from newsarchive.segment.draft import Draft
from newsarchive.segment.heads.asked import questions_part
from tests.segment.made import each

TEXT = "大桥合龙的消息传遍了两岸。"


@pytest.mark.parametrize(
    ("rows", "subheads"),
    [
        pytest.param([TEXT, "钱从哪里来？", TEXT, "桥归谁来管？", TEXT], [1, 3], id="two questions, each answered"),
        pytest.param([TEXT, "钱从哪里来？", TEXT], [], id="one may be a paragraph"),
        pytest.param([TEXT, "问：钱从哪里来？", TEXT, "问：桥归谁来管？", TEXT], [], id="somebody asks"),
        pytest.param([TEXT, "钱从哪里来？", "答：村里。", "桥归谁来管？", "答：镇上。"], [], id="somebody answers"),
        pytest.param(
            [
                "问：何时合龙？",
                "答：明年。",
                "钱从哪里来？",
                "问：村里出吗？",
                "答：出。",
                "桥归谁来管？",
                "问：镇上吗？",
                "答：是。",
            ],
            [2, 5],
            id="parts of an interview",
        ),
        pytest.param(
            ["问：何时合龙？", "答：明年。", "钱从哪里来？", "问：村里吗？", "答：是。", "桥归谁来管？", "答：镇上。"],
            [],
            id="each above another speaker",
        ),
        pytest.param([TEXT, "为啥？", TEXT, "凭啥？", TEXT], [], id="exclamations"),
        pytest.param(
            [TEXT, "钱从哪里来？", "桥归谁来管？", "人往哪里去？", TEXT], [], id="one behind the other: rhetoric"
        ),
        pytest.param(["钱从哪里来？", TEXT, "桥归谁来管？", TEXT], [], id="a text may begin with one"),
    ],
)
def test_questions_between_paragraphs(rows: list[str], subheads: list[int]) -> None:
    draft = Draft(body=[("para", (n,)) for n in range(len(rows))])
    questions_part([draft], each(*rows))
    assert [held[0] for kind, held in draft.body if kind == "subhead"] == subheads
