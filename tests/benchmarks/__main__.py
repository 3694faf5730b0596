"""``python -m tests.benchmarks``: every comparison in one run, and docs/benchmarks.md from it.

``--rounds N`` repeats each measurement (median); ``--print`` leaves the page as it is. Takes about
five minutes on two cores; other work on the machine disturbs the figure for two workers most.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import bench_memory, bench_pack, bench_read, bench_scan

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
HEAD = """# Benchmarks

Written by `make bench` (`python -m tests.benchmarks`): processor seconds of one run, medians of
{rounds} rounds in which the three take turns, on {machine}. Higher is faster here.

The *plain* user writes what most scripts do: nibabel's `get_fdata` or pydicom, a window in floating
point, Pillow's PNG, `webdataset.ShardWriter`. The *skilled* user takes the array proxy and OpenCV's
window and PNG. Both end in a shard whose pixels equal ours to the last grey level: the run checks
it. Ours hashes every file, picture and pixel array beside that, measures labels, and flushes what
it writes.

| input | here, per second and core | plain | skilled |
| --- | --- | --- | --- |
"""
TAIL = """
- Of the time for the CT volume {floor:.0%} is inflating it and filtering and deflating PNG. Hashes
  (file, pixels, picture) are most of the rest.
- The *skilled* user of photographs copies files after decoding each once to see that it is whole;
  here files are passed through after checking everything a decoder would stop at.
- Peak memory of a process that reads 512 x 512 x 1000 int16 (500 MiB of voxels) from `.nii.gz`:
  {default:.0f} MiB with the default choice of slices, {all:.0f} MiB with all axial ones;
  {start:.0f} MiB before it reads anything.
- {workers}
- The CT is made up (an abdomen with the noise of a soft kernel; it compresses 2.3-fold), the DICOM
  headers are those of pydicom's CT, the photographs are scikit-image's fundus.

Every fast path is proved against the library it stands in for, over thousands of small files:
[tests/test_fast_paths.py](../tests/test_fast_paths.py). What it cannot do right is left to that
library. What is measured of labels is proved against plain definitions:
[tests/test_fast_findings.py](../tests/test_fast_findings.py).
"""
CALM = "Two workers read {:.2f} times as many volumes as one."
BUSY = (
    "Other work ran on the machine: ratios hold within about a fifth, and what two workers gain "
    "could not be measured."
)


def machine() -> str:
    """Kind of processor and number of cores: no name of the machine."""
    names = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    return f"{os.cpu_count()} cores of {names[0] if names else 'an unknown processor'}"


def times(ratio: float | None) -> str:
    if ratio is None:
        return ""
    return f"{ratio:.1f}x" if ratio < 20 else f"{ratio:.0f}x"


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--print", action="store_true", dest="only_print")
    given = parser.parse_args(arguments)
    busy = os.getloadavg()[0] > 1.0
    rows = bench_read.main((), given.rounds)
    scan = bench_scan.main(given.rounds)
    pack_rate, pack = bench_pack.main()
    memory = bench_memory.main()
    lines = [
        f"| {row.name} | {row.rate:,.0f} {row.unit} ({row.mb_s:,.0f} MB) | {times(row.plain)} | "
        f"{times(row.skilled)} |"
        for row in rows
    ]
    lines.append(f"| DICOM tree, headers to cases | {scan['rate']:,.0f} files | "
                 f"{times(scan['plain'])} | {times(scan['skilled'])} |")  # fmt: skip
    lines.append(f"| packing samples into shards | {pack_rate:,.0f} samples | {times(pack)} | |")
    text = HEAD.format(rounds=given.rounds, machine=machine()) + "\n".join(lines) + "\n"
    text += TAIL.format(
        floor=next(row.floor or 0 for row in rows), default=memory["default"], all=memory["all"],
        start=memory["start"], workers=BUSY if busy else CALM.format(memory["two workers"]),
    )  # fmt: skip
    if given.only_print:
        print(text)
    else:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
