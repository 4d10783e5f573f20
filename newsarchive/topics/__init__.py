"""Topics, key phrases, people, organisations and places of an article, each with the words it rests on.

``tag`` makes the tags of one article; ``version`` names the code, tables and dictionary they were made with, so that an
archive knows which articles to tag again; ``labels`` is what the topic codes are called; ``use_topics`` adds a file of
one's own topics; ``use_background`` weighs key phrases against an archive's own words.
``reprints.group_reprints`` finds the same story in several papers.
"""

from newsarchive.topics.tagging import labels, tag, use_background, use_topics, version

__all__ = ["labels", "tag", "use_background", "use_topics", "version"]
