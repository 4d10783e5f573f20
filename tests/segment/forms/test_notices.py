"""What notices say for what they are called."""

from __future__ import annotations

import pytest

from newsarchive.segment.forms.notices import in_other_words

TEXTS = ["老邢于昨日病逝，享年八十岁。", "本报招聘校对，应聘者请来信。", "昨日第3版有差错，谨致歉意。"]


@pytest.mark.parametrize(
    ("phrases", "words"),
    [
        (["白鹭报社诚聘英才"], "白鹭报社诚聘英才 应聘 招聘"),
        (["更 正"], "更 正 差错"),
        (["石桥镇", "讣告"], "石桥镇 讣告 享年 病逝"),
        (["订 正"], "订 正 差错"),
        # no text says 拾到 or 失主
        (["失物招领"], "失物招领"),
        # news of one
        (["一则讣告引出的往事"], "一则讣告引出的往事"),
        (["大桥合龙"], "大桥合龙"),
    ],
)
def test_a_headline_with_the_words_of_the_notice_below_it(phrases: list[str], words: str) -> None:
    assert in_other_words(phrases, TEXTS) == words
