"""The archive: one SQLite file, written in one place, a page in one transaction."""
