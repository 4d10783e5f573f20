"""The slogans of advertisements for the public good; see newsarchive/segment/roles/slogans.py."""

from __future__ import annotations

import pytest

from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.slogans import slogans
from tests.segment.made import each

D, S = Form.DISPLAY, Form.START


def test_the_slogan_of_an_advertisement() -> None:
    forms = [Form.FURNITURE, D, D, S]
    two = each("公益广告", "节约用电", "从随手做起", "昨日大桥合龙。")
    assert slogans(two, forms) == [*[Form.FURNITURE] * 3, S]
    # both halves stand on one line: a headline comes next
    one = each("公益广告", "节约用电 从随手做起", "大桥合龙", "昨日大桥合龙。")
    assert slogans(one, forms) == [Form.FURNITURE, Form.FURNITURE, D, S]
    long = each("公益广告", "节约用电", "青石河大桥顺利合龙", "昨日大桥合龙。")
    assert slogans(long, forms) == [Form.FURNITURE, Form.FURNITURE, D, S]
    above = each("节约用电 造福子孙", "公益广告", "昨日大桥合龙。")
    assert slogans(above, [D, Form.FURNITURE, S]) == [Form.FURNITURE, Form.FURNITURE, S]
    headline = each("大桥合龙 两岸居民上桥", "公益广告", "昨日大桥合龙。")
    assert slogans(headline, [D, Form.FURNITURE, S]) == [D, Form.FURNITURE, S]


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        pytest.param(["节约用电 从随手做起", "昨日大桥合龙。", "节约用电 从随手做起"], {0, 2}, id="in two places"),
        pytest.param(["大桥合龙 居民上桥", "昨日大桥合龙。", "图书馆里 灯火通明"], set(), id="two headlines"),
        pytest.param(["大桥合龙 居民上桥", "大桥合龙 居民上桥", "昨日大桥合龙。"], set(), id="painted twice"),
        pytest.param(["街坊热线", "昨日大桥合龙。", "街坊热线"], set(), id="no halves: the name of a column"),
    ],
)
def test_a_slogan_in_two_places_of_a_page(rows: list[str], places: set[int]) -> None:
    forms = [S if row.endswith("。") else D for row in rows]
    found = slogans(each(*rows), forms)
    assert {i for i, form in enumerate(found) if form is Form.FURNITURE} == places


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        pytest.param(["公益广告", "昨日大桥合龙。", "节约用电 从随手做起"], {0, 2}, id="torn off"),
        pytest.param(["公益广告", "节约用电", "昨日大桥合龙。", "文明出行 从脚下做起"], {0, 1}, id="it has its own"),
        pytest.param(["昨日大桥合龙。", "节约用电 从随手做起"], set(), id="no advertisement on the page"),
        pytest.param(["公益广告", "昨日大桥合龙。", "大桥合龙 居民上桥"], {0}, id="a headline"),
    ],
)
def test_a_slogan_torn_off_from_its_advertisement(rows: list[str], places: set[int]) -> None:
    forms = [S if row.endswith("。") else Form.FURNITURE if row == "公益广告" else D for row in rows]
    found = slogans(each(*rows), forms)
    assert {i for i, form in enumerate(found) if form is Form.FURNITURE} == places
