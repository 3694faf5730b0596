"""Peak memory of reading one large volume in a process of its own, and what two workers gain.

``python -m tests.benchmarks.bench_memory`` prints both. The volume is 512 x 512 x 1000 int16, half
a gigabyte, as ``.nii.gz``.
"""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from gmai_data.config import ReadConfig
from tests.benchmarks import made
from tests.benchmarks.bench_read import ALL, our_volume, step
from tests.read_cases import source_of

REPEATS = 2


def peak_mib(path: Path, way: str) -> int:
    """Peak resident memory of a child that reads the volume, MiB."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_memory", way, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout)


def child(way: str, path: Path) -> None:
    config = ReadConfig() if way == "default" else ALL
    with tempfile.TemporaryDirectory(prefix="gmai-data-bench-") as name:
        if way != "start":
            step(source_of(), {"image": [path.name]}, path.parent, Path(name), config)
    # not ru_maxrss: it begins with the memory of the parent, as it was when it forked
    status = Path("/proc/self/status").read_text()
    print(int(status.split("VmHWM:")[1].split()[0]) // 1024)


def work(path: Path, ready: object, go: object) -> None:
    with tempfile.TemporaryDirectory(prefix="gmai-data-bench-") as name:
        our_volume(path, Path(name))
        ready.wait()
        go.wait()
        for _ in range(REPEATS):
            our_volume(path, Path(name))


def wall_seconds(path: Path, workers: int) -> float:
    """Seconds until every worker has read the volume a few times."""
    context = multiprocessing.get_context("spawn")
    ready, go = context.Barrier(workers + 1), context.Barrier(workers + 1)
    children = [context.Process(target=work, args=(path, ready, go)) for _ in range(workers)]
    for one in children:
        one.start()
    ready.wait()
    began = time.perf_counter()
    go.wait()
    for one in children:
        one.join()
    return time.perf_counter() - began


def main() -> dict[str, float]:
    """Peaks in MiB, and how many times the volumes of one worker two get through."""
    with tempfile.TemporaryDirectory(prefix="gmai-data-bench-") as name:
        folder = Path(name)
        small = made.ct(100)
        made.write_nifti(folder / "small.nii.gz", small, level=1)
        made.write_nifti(folder / "large.nii.gz", np.concatenate([small] * 10), level=1)
        found: dict[str, float] = {
            way: peak_mib(folder / "large.nii.gz", way) for way in ("start", "default", "all")
        }
        one, two = (wall_seconds(folder / "small.nii.gz", workers) for workers in (1, 2))
    found["two workers"] = 2 * one / two
    peaks = ", ".join(f"{way} {found[way]:.0f} MiB" for way in ("start", "default", "all"))
    print(f"peak: {peaks}; two workers {found['two workers']:.2f}x one", flush=True)
    return found


if __name__ == "__main__":
    if len(sys.argv) == 3:
        child(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
