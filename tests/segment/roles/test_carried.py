"""Lines that stay short for what comes next, and those that do for their indent."""

from __future__ import annotations

import pytest

from newsarchive.segment.roles.carried import begun_by_indent, carries
from newsarchive.segment.roles.form import Form
from tests.segment.made import each, look

S, N = Form.START, Form.ON


@pytest.mark.parametrize(
    ("row", "column", "below", "expected"),
    [
        pytest.param("守桥人每天清早都来看", 11.0, "“水尺”，记下水位", True, id="an opening mark ends no line"),
        pytest.param("守桥人每天清早都来看", 11.0, "河。水涨了两寸", True, id="a full stop begins none"),
        pytest.param("守桥人每天清早都来看", 11.0, "水尺上记下水位", False, id="what stood there as well"),
        pytest.param("守桥人每天清早都来看", 12.0, "“水尺”，记下水位", False, id="room for an indent"),
        pytest.param("守桥人，每天，清早来", 11.0, "“水尺”，记下水位", False, id="marks may be squeezed"),
        pytest.param("▲守桥人每天清早都来", 11.0, "“水尺”，记下水位", False, id="a caption"),
    ],
)
def test_a_line_that_is_short_for_a_mark(row: str, column: float, below: str, *, expected: bool) -> None:
    line, under = each(row, below)
    assert carries(line, look(column=column), under) is expected
    assert not carries(line, look(column=0.0), under)


def begun(middle: str, below: str, short: float, above: str = "两岸的村民都来看大桥合龙。") -> bool:
    rows = each("昨日大桥合龙", above, middle, below, "去乡里")
    seen = [look(short=2.0), look(), look(short=short), look(), look()]
    return begun_by_indent(rows, [S, N, N, N, N], seen)[2] is S


def test_the_first_line_of_a_paragraph_below_a_full_one() -> None:
    assert begun("从前，过河绕行山路。", "村民天不亮就得动身", 1.5)
    # no sentence ends above
    assert not begun("从前，过河绕行山路。", "村民天不亮就得动身", 1.5, above="两岸的村民都来看大桥合龙，")
    # a full line, and the last line of a paragraph
    assert not begun("从前，过河绕行山路。", "村民天不亮就得动身", 0.4)
    assert not begun("从前，过河绕行山路。", "村民天不亮就得动身", 5.0)
    # a number, a word and marks did not fit
    assert not begun("从前过河绕行山路有", "2000多米，村民动身", 1.5)
    assert not begun("从前过河绕行山路叫", "“鬼见愁”，村民动身", 1.5)
    assert not begun("从前过河绕行的是山", "路。村民天不亮动身", 1.5)
    # so many marks may have been stretched, and letters are as wide as they like
    assert not begun("从前，“山路”，难走。", "村民天不亮就得动身", 1.5)
    assert not begun("从前G318线绕行山路", "村民天不亮就得动身", 1.5)


def test_where_no_paragraph_has_an_indent_none_tells() -> None:
    rows = each("昨日大桥合龙", "两岸的村民都来看大桥合龙。", "从前，过河绕行山路。", "村民天不亮就得动身")
    forms = [S, N, N, N]
    assert begun_by_indent(rows, forms, [look(), look(), look(short=1.5), look()]) == forms
