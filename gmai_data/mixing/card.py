"""What a mix says of itself: README.md with the columns that readers need, and LICENSES.md."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Any


def write_cards(made: Mapping[str, Any]) -> dict[str, bytes]:
    """The generated documents of a mix by file name, from its manifest."""
    return {"LICENSES.md": license_text(made), "README.md": _readme(made).encode()}


def license_text(made: Mapping[str, Any]) -> bytes:
    """What each source's licence allows, of a manifest's sources."""
    from gmai_data.errors import UsageError
    from gmai_data.find import find
    from gmai_data.output.cards import licenses

    known, sources = find(), {}
    for name in sorted(made["sources"].keys() & known.keys()):
        with contextlib.suppress(UsageError):  # what it cites is missing then, and no right
            sources[name] = known[name].load()
    return licenses(made, sources).encode()


def _readme(made: Mapping[str, Any]) -> str:
    import yaml

    from gmai_data.output.features import features, record_schema

    head = {
        "license": "other",
        "license_name": "gmai-data-mixed",
        "license_link": "LICENSES.md",
        "language": sorted(made["languages"]),
        "tags": ["medical", "webdataset"],
        "configs": [
            {
                "config_name": "default",
                "data_files": [
                    {"split": split, "path": f"shards/{split}-*.tar"} for split in made["splits"]
                ],
            }
        ],
        "dataset_info": [
            {"config_name": "default", "features": features(record_schema(), images=True)}
        ],
    }
    yaml_head = yaml.safe_dump(head, sort_keys=False, allow_unicode=True, width=4096)
    split = next(iter(made["splits"]))
    shards = [shard for shard in made["shards"] if shard["split"] == split]
    pattern = f"shards/{split}-{{00000..{len(shards) - 1:05d}}}.tar"
    rows = "\n".join(
        f"| {name} | {facts['license']} | {subset} | {count:,} |"
        for name, facts in sorted(made["sources"].items())
        for subset, count in facts["subsets"].items()
    )
    title = made["recipe"]["title"] or "Mix"
    return f"""---
{yaml_head}---

# {title}

{made["samples"]:,} samples in {len(made["shards"]):,} shards, drawn by `recipe.toml` from the build
whose manifest has the digest {made["build"][:16]}. Shards are equal in samples and each is a
shuffled draw of everything: read them in any order, with any number of workers.

| source | licence | subset | samples |
| --- | --- | --- | ---: |
{rows}

Each source keeps its own licence, which stands in every record and in [LICENSES.md](LICENSES.md).

```python
import webdataset

rows = webdataset.WebDataset("{pattern}", shardshuffle=False).decode("pil")
```

A sample is `<id>.jpg` or `<id>.png` and `<id>.json`; text has the JSON alone. A sample that is
written again has `-r1`, `-r2` … at the end of its `id`, and the same `key`.
"""
