"""The source grammar: templates, tables, joins and labels, from a declaration to cases."""
