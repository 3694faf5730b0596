"""Texts of the source."""
def texts(source, facts, slice): return []
