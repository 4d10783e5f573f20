"""Tables of what names are made of (surnames, titles, suffixes, places), read by newsarchive.topics.lexicon."""
