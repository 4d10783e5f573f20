"""Which article a byline is that of, as far as words tell: where a page is painted out of order, the place of a byline
says little.

A reader writes letters, a commentator and who signs with a bare name argue, who is no reporter may tell of himself as
a reporter hardly does, who signs text and pictures (文/图) has his name below a picture too, a correspondent writes of
where he is, and a reporter who signs another article of the page (in its lead, or below it) most often writes of what
that one is about: it is his beat.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Sequence

from newsarchive.segment.draft import Draft
from newsarchive.segment.forms import marks
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from newsarchive.segment.lines import join
from newsarchive.segment.lines.line import Line
from newsarchive.text.words import frequency

# Lines that a lead with several names may take.
LEAD_LINES = 3
# What words are worth; the signs of place are in bylines.py. A letter, or a picture with the writer's name below it,
# tells more than any one of those; a text that is none tells less against it than a headline right above for it.
TOLD, POSTED, UNLIKE = 4.0, 3.0, -2.0
# More than a headline right above speaks for it.
NEVER = -5.0
# An article twice as argued as a report: all comments have more words of opinion than figures, hardly a report has.
ARGUED = 2.0
# What somebody tells of himself has 我 outside quotations at least once in a hundred characters in half of all cases,
# a report hardly ever; the few that have are interviews and what a reporter wrote down for somebody.
OWN_VOICE = 4.0
# A reporter speaks of himself as 记者 in half of what is signed so, others of one who asked them in a quarter.
MENTIONED = 1.0
PERHAPS = 0.5
# What somebody is or where he works is what he writes of (a lawyer of law, a doctor of an illness): each word of that
# which at most a third of the articles have counts, of two at most.
TRADE, MOST, FEW = 1.5, 2, 0.34
# Characters of a text that is more than what is told of a picture.
STORY = 100
# Cosines of articles of a page are a few hundredths: two of one subject have as much as a headline right above.
BEAT = 40.0


class Writers:
    """What the articles of a page tell of their writers."""

    def __init__(self, lines: Sequence[Line], drafts: Sequence[Draft]) -> None:
        self._bodies = [[lines[i].flat for _, held in draft.body for i in held] for draft in drafts]
        self._texts = ["".join(body) for body in self._bodies]
        heads = ["".join(lines[i].flat for i in (*draft.kicker, *draft.headline)) for draft in drafts]
        self._stories = [head + text for head, text in zip(heads, self._texts, strict=True)]
        signed = ["".join(lines[i].flat for i in draft.signature) for draft in drafts]
        self._taught = [bool(_TAUGHT.search(name)) for name in signed]
        self.leads = [marks.lead_of(join.prose(body[:LEAD_LINES])) for body in self._bodies]
        self._names = ["".join((lead + name).split()) for lead, name in zip(self.leads, signed, strict=True)]
        self._credits = ["".join("".join(lines[i].flat for i in draft.credits).split()) for draft in drafts]
        dialogues = [_is_dialogue(body) for body in self._bodies]
        told = list(zip(self._bodies, dialogues, strict=True))
        self._interviews = [dialogue and _is_interview(body) for body, dialogue in told]
        self._voices = [0.0 if dialogue else min(1.0, _own_voice(body)) for body, dialogue in told]
        self._vocabulary: Vocabulary | None = None

    def length(self, a: int) -> int:
        """The characters of the text of article ``a``."""
        return len(self._texts[a])

    def signs(self, byline: str, among: Sequence[int]) -> list[float]:
        """What the words of a byline say for each of some articles, or against it."""
        bare = join.byline(byline)
        voiced = (self._by_voice(bare, a) for a in among)
        return list(map(operator.add, voiced, self._by_names(bare, among)))

    def _by_voice(self, byline: str, a: int) -> float:
        """What the voice in which article ``a`` is told says for a byline, or against it."""
        voice = OWN_VOICE * self._voices[a]
        if self._interviews[a] and _ASKED.search(byline):
            return TOLD
        if _ANSWERS.search(byline):
            return UNLIKE
        if _SENT.search(byline):
            return 0.0
        if self._taught[a] and _PUPIL.search(byline):
            return TOLD
        letter = bool(self._bodies[a]) and marks.is_salutation(self._bodies[a][0])
        if marks.is_readers(byline):
            return TOLD if letter else voice or UNLIKE
        if letter and _REPORTERS.search(byline):
            # Who writes to the paper is not of it.
            return NEVER
        if _REPORTERS.search(byline) and not marks.is_commentators(byline):
            mentioned = MENTIONED * ("记者" in self._texts[a][len(self.leads[a]) :])
            return mentioned + (0.0 if _FOR_OTHERS.search(byline) else UNLIKE * self._voices[a])
        argued = max(UNLIKE, min(TOLD, ARGUED * marks.reasoning(self._texts[a])))
        sign = max(argued, voice) if voice else argued
        return sign * PERHAPS if _SHARED.search(byline) else sign

    def _by_names(self, byline: str, among: Sequence[int]) -> list[float]:
        """What the names and places in a byline say for each of some articles."""
        names = marks.names_of(byline)
        # Who took the pictures for somebody who wrote has others on the page, with a few lines of text.
        apart = _BY_OTHERS.search(byline)
        wrote = marks.names_of(byline[: apart.start()]) if apart else names
        posts = marks.posted_to(byline)
        trade = self._of_trade(byline, names)
        others = [a for a, known in enumerate(self._names) if any(name in known for name in names)]
        return [
            TOLD * any(name in self._credits[a] for name in (names if self.length(a) >= STORY else wrote))
            + POSTED * any(post in self._texts[a] for post in posts)
            + TRADE * min(MOST, sum(a in holders for holders in trade))
            + BEAT * max((self._likeness(a, other) for other in others if other != a), default=0.0)
            for a in among
        ]

    def _of_trade(self, byline: str, names: Sequence[str]) -> list[set[int]]:
        """For each word of two characters that a byline says of the writer beside his name (律师, 期货, 风湿), and that
        few articles of the page have, those that have it.
        """
        for name in names:
            byline = byline.replace(name, " ")
        said = _PARTS.sub(" ", byline)
        pairs = (phrase[at : at + 2] for phrase in said.split() for at in range(len(phrase) - 1))
        words = {pair for pair in pairs if frequency(pair)}
        found = ({a for a, text in enumerate(self._stories) if word in text} for word in words)
        return [holders for holders in found if holders and len(holders) <= max(1, FEW * len(self._stories))]

    def _likeness(self, a: int, b: int) -> float:
        """How much two articles have in common."""
        if self._vocabulary is None:
            self._vocabulary = Vocabulary(map(tokens, self._texts))
        return self._vocabulary.cosine(a, b)


_REPORTERS = re.compile("记者|通讯员|实习生|本报|本刊")
# A reporter who lets somebody else speak: an interview, or what was told him.
_FOR_OTHERS = re.compile("整理|采写|口述|讲述|记录|对话|采访")
# What bylines have beside names whatever the article is about.
_PARTS = re.compile(
    "本报|本刊|日报|晚报|晨报|特约|首席|见习|实习|特派|全媒体|记者|通讯员|实习生|读者|作者|受访|专家|口述|讲述|整理|记录|采写|撰文|摄影"
    "|报道|主讲|主持人?|退休|大学|学院|医院|公司|中心|研究所|[^\u4e00-\u9fff]"
)
# Who asked and wrote down what was answered.
_ASKED = re.compile("^(?!.*[口讲]述).*(?:采访|访谈|对话|专访|整理|记录|嘉宾|受访|主持|解答|答疑)")
# A pupil's text names below it who taught him (指导老师 甲乙).
_TAUGHT, _PUPIL = re.compile("(?:指导|辅导)(?:老师|教师)"), re.compile("小学|中学|中文学校|年级|班|小记者|学生")
# Who answers has been asked.
_ANSWERS = re.compile("解答|答疑")
# An office that sends in what it counted neither argues nor tells of itself.
_SENT = re.compile("供稿$")
# Who signs text and pictures with a bare name (文/甲乙 图/丙丁) may be of the paper or not.
_SHARED = re.compile("[文图摄]")
_BY_OTHERS = re.compile("(?<=.)(?:图片?|摄影?|插图)[/:：|｜]")
_QUOTED = re.compile("“[^”]*”")
# 我国, 我市 and the like are everybody's.
_OF_MYSELF = re.compile("我(?![国省市县区州镇乡村校院厂司军队党])")


def _own_voice(body: Sequence[str]) -> float:
    """How often a text says 我 outside quotations, in a hundred characters; of an interview all is quoted, as speakers
    say it (甲乙：…).
    """
    text = "".join(body)
    # Most texts need not be read for quotations: nobody in them tells anything of himself.
    said = _QUOTED.sub("", text) if "我" in text else ""
    return 100.0 * len(_OF_MYSELF.findall(said)) / max(1, len(said))


def _is_interview(body: Sequence[str]) -> bool:
    """Whether the paper or somebody for it asks at least twice in a text that says who speaks."""
    return sum(bool(_ASKS.fullmatch(marks.speaker(line))) for line in body) > 1


_ASKS = re.compile("问|记者|主持人|.*[报网刊台社]|.*(?:新闻|融媒|记者)")


def _is_dialogue(body: Sequence[str]) -> bool:
    """Whether a text is an interview, paragraph by paragraph of who speaks."""
    return sum(map(bool, map(marks.speaker, body))) >= SPEAKERS


# Lines that begin with who speaks, in an interview.
SPEAKERS = 3
