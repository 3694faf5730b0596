"""Shards for one training run, drawn from a build: recipe, numbers, choice, copying, card."""
