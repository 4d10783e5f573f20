"""Article reconstruction: from the disorder of a page dump to whole articles."""

from newsarchive.segment.page import segment
from newsarchive.segment.setting import setting_of

__all__ = ["segment", "setting_of"]
