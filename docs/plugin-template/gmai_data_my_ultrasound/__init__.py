"""Sources for gmai-data; each module holds one ``SOURCE``."""
