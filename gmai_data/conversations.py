"""Instruction conversations."""
def conversations(facts, slice, limit): return []
