"""Facts, vocabulary and phrasing: what a slice supports, and how it is said."""
