"""Article reconstruction: from the disorder of a page dump to whole articles."""

from newsarchive.segment.page import segment

__all__ = ["segment"]
