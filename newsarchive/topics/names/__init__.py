"""Tables of what names are made of (titles, suffixes, places), read by newsarchive.topics.lexicon."""
