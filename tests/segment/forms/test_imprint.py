"""What every page has in its margin."""

from __future__ import annotations

import pytest

from newsarchive.segment.forms.imprint import is_date_of_issue, is_folio, is_staff, tells_day
from newsarchive.segment.forms.marks import is_byline, is_furniture
from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.role import read
from tests.segment.made import each

STAFF = [
    "编辑 方小禾",
    "编辑：方小禾",
    "编辑/方 禾",
    "责编|方小禾",
    "编辑 方小禾 E-mail：abc@example.com",
    "编辑 方小禾 邮箱 abc@example.com",
    "编辑：方小禾 版面：沈原",
    "责编：方小禾 电话：0000-5550123",
    "一版编辑 方小禾 二版编辑 沈原",
    "本版编辑 方小禾 版式设计 沈原 校对 柳眉",
    "本版主编/方小禾 编辑/沈原 责校/柳眉",
    "主编：欧阳小禾 编辑：沈原、柳眉 版式：方禾",
    "一审：方小禾 二审：沈原 三审：柳眉",
    "社长：方小禾 总编辑：沈原",
    "今日值班总编 方小禾",
    "责任编辑 ◎ 方小禾",
    "審稿：方小禾 版面設計：沈原",
    "本版主持 方小禾 插画 沈原 投稿邮箱 abc@example.com",
]
# Bylines, and headlines that begin with a duty.
OTHERS = [
    "插画 方小禾",
    "插图：方小禾 沈原",
    "总编辑的一天",
    "本报编辑 方小禾",
    "方小禾 编辑",
    "编辑部的故事",
    "校对：一份职业的黄昏来得太早",
    "主编荐书",
]


@pytest.mark.parametrize("line", STAFF)
def test_who_made_the_page(line: str) -> None:
    assert is_staff(line)
    assert is_furniture(line)
    assert not is_byline(line)


@pytest.mark.parametrize("line", OTHERS)
def test_what_only_begins_with_a_duty(line: str) -> None:
    assert not is_staff(line)


def test_it_is_no_text_though_text_breaks_off_above_it() -> None:
    rows = each("江上的新桥昨天通车，两岸的居", "民走上桥头，孩子们在桥上跑来", "编辑：方小禾")
    assert read(rows)[0][-1] is Form.FURNITURE


def test_dates_of_issue_have_their_weekday() -> None:
    assert is_date_of_issue("2031年4月2日 星期三")
    assert is_date_of_issue("星期三 2031年4月2日 江声融媒")
    assert not is_date_of_issue("星期三的菜场")
    assert not is_date_of_issue("2031年4月2日")
    assert not is_date_of_issue("2031年4月2日 星期三，大桥合龙")


def test_a_torn_running_head_tells_the_day() -> None:
    assert tells_day("江声 报 种养前沿｜2版 2031.4.2 星期三")
    assert not tells_day("2031.4.2 签下协议")


@pytest.mark.parametrize(
    "line",
    [
        "江声｜第03版",
        "江声｜2版",
        "青石河晚报 江声｜2版",
        "青石河晚报 第9版",
        "青石河晚报 江声｜第09版",
        "第2版 文 化",
        "2031.4.2 星期三",
        "2031年4月2日",
    ],
)
def test_the_line_over_a_page(line: str) -> None:
    assert is_folio(line)


@pytest.mark.parametrize(
    "line", ["下转第3版", "（上接第1版）", "大桥图册第3版今天上市，首印两万", "2031年4月2日，大桥合龙"]
)
def test_what_only_names_a_page_or_a_day(line: str) -> None:
    assert not is_folio(line)


MARGINS = [
    "A03 要闻",
    "要闻·03",
    "A3 | 国际新闻",
    "4 综合",
    "体育新闻 7",
    "03 花溪副刊",
    "第一版",
    "第01版：要闻",
    "第03版 综合新闻",
    "Thursday, April 2, 2031",
    "2031.4.2 THU",
    "No.12345",
    "（总第12345期）",
    "第 12345 期",
    "今日四版",
    "LINSHUI DAILY",
    "LINSHUI WANBAO",
    "今天多云转晴 10℃—18℃",
    "市区今日晴 12/22℃",
    "详见2版",
    "▶2版",
    "守住最后一道门 见06版",
    "版权所有 未经许可不得转载",
    "中共临水市委主管主办",
    "刊头题字：方小禾",
    "报料热线：0000-5550123",
    "本版如涉及稿酬问题，请作者与本报联系",
    "2031.4.2 星期三",
    "星期三 2031.4.2",
    "青石河农村报 要闻·三农 2031年4月2日 农历三月十一 2",
    "第4版 2031年4月2日",
    "A03 青石河晨报 2031.4.2 星期三",
    "青石河农村报 要闻·三农 2031年4月2日 农历三月十一 2",
    "第4版 2031年4月2日",
    "A03 青石河晨报 2031.4.2 星期三",
    # nothing but names, numbers of pages and English words
    "城事 CITY LIFE A08",
    "临水日报 丙午年八月初七",
    "老年 临水周报 第3版",
    "A08-A09",
    "15 2031年4月 星期二",
    "2031-04-02",
    "今日对开8版",
    "（相关报道见3版）",
    "每月定价：30元",
    # days, numbers of issues and of pages side by side, a paper that is not sold
    "星期日 A14",
    "2031.04.02 TUE 总第1926期",
    "2031.04.02TUE总第1926期",
    "06 文史周刊 第418期",
    "星期二 2031.04.02 青石河能源报",
    "LINSHUILEGALWEEKLY",
    "临水县融媒体中心主办 内部资料 免费交流",
    "内部资料 免费交流",
    "24小时读者热线：5550606 微信：晚报小禾",
    "本版主编：方小禾 文责自负 来稿恕不退还",
    "本版所载意见不构成投资建议，据此入市风险自担 新闻报料 5550100 广告 5550108",
    # an extractor took out the blanks, or put what the paper does not answer for behind
    "编辑方小禾 版式沈原 校对石小满",
    "策划：方小禾 编辑：沈原",
    "责任编辑 方小禾/ 版式 沈 原/ 校对 石小满 医药信息仅供参考，用药请遵医嘱",
]
# Headlines, subheads and lines of text that look like them.
WITHIN = [
    "4月2日",
    "A4纸涨价",
    "7家企业上榜",
    "20所学校开学",
    "今天小雪 添衣保暖",
    "今天晴到多云，偏北风3级，气温8到19度。",
    "（下转第3版）",
    "第三版《大桥志》上市",
    "从4版到8版",
    "星期四的菜场",
    "The bridge",
    "2 调查",
    "体育强国 A计划",
    "编辑部的故事 第3回",
    "策划这场展览的人",
    "社区主办 百家宴",
    "大桥·老街",
    "免费午餐进校园",
    "免费赠送 老人用上助听器",
    "内部装修不停业",
]


@pytest.mark.parametrize("line", MARGINS)
def test_what_stands_around_the_articles(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", WITHIN)
def test_what_only_looks_like_that(line: str) -> None:
    assert not is_furniture(line)


def test_a_paper_may_have_its_english_name_beside_it() -> None:
    assert is_furniture("临水日报 LINSHUI HERALD")
    assert is_furniture("临水日报 LINSHUI HERALD 江 边")
    assert not is_furniture("临水大桥 LINSHUI BRIDGE")
