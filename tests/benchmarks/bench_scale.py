"""One source of millions of cases: plan it, build a part, be stopped, go on where it stopped.

``python -m tests.benchmarks.bench_scale`` does so with 5,000,000 rows of a table and prints the
seconds and the peak memory of the driver and of the largest worker of each. ``--cases N``,
``--workers N``; ``--minutes N`` of reading and wording are built before Ctrl-C, and again after it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks import tiny_source
from tests.benchmarks.peaks import watched

ROOT = Path(__file__).resolve().parents[2]


def chunks(folder: Path) -> dict[Path, int]:
    """Chunks that are read, with the time each was written at."""
    found = (folder / "out/work/slices/tiny").glob(16 * "?" + ".parquet")
    return {path: path.stat().st_mtime_ns for path in found}


def told(what: str, folder: Path, command: list[str], minutes: float = 0) -> None:
    """Run one command and print its line; with ``minutes``, stop it that long after a chunk."""
    before, first = chunks(folder), [0.0]

    def late() -> bool:
        if not minutes:
            return False
        if not first[0] and len(chunks(folder)) > len(before):
            first[0] = time.monotonic()
        return bool(first[0]) and time.monotonic() - first[0] > 60 * minutes

    began = time.monotonic()
    run = watched([sys.executable, "-m", "gmai_data", *command], ROOT, late)
    took = time.monotonic() - began
    after = chunks(folder)
    kept = sum(after.get(path) == when for path, when in before.items())
    cells = (took, run.driver_mb, run.worker_mb, len(after) - len(before))
    line = "  ".join(f"{cell:>10,.0f}" for cell in cells)
    sys.stdout.write(f"{what:<24}{line}  {kept:>6,} of {len(before):,}\n")
    sys.stdout.flush()


def main() -> None:
    """Print a line per command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cases", type=int, default=5_000_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gmai-data-bench-") as name:
        folder = Path(name)
        tiny_source.make(folder, chosen.cases)
        here = ["--sources", "tiny", "--source-path", str(folder / "sources"),
                "--data", str(folder / "data"), "--out", str(folder / "out")]  # fmt: skip
        build = ["build", *here, "--workers", str(chosen.workers)]
        heads = ("seconds", "driver MB", "worker MB", "new chunks")
        row = "  ".join(f"{head:>10}" for head in heads)
        sys.stdout.write(f"{chosen.cases:<24,}{row}  kept\n")
        told("plan", folder, ["plan", *here])
        told("build, stopped", folder, build, chosen.minutes)
        told("the same, stopped again", folder, build, chosen.minutes)
        told("plan of the rest", folder, ["plan", *here])


if __name__ == "__main__":
    main()
