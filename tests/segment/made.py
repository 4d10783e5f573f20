"""Small pages set by hand: invented stories, broken into the lines of a column as a dump has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsarchive.segment.kin.seam import Seams
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from newsarchive.segment.lines import gluing
from newsarchive.segment.lines.line import NEVER_FIRST, Line, ems, make, split
from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.look import Look
from newsarchive.segment.roles.role import looks
from newsarchive.segment.sequence.flow import Para, Torn, text_of


@dataclass(frozen=True, slots=True)
class Story:
    """An invented article: its headline and its paragraphs."""

    headline: str
    paragraphs: tuple[str, ...]

    def column(self, width: int = 15) -> list[str]:
        """The lines of all paragraphs."""
        return [line for text in self.paragraphs for line in wrapped(text, width)]


BRIDGE = Story(
    "青石河大桥顺利合龙",
    (
        "本报讯 （记者 方小禾） 昨日，青石河大桥最后一段钢梁吊装到位，这座跨河大桥顺利合龙，工人在桥面上放起了鞭炮。",
        "大桥全长一千二百米，主塔高九十六米，两岸村民过河原来要绕行二十公里山路，通车以后只要三分钟。",
        "项目经理介绍，钢梁吊装选在清晨无风时进行，误差不到两毫米，桥面铺装将在月底开始。",
    ),
)
LIBRARY = Story(
    "图书馆夜间不打烊",
    (
        "本报讯 （记者 丁一帆） 从本周起，城南图书馆阅览室开放到夜里十二点，读者下班以后也能来借书看书。",
        "馆长算了一笔账，夜间开放每月多花电费八千元，借书的读者却多了四成，年轻读者占了大半。",
        "阅览室里还添了热水和台灯，值班的馆员轮流上岗，读者说这里比咖啡馆安静得多。",
    ),
)
POMELO = Story(
    "白沙村柚子卖到海外",
    (
        "本报讯 （记者 苏木） 白沙村的柚子今年第一次装船出海，头一批三十吨蜜柚前天离港，果农笑得合不拢嘴。",
        "村里的果园过去只种本地品种，柚子酸涩卖不起价，果农请来技术员嫁接蜜柚，三年后亩产翻了一番。",
        "技术员每周都到果园查看虫情，果农把套袋和采摘的日子记在本子上，蜜柚出口要过二十道检验。",
    ),
)


def wrapped(text: str, width: int = 15, indent: int = 2) -> list[str]:
    """A paragraph in lines of ``width`` ems, the first one two ems narrower; no mark begins a line."""
    out: list[str] = []
    line, room = "", float(width - indent)
    for char in text:
        if ems(line + char) > room and char not in NEVER_FIRST:
            out.append(line.rstrip())
            line, room = "", float(width)
        line += char
    return [*out, line.rstrip()] if line.strip() else out


def page(*parts: str | list[str]) -> str:
    """A page out of lines and lists of lines; the empty string is a blank line."""
    return "\n".join(line for part in parts for line in ([part] if isinstance(part, str) else part)) + "\n"


def drawn(text: str) -> list[Line]:
    """The lines of a text, as every module after ``lines`` gets them."""
    return gluing.glue(split(text), text)


def each(*rows: str, gaps: tuple[int, ...] = ()) -> list[Line]:
    """One line for every string, a blank line before those numbered in ``gaps``."""
    return [make(row, 100 * n, 100 * n + len(row), n in gaps) for n, row in enumerate(rows)]


def look(column: float = 15.0, short: float = 0.0, indent: float = 0.0, *, lead: bool = False) -> Look:
    """What was seen in an ordinary line of a body."""
    return Look(None, column, short, indent, stop=False, colon=False, lead=lead, open_quote=False)


def painted(stories: Sequence[Story], count: int, width: int, *, gaps: bool) -> str:
    """The stories one above the other, each in ``count`` columns of about equal depth, painted column by column. With
    ``gaps`` a blank line stands before headlines, paragraphs and column heads.
    """
    blank = [""] if gaps else []
    out: list[str] = []
    for n in range(count):
        for story in stories:
            lines = story.column(width)
            depth = -(-len(lines) // count)
            out += [*blank, story.headline] if n == 0 else []
            for k in range(n * depth, min(len(lines), (n + 1) * depth)):
                starts = k == n * depth or any(p.startswith(lines[k]) for p in story.paragraphs)
                out += [*blank, lines[k]] if starts else [lines[k]]
    return "\n".join(out).lstrip("\n") + "\n"


def gapped(*rows: str) -> list[Line]:
    """Lines as a dump has them whose blank lines part paragraphs: a row that begins with a slash has none before it."""
    return split("\n".join(row[1:] if row.startswith("/") else "\n" + row for row in rows) + "\n")


# Three paragraphs of one line.
PARTED = ("桥面铺装月底开始。", "岸边的人都来看。", "通车以后只要三分钟。")


FORMS = {
    "D": Form.DISPLAY,
    "S": Form.START,
    "N": Form.ON,
    "B": Form.BYLINE,
    "J": Form.JUMP,
    "G": Form.SIGNATURE,
    "F": Form.FURNITURE,
    "C": Form.CREDIT,
}


def forms(shown: str) -> list[Form]:
    """The forms of lines, a letter each."""
    return [FORMS[letter] for letter in shown]


def torn_of(paras: list[Para], lines: list[Line]) -> Torn:
    """The paragraphs of some lines, torn as they are said to be."""
    words = [tokens(text_of(para, lines)) for para in paras]
    return Torn(paras, lines, looks(lines), Vocabulary(words), Seams(line.flat for line in lines))
