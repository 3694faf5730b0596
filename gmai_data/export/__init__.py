"""A build or a mix in the form that a trainer reads.

`export` writes annotations and images (or parquet, or links for Energon) into a folder of its own;
``manifest.json`` there comes last: a folder without it is not finished, and the same command
finishes it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gmai_data import manifest, places, store
from gmai_data.canonical import digest
from gmai_data.engine import Progress, Silent
from gmai_data.errors import UsageError
from gmai_data.mixing.recipe import near
from gmai_data.terms import SPLITS
from gmai_data.work.lease import lease

FORMATS: Final = {
    "llava": "LLaVA, GMAI-VL, xtuner: a JSON list; boxes 0 to 1, two decimals",
    "internvl": "InternVL: JSON lines and a meta file; boxes in thousandths",
    "qwen-vl": "Qwen3-VL's fine-tuning code: JSON lines; boxes as JSON, in thousandths",
    "qwen2-vl": "the same for Qwen2-VL: boxes in its special tokens",
    "llamafactory": "LLaMA-Factory: ShareGPT lines and dataset_info.json; boxes in thousandths",
    "swift": "ms-swift, any model: messages; boxes in objects, absolute pixels",
    "hf": "Hugging Face datasets, TRL: parquet with images inside, a configuration per subset",
    "energon": "Megatron-Energon: the shards, linked, and .nv-meta",
}
VERSION: Final = 1  # raise it when the same build gives other files
KIND: Final = "export"
PENDING: Final = ".exporting.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was exported."""

    out: str
    form: str
    rows: Mapping[str, int]  # by split
    written: bool  # false: the folder held it already


def export(
    build: str,
    form: str,
    out: str,
    *,
    splits: Sequence[str] = (),
    progress: Progress | None = None,
) -> Exported:
    """Write a build or a mix in another form.

    Args:
        build: a finished build, or a mix.
        form: one of `FORMATS`.
        out: folder to write to: new, empty, or the same export, interrupted.
        splits: which; all that there are if none is named. Each has files of its own.
        progress: told of each shard.

    Raises:
        UsageError: an unknown form or split, or a folder that holds something else.
        CheckFailedError: the build is not finished, or one of its shards is broken.
        TransientError: the disk is full, or an I/O error.
    """
    progress = progress or Silent()
    _refuse_url(out)
    made = manifest.read_manifest(build)
    if made.get("kind") == KIND:
        raise UsageError(f"{build} is an export itself. Name the build or the mix it is made from.")
    shards = _shards(made, form, splits, build)
    plan = digest("export", [VERSION, form, {s: list(mine) for s, mine in shards.items()}])
    if places.same(out, build):
        raise UsageError(f"--out {out} is the build itself. Choose another folder.")
    found = _found(out, plan)
    if found is not None:
        return Exported(out=out, form=form, rows=found["splits"], written=False)
    with lease(out):
        store.clear_scratch(out)
        store.write_changed(os.path.join(out, PENDING), json.dumps({"plan": plan}).encode())
        progress.step("export", sum(len(mine) for mine in shards.values()))
        rows = _write(form, build, shards, out, lambda: progress.advance("export"))
        progress.done("export")
        _finish(made, form, plan, rows, out)
    return Exported(out=out, form=form, rows=rows, written=True)


def _refuse_url(out: str) -> None:
    if places.is_url(out):
        raise UsageError(
            f"--out {out}: an export is a folder of files that a trainer opens. Name a folder; the "
            "build may lie in a store."
        )


def _shards(
    made: Mapping[str, Any], form: str, splits: Sequence[str], build: str
) -> dict[str, list[dict[str, Any]]]:
    """The shards of each split."""
    if form not in FORMATS:
        raise UsageError(
            f"--format {form} is not known.{near(form, list(FORMATS))} "
            f"There are {', '.join(FORMATS)}."
        )
    there = [split for split in SPLITS if made["splits"].get(split)]
    for split in splits:
        if split not in there:
            raise UsageError(
                f"--splits: {build} has no samples in {split}. It has {', '.join(there) or 'none'}."
            )
    chosen = [split for split in there if not splits or split in splits]
    return {
        split: [shard for shard in made["shards"] if shard["split"] == split] for split in chosen
    }


def _found(out: str, plan: str) -> dict[str, Any] | None:
    """The manifest of this very export; ``None`` where there is nothing, or half of it."""
    try:
        names = set(os.listdir(out))
    except FileNotFoundError:
        return None
    except NotADirectoryError as error:
        raise UsageError(f"--out {out} is a file. Choose a folder.") from error
    if all(name.startswith(".lease") or name.startswith(store.SCRATCH) for name in names):
        return None
    for name in (manifest.NAME, PENDING):
        try:
            with open(os.path.join(out, name), "rb") as file:
                found: dict[str, Any] = json.loads(file.read())
        except (OSError, ValueError):
            continue
        if found.get("plan") == plan:
            return found if name == manifest.NAME else None
    raise UsageError(
        f"--out {out} is not empty, and not this export. Choose another folder, or delete it."
    )


def _write(
    form: str, build: str, shards: Mapping[str, Sequence[Mapping[str, Any]]], out: str, done: Any
) -> dict[str, int]:
    if form == "hf":
        from gmai_data.export import parquet

        return parquet.write(build, shards, out, done)
    if form == "energon":
        from gmai_data.export import energon

        return energon.write(build, shards, out, done)
    from gmai_data.export import json_files

    return json_files.write(form, build, shards, out, done)


def _finish(
    made: Mapping[str, Any], form: str, plan: str, rows: Mapping[str, int], out: str
) -> None:
    from gmai_data.mixing.card import license_text

    new = {
        "form": form,
        "from": digest("manifest", json.loads(manifest.manifest_text(made))),
        "kind": KIND,
        "plan": plan,
        "samples": sum(rows.values()),
        "schema": manifest.SCHEMA,
        "shards": [],
        "sources": made["sources"],
        "splits": dict(rows),
    }
    store.write_bytes(os.path.join(out, "LICENSES.md"), license_text(made))
    store.write_bytes(os.path.join(out, manifest.NAME), manifest.manifest_text(new).encode())
    store.remove(os.path.join(out, PENDING))
