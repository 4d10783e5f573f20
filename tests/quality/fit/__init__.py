"""The weights of article reconstruction learned again: ``python -m tests.quality.fit TABLE``.

gold.py finds the truth of lines, paragraphs and blocks in the bench, learn.py has the three ways of learning, the other
modules one or two tables each. Only the pages dev_000 … dev_019 and pages made up from their articles are used.
"""
