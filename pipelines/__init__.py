"""The stages of a crawl, in the order of newsarchive.settings.ITEM_PIPELINES: each a thin door to the library."""
