"""Topics, key phrases, people, organisations and places of an article, each with the words it rests on.

``tag`` makes the tags of one article; ``version`` names the vocabulary and dictionary they were made with, so that an
archive knows which articles to tag again; ``labels`` is what the topic codes are called.
"""

from newsarchive.topics.tagging import labels, tag, version

__all__ = ["labels", "tag", "version"]
