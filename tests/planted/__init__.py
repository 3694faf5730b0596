"""A corpus of planted errors: what the review catches, and what it rejects without need.

Facts of real slices (fake releases of many sources, hand-made patterns) are worded freely in
English and Chinese, once as they are and once with one error in them. Nothing here uses the
checker's code or its tables of words, except the names of vocabulary terms: the phrasing is
that of reports and of models, see `docs/checker.md`. ``python -m tests.planted`` prints the table.
"""
