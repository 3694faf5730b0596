"""The read step against the scripts of two users: processor seconds of one run, same pixels.

``python -m tests.benchmarks.bench_read [NAME …]`` prints one line per kind of input. What is timed
here is what the build does with a chunk: files hashed, decoded, oriented, windowed, pictures
encoded and hashed, labels measured, a tar and its table written and flushed.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from isal import igzip
from PIL import Image

from gmai_data import DicomSeries, Files, Mask
from gmai_data.config import ReadConfig
from gmai_data.declare import Source
from gmai_data.read import inputs
from gmai_data.read.encode import png
from gmai_data.work.slice_store import Buffer
from tests.benchmarks import made, users
from tests.read_cases import annotation, read, source_of

ALL = ReadConfig(budget=0, planes=("axial",), max_side=0)
Work = Callable[[Path, Path], None]


@dataclass(frozen=True, kw_only=True)
class Input:
    """One kind of input, and who reads it how."""

    name: str
    make: Callable[[Path], Path]  # in a folder; the file or folder that users are given
    ours: Work
    plain: Work | None = None
    skilled: Work | None = None
    floor: Work | None = None  # only what nobody can avoid
    rate: str = "slices"
    same: bool = True  # the plain user's pixels must be ours


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table."""

    name: str
    rate: float  # pictures per second and core
    unit: str
    plain: float | None
    skilled: float | None
    floor: float | None  # share of our time
    mb_s: float  # of input per second and core


def step(source: Source, paths: dict[str, list[str]], root: Path, out: Path, config: ReadConfig,
         **known: object) -> None:  # fmt: skip
    """The read step on one case, as `steps.read_chunk` runs it."""
    inputs._file_digest.cache_clear()
    buffer = Buffer(str(out))
    for picture in read(root, source, paths, config=config, **known):
        buffer.add(picture)
    buffer.commit(str(out / "chunk"), [], [], {})
    buffer.close()


def our_volume(path: Path, out: Path) -> None:
    step(source_of(), {"image": [path.name]}, path.parent, out, ALL)


def our_series(folder: Path, out: Path) -> None:
    names = sorted(p.name for p in folder.iterdir())
    step(source_of(cases=DicomSeries("{n}")), {"image": names}, folder, out, ALL)


def our_pictures(folder: Path, out: Path) -> None:
    names = sorted(p.name for p in folder.iterdir())
    source = source_of(cases=Files("{n}" + Path(names[0]).suffix), modality="Fundus")
    step(source, {"image": names}, folder, out, ReadConfig(max_side=0))


def our_labels(path: Path, out: Path) -> None:
    names = {value: f"structure {value}" for value in range(1, 61)}
    source = source_of(Mask("labels.nii.gz", names=names, empty="unknown"))
    given = [annotation(source, files=("labels.nii.gz",))]
    step(source, {"image": [path.name]}, path.parent, out, ReadConfig(budget=32),
         annotations=given)  # fmt: skip


def inflate_and_png(path: Path, out: Path) -> None:
    """A reused buffer is filled, and ready pictures are encoded: nothing else."""
    target = _scratch(np.prod((200, 512, 512)) * 2 + 352)
    with igzip.open(path) as stream:
        view, done = memoryview(target), 0
        while read := stream.readinto(view[done : done + (1 << 19)]):
            done += read
    for picture in _pictures(path, out):
        png(picture)


_kept: dict[str, list[np.ndarray]] = {}
_buffers: dict[int, np.ndarray] = {}


def _scratch(size: int) -> np.ndarray:
    return _buffers.setdefault(int(size), np.ones(int(size), np.uint8))


def _pictures(path: Path, out: Path) -> list[np.ndarray]:
    if path.name not in _kept:
        pictures = read(path.parent, source_of(), path.name, config=ALL)
        _kept[path.name] = [np.asarray(_opened(p.image)) for p in pictures]
    return _kept[path.name]


def _opened(data: bytes) -> Image.Image:
    import io

    return Image.open(io.BytesIO(data))


def make_volume(folder: Path) -> Path:
    made.write_nifti(folder / "ct.nii.gz", made.ct(200))
    return folder / "ct.nii.gz"


def make_labels(folder: Path) -> Path:
    made.write_nifti(folder / "labels.nii.gz", made.organs(120))
    made.write_nifti(folder / "ct.nii.gz", made.ct(120))
    return folder / "ct.nii.gz"


def make_series(folder: Path) -> Path:
    made.write_series(folder / "series", made.ct(100))
    return folder / "series"


def pictures_maker(suffix: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        # passing through costs so little that a chunk's own cost would hide it
        made.write_photographs(folder / "pictures", suffix, 40 if suffix == ".jpg" else 12)
        return folder / "pictures"

    return make


INPUTS = (
    Input(name="CT, .nii.gz, 512 x 512 x 200, all slices", make=make_volume, ours=our_volume,
          plain=users.plain_nifti, skilled=users.skilled_nifti, floor=inflate_and_png),
    Input(name="CT, DICOM series, uncompressed, 100 slices", make=make_series, ours=our_series,
          plain=users.plain_series, skilled=users.skilled_series),
    Input(name="photographs, JPEG passed through", make=pictures_maker(".jpg"), ours=our_pictures,
          plain=users.plain_photographs, skilled=users.checked_copies, rate="files", same=False),
    Input(name="photographs, PNG passed through", make=pictures_maker(".png"), ours=our_pictures,
          plain=users.plain_photographs, skilled=users.checked_copies, rate="files"),
    Input(name="photographs, TIFF re-encoded as PNG", make=pictures_maker(".tif"),
          ours=our_pictures, plain=users.plain_photographs, skilled=users.skilled_photographs,
          rate="files"),
    Input(name="CT and 60 labels, 32 slices a plane, findings", make=make_labels,
          ours=our_labels),
)  # fmt: skip


def measure(one: Input, rounds: int) -> Row:
    """Each way in turn, ``rounds`` times; ratios are medians of those within a round."""
    with tempfile.TemporaryDirectory(prefix="gmai-data-bench-") as name:
        folder = Path(name)
        path = one.make(folder)
        files = list(path.rglob("*")) if path.is_dir() else list(folder.glob("*.gz"))
        size = sum(f.stat().st_size for f in files)
        ways = {"ours": one.ours, "plain": one.plain, "skilled": one.skilled, "floor": one.floor}
        seconds: dict[str, list[float]] = {way: [] for way in ways}
        for number in range(rounds + 1):  # the first touches memory and caches, and is not counted
            for way, work in ways.items():
                if work is None:
                    continue
                out = folder / f"out-{way}"
                shutil.rmtree(out, ignore_errors=True)
                began = time.process_time()
                work(path, out)
                took = time.process_time() - began
                if number:
                    seconds[way].append(took)
        count = check(folder, same=one.same and one.plain is not None)
        mine = seconds["ours"]

    def ratio(way: str) -> float | None:
        pairs = list(zip(seconds[way], mine, strict=False))
        return statistics.median(a / b for a, b in pairs) if pairs else None

    best = statistics.median(mine)
    return Row(name=one.name, rate=count / best, unit=one.rate, plain=ratio("plain"),
               skilled=ratio("skilled"), floor=ratio("floor"), mb_s=size / best / 1e6)  # fmt: skip


def check(folder: Path, *, same: bool) -> int:
    """How many pictures there are; that the plain user's are ours, pixel by pixel."""
    import tarfile

    found = {}
    for way in ("ours", "plain"):
        pictures = []
        for path in sorted((folder / f"out-{way}").glob("*.tar")):
            with tarfile.open(path) as tar:
                for member in tar:
                    file = tar.extractfile(member)
                    if file is not None and member.name.endswith(("png", "jpg")):
                        pictures.append(file.read())
        found[way] = pictures
    if same:
        one, two = (
            sorted(np.asarray(_opened(data).convert("RGB")).tobytes() for data in found[way])
            for way in ("ours", "plain")
        )
        assert one == two, "the pixels differ"
    return len(found["ours"])


def main(names: Sequence[str], rounds: int = 3) -> list[Row]:
    """Measure the inputs whose name holds one of ``names``, or all."""
    rows = []
    for one in INPUTS:
        if names and not any(name in one.name for name in names):
            continue
        row = measure(one, rounds)
        rows.append(row)
        ratios = [("plain", row.plain), ("skilled", row.skilled), ("floor", row.floor)]
        shown = ", ".join(f"{way} {value:.2f}" for way, value in ratios if value is not None)
        print(f"{row.name}: {row.rate:.0f} {row.unit}/s, {row.mb_s:.0f} MB/s; {shown}", flush=True)
    return rows


if __name__ == "__main__":
    main(sys.argv[1:])
