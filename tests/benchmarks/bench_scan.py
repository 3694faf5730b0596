"""Header scan of a DICOM tree against `pydicom.dcmread`: files per second and core.

``python -m tests.benchmarks.bench_scan`` prints the ratio. Files are those of pydicom's CT with 260
header elements; what is timed here is the whole scan, from the listing to the cases.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

import numpy as np

from gmai_data import DicomSeries, Source
from gmai_data.config import Config
from gmai_data.listing import list_root
from gmai_data.roots import Root
from gmai_data.scan import scan
from tests.benchmarks import made, users

FILES = 300


def source() -> Source:
    return Source(
        name="bench", title="Bench", version="1.0.0", homepage="https://example.org/",
        license="CC0-1.0", access="open", evidence=("made up",), verified="data", modality="CT",
        cases=DicomSeries("series/{file}.dcm"), subject="{PatientID}",
    )  # fmt: skip


def our_scan(folder: Path) -> int:
    root = Root("bench", str(folder))
    found = scan(source(), {"bench": root}, list_root(root), Config())
    return int(found.cases.num_rows)


def main(rounds: int = 3) -> dict[str, float]:
    """Files per second, and the ratios to reading whole files and to asking for five tags."""
    with tempfile.TemporaryDirectory(prefix="gmai-data-bench-") as name:
        folder = Path(name)
        made.write_series(folder / "series", np.zeros((FILES, 256, 256), np.int16))
        seconds: dict[str, list[float]] = {"ours": [], "plain": [], "skilled": []}
        ways = {
            "ours": lambda: our_scan(folder),
            "plain": lambda: users.plain_headers(folder / "series"),
            "skilled": lambda: users.skilled_headers(folder / "series"),
        }
        for number in range(rounds + 1):
            for way, work in ways.items():
                began = time.process_time()
                work()
                if number:
                    seconds[way].append(time.process_time() - began)

    def ratio(way: str) -> float:
        return statistics.median(a / b for a, b in zip(seconds[way], seconds["ours"], strict=True))

    rate = FILES / statistics.median(seconds["ours"])
    found = {"rate": rate, "plain": ratio("plain"), "skilled": ratio("skilled")}
    print(f"DICOM header scan: {rate:.0f} files/s; plain {found['plain']:.2f}, "
          f"skilled {found['skilled']:.2f}", flush=True)  # fmt: skip
    return found


if __name__ == "__main__":
    main()
