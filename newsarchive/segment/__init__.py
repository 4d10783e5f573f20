"""From the clean text of a page to its articles, with a role and a reason for every stretch of it."""
