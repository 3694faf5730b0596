"""Samples of a build to look at: a few pictures of every modality, their labels and their texts.

Which ones is decided by hash, so that two people look at the same. Masks are in the store beside
the build (`OUT/work`, `--store`); without it only the boxes that samples talk about are shown.
"""

from __future__ import annotations

import io
import json
import os
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gmai_data import manifest, parquet, places, store
from gmai_data.arrow import from_row
from gmai_data.canonical import hash64
from gmai_data.errors import CheckFailedError, GmaiDataError, RejectedItem
from gmai_data.schema import Box, Case, Label, Slice

PAGE: Final = "view.html"
SAMPLES: Final = 4  # texts of one picture
_COLUMNS: Final = ("key", "subset", "language", "task", "slice", "modality", "encoding", "split",
                   "shard", "offset", "bytes")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One sample of a picture: what it is for and its turns."""

    key: str
    subset: str
    task: str
    language: str
    turns: tuple[tuple[str, str], ...]  # who, what


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One picture with what is drawn on it and said of it."""

    source: str
    title: str
    license: str
    modality: str
    slice: str
    image: bytes
    encoding: str
    facts: tuple[tuple[str, str], ...]  # plane, window, spacing …
    labels: tuple[Label, ...]  # with masks; empty without the store
    boxes: tuple[tuple[str, Box], ...]  # that its samples talk about
    texts: tuple[Text, ...]


def pictures_of(out: str, per_modality: int, store_folder: str = "") -> list[Shown]:
    """Pictures of a finished build by modality, those with the smallest hash, sources in turn.

    Raises:
        CheckFailedError: no finished build, or a shard that is not what its table says.
    """
    made = manifest.read_manifest(out)
    chosen = _chosen(out, sorted(made["sources"]), per_modality)
    work = store.work_folder(out, store_folder)
    found = []
    for source, rows in chosen:
        records = [member(out, row) for row in rows]
        found.append(_shown(source, records, _labels(work, source, rows[0]["slice"])))
    return found


def _chosen(
    out: str, sources: Sequence[str], per_modality: int
) -> list[tuple[str, list[dict[str, Any]]]]:
    """Source and sample rows of each picture, by modality."""
    ranked: dict[str, list[tuple[int, int, str, list[dict[str, Any]]]]] = {}
    for source in sources:
        table = parquet.read_table(os.path.join(out, "samples", f"{source}.parquet"), _COLUMNS)
        slices: dict[str, list[dict[str, Any]]] = {}
        for row in table.to_pylist():
            if row["encoding"]:
                slices.setdefault(row["slice"], []).append(row)
        order = sorted(slices, key=lambda name: hash64("view", [source, name]))
        seen: dict[str, int] = {}
        for name in order:
            rows = slices[name]
            modality = rows[0]["modality"] or "other"
            place = seen[modality] = seen.get(modality, -1) + 1
            if place < per_modality:
                entry = (place, hash64("view", [source, name]), source, _varied(rows))
                ranked.setdefault(modality, []).append(entry)
    return [
        (source, rows)
        for modality in sorted(ranked)
        for _, _, source, rows in sorted(ranked[modality], key=lambda e: e[:2])[:per_modality]
    ]


def _varied(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """A few samples of a slice: one of each subset and language first."""
    order = sorted(rows, key=lambda row: hash64("view", row["key"]))
    kinds: dict[tuple[str, str], int] = {}
    ranks = []
    for row in order:
        kind = (row["subset"], row["language"])
        kinds[kind] = kinds.get(kind, -1) + 1
        ranks.append((kinds[kind], row["language"] != "en", row["subset"], row["key"]))
    best = sorted(zip(ranks, order, strict=True), key=lambda pair: pair[0])[:SAMPLES]
    return [row for _, row in best]


def member(out: str, row: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
    """The record and the image (empty for texts) of one sample, read from its part of the shard."""
    path = os.path.join(out, row["shard"])
    try:
        piece = places.read_range(path, row["offset"], row["bytes"])
        with tarfile.open(fileobj=io.BytesIO(piece), mode="r:") as tar:
            parts = {m.name.rpartition(".")[2]: _content(tar, m) for m in tar}
        return json.loads(parts["json"]), parts[row["encoding"]] if row["encoding"] else b""
    except (OSError, tarfile.TarError, KeyError, ValueError) as error:
        raise CheckFailedError(
            f"{path}: sample {row['key']} cannot be read ({error}). Run gmai-data verify {out}."
        ) from error


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = tar.extractfile(member)
    return b"" if file is None else file.read()


def _shown(
    source: str, records: Sequence[tuple[dict[str, Any], bytes]], labels: tuple[Label, ...]
) -> Shown:
    first, image = records[0]
    facts = {
        "plane": first["plane"], "view": first["view"], "sequence": first["sequence"],
        "anatomy": ", ".join(first["anatomy"]), "department": first["department"],
        "slice": f"{first['index'] + 1} of {first['count']}" if first["count"] > 1 else "",
        "window": first["window"], "display": first["display"],
        "spacing": _spacing(first["spacing_mm"]), "size": f"{first['width']} x {first['height']}",
        "split": first["split"],
    }  # fmt: skip
    boxes: dict[tuple[str, tuple[float, ...]], None] = {}
    for record, _ in records:
        for box in record["boxes"]:
            boxes[box["name"], tuple(box["box"])] = None
    return Shown(
        source=source, title=first["title"], license=first["license"],
        modality=first["modality"] or "other", slice=first["slice"], image=image,
        encoding=first["encoding"], facts=tuple((k, v) for k, v in facts.items() if v),
        labels=labels, boxes=tuple((name, _box(box)) for name, box in boxes),
        texts=tuple(
            Text(
                key=record["key"], subset=record["subset"], task=record["task"],
                language=record["language"],
                turns=tuple((turn["role"], turn["text"]) for turn in record["turns"]),
            )
            for record, _ in records
        ),
    )  # fmt: skip


def _spacing(spacing_mm: Sequence[float] | None) -> str:
    if spacing_mm is None:
        return ""
    return " x ".join(f"{v:.3g}" for v in spacing_mm) + " mm"


def _box(box: Sequence[float]) -> Box:
    x1, y1, x2, y2 = box
    return x1, y1, x2, y2


def _labels(work: str, source: str, name: str) -> tuple[Label, ...]:
    """Labels of a slice with a place in it, with their names where the source is known."""
    for slice in _stored(work, "slices", source, "hash", name, Slice):
        for case in _stored(work, "cases", source, "key", slice.case, Case):
            try:
                from gmai_data.find import load
                from gmai_data.words.bind import bind

                slice = bind(load(source), case, slice)
            except (GmaiDataError, RejectedItem):
                pass  # another version of the source: its raw values are shown
            break
        return tuple(
            label for label in slice.labels
            if label.presence == "present" and (label.mask or label.box or label.centroid)
        )  # fmt: skip
    return ()


def _stored(
    work: str, step: str, source: str, column: str, value: str, cls: type[Any]
) -> Iterator[Any]:
    """Rows of a step's chunks where a column has a value."""
    import pyarrow.parquet as pq

    folder = os.path.join(work, step, source)
    if not os.path.isdir(folder):
        return
    for name in sorted(os.listdir(folder)):
        if name.count(".") == 1 and name.endswith(".parquet"):
            path = os.path.join(folder, name)
            if column in pq.read_schema(path).names:
                for row in pq.read_table(path, filters=[(column, "=", value)]).to_pylist():
                    yield from_row(cls, row)


def write_view(shown: Sequence[Shown], page: str, sheet: str = "") -> None:
    """Publish the page, and a contact sheet where one is asked for.

    Raises:
        CheckFailedError: the build holds no picture.
    """
    from gmai_data.output.contact_sheet import contact_sheet
    from gmai_data.output.page import page_of

    if not shown:
        raise CheckFailedError("The build holds no picture: there is nothing to look at.")
    store.write_bytes(page, page_of(shown))
    if sheet:
        store.write_bytes(sheet, contact_sheet(shown))
