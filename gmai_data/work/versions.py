"""Behaviour versions: an integer per step, raised when the same inputs give other outputs.

They are part of the steps' keys and stand in the locks under ``versions``. A release that changes
no behaviour raises none and remakes nothing; ``manifests/fixtures.lock.json`` shows in CI when
output changed and no integer did.
"""

from __future__ import annotations

from typing import Final

SCAN: Final = 4  # templates, joins, keys, splits
READ: Final = 5  # decoding, orientation, windows, slice choice, encoding
WORDS: Final = 6  # binding, facts, requests, the offline realiser
PACK: Final = 1  # shard ranges, tar headers, the record
STORE: Final = 3  # schema of the chunks in the store

VERSIONS: Final = {"pack": PACK, "read": READ, "scan": SCAN, "words": WORDS}
