"""Which head is that of which article, and what stays inside it as a subhead."""
