"""A model that answers: one OpenAI-compatible endpoint, its limits, its price, and what it said."""
