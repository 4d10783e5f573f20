"""One TOML file per IPTC top topic, read by newsarchive.topics.terms; this package only holds the files."""
