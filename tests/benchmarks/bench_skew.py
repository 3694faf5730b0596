"""One large source beside hundreds of small ones: how busy it keeps the workers.

``python -m tests.benchmarks.bench_skew`` builds a table of 200,000 rows and 400 of 50 and prints,
for each step, the seconds that passed, those that workers were busy, and the share of the time of
all workers. ``--rows N``, ``--small N``, ``--workers N`` choose the numbers.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from gmai_data.build import build
from gmai_data.status import status
from tests.benchmarks import tiny_source

ROWS_OF_SMALL = 50


def main() -> None:
    """Print a line per step."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--small", type=int, default=400)
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gmai-data-bench-") as name:
        folder = Path(name)
        small = tuple(f"small-{n:03d}" for n in range(chosen.small))
        tiny_source.make(folder, chosen.rows, "large")
        for one in small:
            tiny_source.make(folder, ROWS_OF_SMALL, one)
        config = tiny_source.config(folder, ("large", *small), workers=chosen.workers)
        build(config)
        steps = status(config.out).steps
    sys.stdout.write(f"{'step':<10}{'tasks':>8}{'seconds':>10}{'busy':>10}{'share':>8}\n")
    for step in steps:
        share = step.work_seconds / max(step.clock_seconds, 1e-3) / chosen.workers
        sys.stdout.write(
            f"{step.name:<10}{step.tasks:>8,}{step.clock_seconds:>10,.1f}"
            f"{step.work_seconds:>10,.1f}{share:>8.0%}\n"
        )


if __name__ == "__main__":
    main()
