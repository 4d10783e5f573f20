"""Topics, key phrases, people, organisations and places of an article, each with the words it rests on.

``tag`` makes the tags of one article; ``version`` names the vocabulary and dictionary they were made with, so that an
archive knows which articles to tag again.
"""

from newsarchive.topics.tagging import tag, version

__all__ = ["tag", "version"]
