"""``python -m gmai_data``."""

from gmai_data.cli import main

main()
