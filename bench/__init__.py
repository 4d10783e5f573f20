"""Benchmarks: `make bench`. Every figure is a ratio within one run, since machines differ and are never quiet."""
