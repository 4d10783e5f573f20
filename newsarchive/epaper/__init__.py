"""Readers of e-paper (数字报) sites: entry page, issue, page and article, for the families of publishing systems.

Pure functions over addresses and decoded text; nothing here opens a connection or a file of the site.
"""
