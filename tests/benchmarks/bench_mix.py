"""Mixing against a cold copy of the same bytes, and against a shuffle with `webdataset`.

``python -m tests.benchmarks.bench_mix [SAMPLES]`` prints seconds and ratios of one run. Each reads
the same shards of a made-up build, taken out of the page cache for "cold" (the host of a virtual
machine may still hold them), and writes as many bytes, flushed to the disk. The script that users
would write reads shards with `WebDataset`, shuffles in a buffer and writes with `ShardWriter`. On a
busy machine the processor's seconds say more than the clock's.
"""

from __future__ import annotations

import glob
import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from gmai_data import manifest, store
from gmai_data.mix import mix
from gmai_data.output.ustar import TarWriter

IMAGE_BYTES = 31_000  # as in bench_pack
SOURCES = ("bench-a", "bench-b", "bench-c")
SUBSETS = ("caption", "percept")
SHARDS = 4
ROUNDS = 4  # of the two that are fast; every other in reverse order


def made_build(folder: Path, samples: int) -> int:
    """A build with noise for images: shards, lists and manifest; the bytes of its shards."""
    noise = np.random.default_rng(0).integers(0, 256, IMAGE_BYTES, dtype=np.uint8).tobytes()
    text = "There is a mass in the left kidney, about 23 mm across. " * 20
    shards, facts = [], {}
    each = samples // (len(SOURCES) * len(SUBSETS))
    for source in SOURCES:
        rows: list[dict[str, Any]] = []
        for subset in SUBSETS:
            hashes = sorted(
                hashlib.sha256(f"{source}{i}".encode()).hexdigest()[:16] for i in range(each)
            )
            path = f"shards/{subset}/{source}-train-00000.tar"
            with store.publish(str(folder / path)) as file:
                tar = TarWriter(file)
                for hash_ in hashes:
                    key, began = f"{source}-{hash_}-{subset}-en-0", tar.size
                    record = {"id": key, "key": key, "image": f"{key}.png", "text": text}
                    tar.add(f"{key}.png", key.encode() + noise[len(key) :])
                    tar.add(f"{key}.json", json.dumps(record).encode())
                    rows.append(
                        {
                            "key": key, "slice": hash_, "language": "en", "subset": subset,
                            "split": "train", "shard": path, "offset": began,
                            "bytes": tar.size - began,
                        }
                    )  # fmt: skip
                sha256 = tar.finish()
            shards.append(
                {
                    "bytes": tar.size, "path": path, "samples": each, "sha256": sha256,
                    "source": source, "split": "train", "subset": subset,
                }
            )  # fmt: skip
        rows.sort(key=lambda row: str(row["key"]))
        store.write_table(str(folder / f"samples/{source}.parquet"), pa.Table.from_pylist(rows))
        names = ("commercial", "derivatives", "redistribution", "send_to_api")
        facts[source] = {
            **dict.fromkeys(names, True), "benchmark": [], "homepage": "h", "license": "CC0-1.0",
            "samples": len(rows), "title": source,
        }  # fmt: skip
    made = {"schema": manifest.SCHEMA, "shards": shards, "sources": facts}
    store.write_bytes(str(folder / "manifest.json"), manifest.manifest_text(made).encode())
    return sum(int(shard["bytes"]) for shard in shards)


def forget(folder: Path) -> None:
    """Take a build's files out of the page cache."""
    os.sync()
    for path in folder.rglob("*"):
        if path.is_file():
            handle = os.open(path, os.O_RDONLY)
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(handle)


def copied(build: Path, out: Path) -> None:
    """``cp`` of the shards, flushed."""
    out.mkdir()
    subprocess.run(["cp", "-r", str(build / "shards"), str(out)], check=True)
    for path in out.rglob("*.tar"):
        with open(path, "rb") as file:
            os.fsync(file.fileno())


def shuffled(build: Path, out: Path) -> None:
    """A script with `webdataset`: a buffer of 2,000 samples, members as bytes."""
    import webdataset

    out.mkdir()
    names = sorted(glob.glob(str(build / "shards/*/*.tar")))
    rows = webdataset.WebDataset(names, shardshuffle=False, empty_check=False).shuffle(2000)
    size = sum(map(os.path.getsize, names)) // SHARDS
    pattern = str(out / "train-%05d.tar")
    with webdataset.ShardWriter(pattern, maxsize=size, maxcount=1 << 30, verbose=0) as writer:
        for row in rows:
            writer.write({"__key__": row["__key__"], "png": row["png"], "json": row["json"]})
    for path in out.glob("*.tar"):
        with open(path, "rb") as file:
            os.fsync(file.fileno())


def timed(
    run: Callable[[Path, Path], Any], build: Path, out: Path, cold: bool
) -> tuple[float, float]:
    """Seconds of one run into a new folder: of the clock, and of the processor."""
    if cold:
        forget(build)
    began, used = time.perf_counter(), sum(os.times()[:4])
    run(build, out)
    took = time.perf_counter() - began, sum(os.times()[:4]) - used
    shutil.rmtree(out)
    return took


def main() -> None:
    """Print the comparison: runs take turns, so that a noisy machine is noisy to all."""
    samples = int(sys.argv[1]) if len(sys.argv) > 1 else 16000
    with tempfile.TemporaryDirectory(prefix="gmai-data-bench-") as name:
        folder = Path(name)
        size = made_build(folder / "build", samples)
        recipe = folder / "recipe.toml"
        recipe.write_text(f"shards = {SHARDS}\n")

        def ours(build: Path, out: Path) -> None:
            mix(str(build), str(recipe), str(out))

        runs = {"cp": copied, "gmai-data mix": ours, "webdataset": shuffled}
        sys.stdout.write(f"{samples} samples, {size / 1e6:,.0f} MB, {SHARDS} shards\n")
        for cold in (True, False):
            taken: dict[str, list[tuple[float, float]]] = {what: [] for what in runs}
            for turn in range(ROUNDS):
                for what, run in list(runs.items())[:: -1 if turn % 2 else 1]:
                    if what != "webdataset" or not turn:
                        taken[what].append(timed(run, folder / "build", folder / "out", cold))
            seconds = {
                what: statistics.median(t for t, _ in found) for what, found in taken.items()
            }
            busy = {what: statistics.median(t for _, t in found) for what, found in taken.items()}
            sys.stdout.write(f"{'cold' if cold else 'warm'} cache, median of {ROUNDS}\n")
            for what, took in seconds.items():
                sys.stdout.write(
                    f"  {what:<14} {took:7.2f} s {size / took / 1e6:8,.0f} MB/s  "
                    f"{seconds['cp'] / took:5.2f}x of cp  "
                    f"{seconds['webdataset'] / took:5.1f}x of webdataset  "
                    f"{busy[what]:5.2f} s of processor\n"
                )


if __name__ == "__main__":
    main()
