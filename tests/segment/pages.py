"""Small pages made up for the tests of article reconstruction."""

from __future__ import annotations

from newsarchive.segment.articles.division import Scores
from newsarchive.segment.articles.evidence import page_of
from newsarchive.segment.articles.pair import Page, Tables
from newsarchive.segment.page import Reading, read_page

BRIDGE = """昨日上午，横跨青河的新桥正式通车，两岸
居民往来从此不必绕行二十公里。

据新桥项目负责人介绍，新桥全长三千米，桥
面设双向六车道，历时三年建成。

住在青河北岸的王大爷说，新桥通了车，看
孙子再也不用坐渡船过青河。
"""
TEA = """谷雨前后，云雾山的茶农忙着采摘春茶，满
山都是采茶人的歌声。

茶农合作社今年添置了炒茶机，春茶一上市就
卖到每斤八百元，比去年高出一成。

春茶采完，合作社还要教茶农修剪茶树，让云
雾山的茶园来年多发新芽。
"""
CHESS = """全国少年象棋赛近日落幕，十二岁的小棋手夺
得冠军，这是该市象棋队首次登顶。

小棋手说，象棋教会他沉着，输棋之后总要复
盘到深夜，才肯睡下。

教练介绍，象棋队的小棋手每天放学后都要训
练两小时，夺得冠军靠的是苦功。
"""


def reading(text: str) -> Reading:
    return read_page(text)


def page(text: str) -> Page:
    """The page as the division sees it."""
    read = read_page(text)
    return page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)


def scores(text: str) -> Scores:
    return Scores(Tables(page(text)))
