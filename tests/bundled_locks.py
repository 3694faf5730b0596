"""manifests/sources: the locks of the sources that ship inside installed packages.

``python -m tests.bundled_locks --check`` builds them and compares; ``--write`` writes the files.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from gmai_data.build import build
from gmai_data.config import Config
from gmai_data.engine import Silent
from gmai_data.find import BUNDLED, find
from gmai_data.output.lock import SUFFIX

FOLDER = Path(__file__).resolve().parents[1] / "manifests/sources"


def built(folder: Path) -> dict[str, str]:
    """The text of each bundled source's lock, by file name."""
    known = [f for f in find().values() if f.origin.startswith(BUNDLED)]
    names = tuple(f.name for f in known if f.load().package)
    build(Config(sources=names, out=str(folder), workers=1), Silent())
    return {p.name: p.read_text() for p in sorted((folder / "locks").glob("*" + SUFFIX))}


def main() -> int:
    """Write the files, or compare with them."""
    with tempfile.TemporaryDirectory() as folder:
        new = built(Path(folder))
    old = {p.name: p.read_text() for p in sorted(FOLDER.glob("*" + SUFFIX))}
    if old == new:
        return 0
    changed = sorted(n for n in old.keys() | new.keys() if old.get(n) != new.get(n))
    if "--write" in sys.argv[1:]:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name in changed:
            if name in new:
                (FOLDER / name).write_text(new[name])
            else:
                (FOLDER / name).unlink()
        return 0
    sys.stderr.write(f"manifests/sources: {', '.join(changed)} differ from a fresh build.\n")
    sys.stderr.write("If this is meant: make locks, and commit.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
