"""Article reconstruction: from the disorder of a page dump to whole articles.

``page.segment`` is the only door; it runs the steps in order. The rooms, each of which knows only those above it:

===============  =====================================================================================================
``forms/``       the fixed forms of newspaper make-up, known by their words: byline, lead, credit, jump line, imprint
``kin/``         what texts have in common, and whether one goes on with the other
``lines/``       from the text of a page to its lines, whatever the extractor made of them
``roles/``       what each line is: text, display type or a fixed form (``role.py``), put right by its neighbours
                 (``mends.py``); pictures with their captions
``display/``     which lines of display type are one phrase (``blocks.py``), and which part of a head (``titles.py``)
``sequence/``    what goes on where: paragraphs (``flow.py``), columns and boxes in the order of reading
``belonging/``   whose a byline, a signature, a jump line and a picture is
``articles/``    which paragraphs make an article: the best division of the page (``division.py``), what takes it up
                 elsewhere (``takeup.py``), what was given to the wrong one (``regrouped.py``)
``heads/``       which head is whose, also of those that stand elsewhere, and what is a subhead
===============  =====================================================================================================

``plan.py`` puts all of it together to drafts of articles (``draft.py``), ``assemble.py`` makes of these what the
archive stores, ``confidence.py`` says how sure each is, ``continuation.py`` ties the halves of a story on two pages.
What was learned is in ``weights.toml``, which says how; ``matching.py`` gives out the best pairs.
"""

from newsarchive.segment.lines.setting import setting_of
from newsarchive.segment.page import segment

__all__ = ["segment", "setting_of"]
