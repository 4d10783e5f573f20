"""Article reconstruction: from the disorder of a page dump to whole articles."""

from newsarchive.segment.lines import set_apart, set_wide
from newsarchive.segment.page import segment

__all__ = ["segment", "set_apart", "set_wide"]
