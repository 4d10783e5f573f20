"""Reading an archive in a browser: a Datasette plugin with pages of its own, and what Datasette
is told about the tables.
"""
