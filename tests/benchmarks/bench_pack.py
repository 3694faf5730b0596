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

from gmai_data import store
from gmai_data.arrow import arrow_schema, to_row
from gmai_data.config import Config
from gmai_data.engine import Watch
from gmai_data.output.record import record_facts, record_of
from gmai_data.output.ustar import TarWriter
from gmai_data.pack import PackTask, make_plan, pack_shard, shards_of
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


def made_store(folder: Path, found: list[Sample]) -> tuple[str, str, pa.Table]:
    """A chunk of slices and one of samples, as the steps before leave them."""
    base, words = str(folder / "slices" / "a"), str(folder / "samples" / "a")
    noise = np.random.default_rng(0).integers(0, 256, IMAGE_BYTES, dtype=np.uint8)
    rows = []
    with store.publish(base + ".tar") as file:
        tar = TarWriter(file)
        for n, sample in enumerate(found):
            image = n.to_bytes(8, "big") + noise.tobytes()[8:]
            offset = tar.add(f"{sample.slice}.png", image)
            sha256 = hashlib.sha256(image).hexdigest()
            rows.append((sample.slice, offset, len(image), sha256))
        tar.finish()
    names = ["hash", "image_offset", "image_bytes", "image_sha256"]
    table = pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in rows])
    store.write_table(base + ".parquet", table)
    schema = arrow_schema(Sample).append(pa.field("sample_sha256", pa.string()))
    schema = schema.append(pa.field("sample_bytes", pa.int64()))
    table = pa.Table.from_pylist(
        [{**to_row(s), "sample_sha256": s.key, "sample_bytes": 1500} for s in found], schema=schema
    )
    store.write_table(words + ".parquet", table, rows_per_group=2048)
    cases = pa.Table.from_pylist(
        [{"key": s.case, "split": "train", "subject": s.case, "study": ""} for s in found]
    )
    return base, words, cases


def ours(folder: Path, chunks: list[tuple[str, str]], cases: pa.Table, plan: bool) -> list[str]:
    """The build's own functions: plan, then every shard."""
    config = Config(source_path=(str(folder / "sources"),), out=str(folder / "ours"))
    from gmai_data.find import load

    source = load("bench", config.source_path)
    table = make_plan(cases, chunks)
    shards = shards_of("bench", table, record_facts(source), 256 << 20)
    path = str(folder / "plan.parquet")
    store.write_table(path, table)
    if plan:
        return []
    for shard in shards:
        task = PackTask(
            source="bench", declaration=declared(source), shard=shard, plan=path,
            index=str(folder / "index.parquet"), out=config.out, config=config, store=str(folder),
        )  # fmt: skip
        source_of(task)
        pack_shard(task, Watch())
    return [os.path.join(config.out, shard.name) for shard in shards]


def theirs(folder: Path, base: str, found: list[Sample], source: Any) -> list[str]:
    """A script with `webdataset.ShardWriter` over the same chunk and the same records."""
    import webdataset

    rows = store.read_table(base + ".parquet").to_pylist()
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
    """The best of three runs, in seconds."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> None:
    """Print the comparison."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory(prefix="gmai-data-bench-") as name:
        folder = Path(name)
        (folder / "sources").mkdir()
        (folder / "sources" / "bench.py").write_text(SOURCE)
        found = samples(n)
        base, words, cases = made_store(folder, found)
        from gmai_data.find import load

        source = load("bench", (str(folder / "sources"),))
        chunks = [(words, base)]
        seconds = {
            "gmai-data plan + pack": timed(lambda: ours(folder, chunks, cases, False)),
            "gmai-data plan": timed(lambda: ours(folder, chunks, cases, True)),
            "webdataset.ShardWriter": timed(lambda: theirs(folder, base, found, source)),
            "copy of the images": timed(lambda: copied(folder, base)),
        }
        baseline = seconds["webdataset.ShardWriter"]
        sys.stdout.write(f"{n} samples, {IMAGE_BYTES} B images, one core, best of 3\n")
        for what, took in seconds.items():
            rate = f"{n / took:,.0f} samples/s"
            sys.stdout.write(f"{what:<24} {took:7.3f} s  {rate:>18}  {baseline / took:5.1f}x\n")
        size = {
            "gmai-data": sum(map(os.path.getsize, ours(folder, chunks, cases, False))),
            "webdataset": sum(map(os.path.getsize, theirs(folder, base, found, source))),
        }
        sys.stdout.write(f"bytes: {size['webdataset'] / size['gmai-data']:.3f}x of ours\n")


if __name__ == "__main__":
    main()
