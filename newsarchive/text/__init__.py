"""From bytes to clean text: decoding with evidence, cleaning with receipts, dates, characters and words."""
