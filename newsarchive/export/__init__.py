"""Articles for other programs and for people who cite: JSONL, CSV, Markdown, GB/T 7714, RIS, BibTeX, ninjs."""
