"""From the text of a page to its lines, whatever the extractor made of them."""
