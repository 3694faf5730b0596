"""Packing against what a user would script: `webdataset.ShardWriter`, and against a plain copy.

``python -m tests.benchmarks.bench_pack [SAMPLES]`` prints samples per second and ratios of one run
on one core. Both sides read the same images from the same chunk, make the same record, and write
the same members.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from gmai_data import parquet, store
from gmai_data.arrow import arrow_schema, to_row
from gmai_data.config import Config
from gmai_data.engine import Watch
from gmai_data.output.record import record_facts, record_of
from gmai_data.output.ustar import TarWriter
from gmai_data.pack import OVERHEAD, SHARD_COLUMNS, PackTask, pack_shard, plan_schema, shards_of
from gmai_data.schema import Fact, Sample, Turn
from gmai_data.steps import declared, source_of

IMAGE_BYTES = 31_000
SOURCE = """
from gmai_data import NO_SUBJECT, Files, Source
SOURCE = Source(name="bench", title="Bench", version="1.0.0", homepage="h", license="CC0-1.0",
    access="open", evidence=("h",), verified="data", cases=Files("{a}.png"), subject=NO_SUBJECT)
"""


def samples(n: int) -> list[Sample]:
    """Records of about the size of real ones."""
    text = "There is a mass in the left kidney, about 23 mm across. " * 4
    facts = tuple(Fact(id=f"f{i}", kind="finding", value="kidney tumour") for i in range(6))
    turns = (Turn(role="user", text="Describe it."), Turn(role="assistant", text=text))
    hashes = sorted(hashlib.sha256(str(i).encode()).hexdigest()[:16] for i in range(n))
    return [
        Sample(
            key=f"bench-{h}-caption-en-0", source="bench", subset="caption", task="caption-image",
            language="en", turns=turns, facts=facts, slice=h, case=h, modality="CT",
            encoding="png", width=512, height=512, labels=("kidney", "kidney tumour"),
        )
        for h in hashes
    ]  # fmt: skip


def made_store(folder: Path, found: list[Sample]) -> tuple[str, str]:
    """A chunk of slices, one of samples and the plan of both, as the steps before leave them."""
    base, words = (str(folder / step / "bench" / "a") for step in ("slices", "samples"))
    noise = np.random.default_rng(0).integers(0, 256, IMAGE_BYTES, dtype=np.uint8)
    rows = []
    with store.publish(base + ".tar") as file:
        tar = TarWriter(file)
        for n, sample in enumerate(found):
            image = n.to_bytes(8, "big") + noise.tobytes()[8:]
            offset = tar.add(f"{sample.slice}.png", image)
            rows.append({"hash": sample.slice, "image_offset": offset, "image_bytes": len(image),
                         "image_sha256": hashlib.sha256(image).hexdigest()})  # fmt: skip
        tar.finish()
    store.write_table(base + ".parquet", pa.Table.from_pylist(rows))
    known = [{**to_row(s), "sample_sha256": s.key, "sample_bytes": 1500} for s in found]
    schema = arrow_schema(Sample).append(pa.field("sample_sha256", pa.string()))
    schema = schema.append(pa.field("sample_bytes", pa.int64()))
    table = pa.Table.from_pylist(known, schema=schema)
    store.write_table(words + ".parquet", table, rows_per_group=2048)
    both = [
        {**row, **sample, "image_sha256": row["image_sha256"], "split": "train", "chunk": 0}
        for row, sample in zip(rows, known, strict=True)
    ]
    plan = str(folder / "plan")
    store.write_table(plan + ".parquet", pa.Table.from_pylist(both, schema=plan_schema()))
    store.write_bytes(plan + ".chunks.json", json.dumps([[0, len(rows), "a", "a"]]).encode())
    return base, plan


def ours(folder: Path, plan: str) -> list[str]:
    """The build's own functions: cut the plan into shards, write every one."""
    config = Config(source_path=(str(folder / "sources"),), out=str(folder / "ours"))
    from gmai_data.find import load

    source = load("bench", config.source_path)
    rows = list(parquet.read_tables(plan + ".parquet", SHARD_COLUMNS))
    size = sum(t.num_rows for t in rows) * (IMAGE_BYTES + 1500 + OVERHEAD)
    total = {("caption", "train"): size}
    shards = shards_of("bench", rows, total, record_facts(source), 256 << 20)
    for shard in shards:
        task = PackTask(
            source="bench", declaration=declared(source), shard=shard, plan=plan,
            index=str(folder / "index.parquet"), out=config.out, config=config, store=str(folder),
        )  # fmt: skip
        source_of(task)
        pack_shard(task, Watch())
    return [os.path.join(config.out, shard.name) for shard in shards]


def theirs(folder: Path, base: str, found: list[Sample], source: Any) -> list[str]:
    """A script with `webdataset.ShardWriter` over the same chunk and the same records."""
    import webdataset

    rows = parquet.read_table(base + ".parquet").to_pylist()
    (folder / "theirs").mkdir(exist_ok=True)
    pattern = str(folder / "theirs" / "bench-%05d.tar")
    facts = record_facts(source)
    with (
        open(base + ".tar", "rb") as images,
        webdataset.ShardWriter(pattern, maxsize=256 << 20, verbose=0) as writer,
    ):
        for sample, row in zip(found, rows, strict=True):
            image = os.pread(images.fileno(), row["image_bytes"], row["image_offset"])
            record = record_of(to_row(sample), facts)
            writer.write({"__key__": sample.key, "png": image, "json": json.dumps(record)})
    return sorted(str(p) for p in (folder / "theirs").glob("*.tar"))


def copied(folder: Path, base: str) -> None:
    """A read and a write of the chunk, flushed: the floor."""
    with open(base + ".tar", "rb") as source, store.publish(str(folder / "copy.tar")) as target:
        while piece := source.read(1 << 20):
            target.write(piece)


def timed(run: Callable[[], Any]) -> float:
    """The best of three runs, in processor seconds: waiting for the disk is not counted."""
    times = []
    for _ in range(3):
        began = time.process_time()
        run()
        times.append(time.process_time() - began)
    return min(times)


def main(n: int = 5000) -> tuple[float, float]:
    """Print the comparison; samples per second, and the ratio to `ShardWriter`."""
    with tempfile.TemporaryDirectory(prefix="gmai-data-bench-") as name:
        folder = Path(name)
        (folder / "sources").mkdir()
        (folder / "sources" / "bench.py").write_text(SOURCE)
        found = samples(n)
        base, plan = made_store(folder, found)
        from gmai_data.find import load

        source = load("bench", (str(folder / "sources"),))
        seconds = {
            "gmai-data pack": timed(lambda: ours(folder, plan)),
            "webdataset.ShardWriter": timed(lambda: theirs(folder, base, found, source)),
            "copy of the images": timed(lambda: copied(folder, base)),
        }
        baseline = seconds["webdataset.ShardWriter"]
        sys.stdout.write(f"{n} samples, {IMAGE_BYTES} B images, one core, best of 3\n")
        for what, took in seconds.items():
            rate = f"{n / took:,.0f} samples/s"
            sys.stdout.write(f"{what:<24} {took:7.3f} s  {rate:>18}  {baseline / took:5.1f}x\n")
        size = {
            "gmai-data": sum(map(os.path.getsize, ours(folder, plan))),
            "webdataset": sum(map(os.path.getsize, theirs(folder, base, found, source))),
        }
        sys.stdout.write(f"bytes: {size['webdataset'] / size['gmai-data']:.3f}x of ours\n")
    took = seconds["gmai-data pack"]
    return n / took, baseline / took


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
