"""manifests/fixtures.lock.json: what the fake releases of all sources become, offline.

``python -m tests.fixtures_lock --check`` builds them, compares, and says the causes of what
differs; ``--write`` writes the file.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from gmai_data.build import build
from gmai_data.config import Config
from gmai_data.diff import diff
from gmai_data.engine import Silent
from gmai_data.output.diff_render import render
from gmai_data.output.lock import read_locks
from tests import sources

FILE = Path(__file__).resolve().parents[1] / "manifests/fixtures.lock.json"


def built(folder: Path) -> Path:
    """The output folder of a build of every fake release."""
    names = []
    for module in sorted(m.name for m in pkgutil.iter_modules(sources.__path__)):
        name = module.replace("_", "-")
        root = folder / "data" / name
        root.mkdir(parents=True, exist_ok=True)  # a derived source may have put pictures there
        importlib.import_module(f"tests.sources.{module}").make(root)
        names.append(name)
    config = Config(
        sources=tuple(names),
        data=str(folder / "data"),
        out=str(folder / "out"),
        workers=2,
        max_rejected=1.0,  # some fake releases hold broken files on purpose
    )
    build(config, Silent())
    return folder / "out"


def text(locks: dict[str, dict[str, Any]]) -> str:
    """Every lock, a line per section: a review sees which part of which source changed."""
    parts = []
    for name, lock in sorted(locks.items()):
        lines = [f"      {_json(key)}: {_json(lock[key])}" for key in sorted(lock)]
        parts.append(f"    {_json(name)}: {{\n" + ",\n".join(lines) + "\n    }")
    return '{\n  "schema": 1,\n  "sources": {\n' + ",\n".join(parts) + "\n  }\n}\n"


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def main() -> int:
    """Write the file, or compare with it."""
    with tempfile.TemporaryDirectory() as folder:
        out = built(Path(folder))
        new = text(read_locks(str(out / "locks")))
        if "--write" in sys.argv[1:]:
            FILE.write_text(new, encoding="utf-8")
            return 0
        if FILE.exists() and FILE.read_text(encoding="utf-8") == new:
            return 0
        found = render(diff(str(FILE), str(out))) if FILE.exists() else "no such file\n"
    sys.stderr.write(f"{found}manifests/fixtures.lock.json is out of date.\n")
    sys.stderr.write("If this is meant: make locks, and commit.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
