"""What the engine costs: memory and time against the number of cases, and per task.

``python -m tests.benchmarks.bench_engine`` builds text sources of 1,000 and 10,000 tiny cases in
processes of their own and prints, for each, the peak memory of the driver and of the largest
worker, the time of the build, of a build again with nothing new, and of one with one case changed.
``--cases 1000,10000,100000,1000000`` chooses the numbers, ``--workers N`` the workers; ``--curve``
draws them to docs/images/engine-curve.svg, with the numbers beside it. Times are of this machine.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gmai_data.engine import Pool, Watch
from tests.benchmarks import tiny_source
from tests.benchmarks.curve import Line, Panel, drawn
from tests.benchmarks.peaks import watched

ROOT = Path(__file__).resolve().parents[2]
IMAGE = ROOT / "docs" / "images" / "engine-curve.svg"
NUMBERS = IMAGE.with_suffix(".json")


@dataclass(frozen=True)
class Nothing:
    """A task that does nothing."""

    id: str
    crumb: str = ""


def nothing(task: Nothing, watch: Watch) -> dict[str, Any]:
    """An empty record."""
    del task, watch
    return {}


def per_task(workers: int, tasks: int = 400) -> float:
    """Milliseconds that a task costs beside what it does."""
    with Pool(workers) as pool:
        list(pool.run(nothing, [Nothing(f"warm-{n}") for n in range(8)]))
        began = time.perf_counter()
        list(pool.run(nothing, [Nothing(str(n)) for n in range(tasks)]))
        return (time.perf_counter() - began) / tasks * 1000


def measured(folder: Path, workers: int) -> dict[str, float]:
    """Build ``folder`` in a process of its own: its seconds and peaks of memory in MB."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_engine", "--build", str(folder),
               "--workers", str(workers)]  # fmt: skip
    run = watched(command, ROOT)
    found: dict[str, float] = json.loads(run.printed)
    return {**found, "driver_mb": run.driver_mb, "worker_mb": run.worker_mb}


def build_here(folder: Path, workers: int) -> None:
    """The child: one build; its seconds as JSON."""
    from gmai_data.build import build
    from gmai_data.status import last_run

    began = time.perf_counter()
    config = tiny_source.config(folder, workers=workers)
    result = build(config)
    seconds = time.perf_counter() - began
    steps = {s["step"]: s["clock_seconds"] for s in last_run(config.out)["spent"]}
    sys.stdout.write(json.dumps({"seconds": seconds, "samples": result.samples, **steps}))


def point(cases: int, workers: int, store: Path) -> dict[str, Any]:
    """A build, one with nothing new, and one with a changed case."""
    folder = store / str(cases)
    tiny_source.make(folder, cases)
    first = measured(folder, workers)
    again = measured(folder, workers)
    tiny_source.change_one(folder, cases // 2)
    changed = measured(folder, workers)
    return {"cases": cases, "workers": workers, "build": first, "again": again, "one": changed}


def main() -> None:
    """Print a line per number of cases; draw them if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cases", default="1000,10000")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--curve", action="store_true", help="draw docs/images/engine-curve.svg")
    parser.add_argument("--build", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.build:
        build_here(Path(chosen.build), chosen.workers)
        return
    points = []
    head = ("cases", "build s", "cases/s", "driver MB", "worker MB", "nothing new s", "one new s")
    sys.stdout.write("  ".join(f"{name:>13}" for name in head) + "\n")
    for cases in sorted(int(number) for number in chosen.cases.split(",")):
        with tempfile.TemporaryDirectory(prefix="gmai-data-bench-") as name:
            found = point(cases, chosen.workers, Path(name))
        points.append(found)
        build = found["build"]
        cells = (
            cases, build["seconds"], cases / build["seconds"], build["driver_mb"],
            build["worker_mb"], found["again"]["seconds"], found["one"]["seconds"],
        )  # fmt: skip
        sys.stdout.write("  ".join(f"{value:>13,.1f}" for value in cells) + "\n")
        sys.stdout.flush()
    overhead = {"serial": per_task(1), "cluster": per_task(2)}
    sys.stdout.write(
        f"a task costs {overhead['serial']:.2f} ms in one process, {overhead['cluster']:.1f} ms on "
        "a local cluster of 2, beside what it does\n"
    )
    if chosen.curve:
        IMAGE.parent.mkdir(exist_ok=True)
        cores = os.cpu_count()
        NUMBERS.write_text(
            json.dumps({"cores": cores, "per_task_ms": overhead, "points": points}, indent=1) + "\n"
        )
        IMAGE.write_text(curve(points))


def curve(points: list[dict[str, Any]]) -> str:
    """Memory and throughput against cases."""
    xs = [p["cases"] for p in points]

    def of(run: str, name: str) -> list[float]:
        return [p[run][name] for p in points]

    memory = Panel(
        "peak memory, MB",
        [
            Line("driver", xs, of("build", "driver_mb")),
            Line("worker", xs, of("build", "worker_mb")),
        ],
    )
    rate = Panel(
        "cases per second",
        [
            Line("build", xs, [x / s for x, s in zip(xs, of("build", "seconds"), strict=True)]),
            Line(
                "nothing new", xs, [x / s for x, s in zip(xs, of("again", "seconds"), strict=True)]
            ),
        ],
    )
    return drawn([memory, rate], "cases of one text source")


if __name__ == "__main__":
    main()
