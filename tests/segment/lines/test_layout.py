"""Dumps that draw the page with blanks."""

from __future__ import annotations

from newsarchive.segment import segment
from newsarchive.segment.lines import layout

LEFT = (
    "本报讯（记者 王小明）昨日，市/里召开会议，部署秋粮收购工作/，要求各地抓紧抓好，确保颗粒/"
    "归仓。/会议指出，今年秋粮丰收已成定/局，各级要加强市场监测，严厉/"
    "打击压级压价行为。/会议强调，要做好运力保障，保/证农民售粮顺畅。（李 明）"
)
RIGHT = (
    "从无人驾驶小巴车到智慧车辆编/队，从车路协同系统到数字孪生/云控平台，记者在未来创新园看/"
    "到，一批示范项目正在集聚。/创新园中的自动驾驶技术，已经/在数千公里外筹划落地，为当地/"
    "的交通建设提供方案。/业内人士认为，车路协同还有很/长的路要走。"
)


def page() -> str:
    rows = [a + " " * (36 - layout.cells(a)) + b for a, b in zip(LEFT.split("/"), RIGHT.split("/"), strict=True)]
    return "秋粮收购工作会议召开                智慧车辆驶上未来之路\n\n" + "\n".join(rows)


def test_gutters_are_recognised_and_ordinary_pages_are_not() -> None:
    assert layout.is_layout(page().split("\n"))
    assert not layout.is_layout(LEFT.split("/"))
    assert not layout.is_layout([])


def test_pieces_know_their_cells() -> None:
    assert [(p.start, p.left, p.right) for p in layout.pieces_of("秋粮  会议", 10)] == [(10, 0, 4), (14, 6, 10)]


def test_columns_come_back() -> None:
    text = page()
    made = segment(text)
    assert [a.headline for a in made.articles] == ["秋粮收购工作会议召开", "智慧车辆驶上未来之路"]
    assert made.articles[1].body[0].startswith("从无人驾驶小巴车到智慧车辆编队，从车路协同系统到数字孪生云控平台")
    assert "".join(text[s.start : s.end] for s in made.stretches) == text
