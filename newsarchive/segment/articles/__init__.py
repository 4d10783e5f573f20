"""Which paragraphs make an article: one best division of the page, then the pieces that find each other."""
