"""newsarchive: from page dumps and e-paper sites of Chinese newspapers to whole articles in one SQLite file."""

__version__ = "0.1.0"
