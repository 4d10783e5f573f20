"""Full-text search over Chinese news: misses no literal occurrence, and is read by plain SQLite."""
