"""What a build says of itself: README.md, DATASHEET.md, LICENSES.md and croissant.json.

Everything here is made from the manifest and the sources' declared facts; nothing has a date, so
that equal builds have equal cards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from gmai_data.declare import Source
from gmai_data.known import modalities_of, modality
from gmai_data.terms import SPLITS, SUBSETS

SIZES: Final = (
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (1_000_000, "100K<n<1M"),
    (10_000_000, "1M<n<10M"),
    (100_000_000, "10M<n<100M"),
)
MEANING: Final = {
    "caption": "image- and box-level captions",
    "percept": "classification, recognition in a box, detection, counting, multiple choice",
    "instruct": "free question and answer about an image",
    "text-single": "one question and its answer, without an image",
    "text-multi": "conversations without an image",
}


def write_cards(manifest: Mapping[str, Any], sources: Mapping[str, Source]) -> dict[str, bytes]:
    """The generated documents of an output folder by file name.

    Args:
        manifest: as in ``manifest.json``.
        sources: declarations, for what the manifest does not hold: modality, citation, origin. A
            source that is no longer installed may be missing.
    """
    from gmai_data.output.croissant import croissant

    texts = {
        "README.md": readme(manifest, sources),
        "DATASHEET.md": datasheet(manifest, sources),
        "LICENSES.md": licenses(manifest, sources),
        "croissant.json": croissant(manifest, sources),
    }
    return {name: text.encode() for name, text in texts.items()}


def readme(manifest: Mapping[str, Any], sources: Mapping[str, Source]) -> str:
    """The dataset card: YAML that readers need, then counts and how to read the shards."""
    import yaml

    counts = counted(manifest)
    total = sum(counts.values())
    head = yaml.safe_dump(
        _front_matter(manifest, total), sort_keys=False, allow_unicode=True, width=4096
    )
    rows = [
        f"| {subset} | {MEANING[subset]} | "
        + " | ".join(f"{counts.get((subset, split), 0):,}" for split in SPLITS)
        + " |"
        for subset in subsets(manifest)
    ]
    by_source = [
        f"| {name} | {facts['title']} | {_modality(sources, name)} | {facts['license']} | "
        f"{facts['samples']:,} |"
        for name, facts in sorted(manifest["sources"].items())
    ]
    example = subsets(manifest)[0] if rows else "caption"
    return f"""---
{head}---

# Medical vision-language samples

{total:,} samples from {_number(len(by_source), "source")}, made with gmai-data from what the
sources annotate. The text of each sample rests on the facts listed in it.

| subset | what it holds | train | val | test |
| --- | --- | ---: | ---: | ---: |
{_lines(rows)}

| source | title | modality | licence | samples |
| --- | --- | --- | --- | ---: |
{_lines(by_source)}

Each source keeps its own licence, which stands in every record and in [LICENSES.md](LICENSES.md).
No subject is in two splits.

## Read it

A sample is `<key>.jpg` or `<key>.png` and `<key>.json` in a tar file under `shards/`; text subsets
have the JSON alone. `json["conversations"]` is in LLaVA form, `json["turns"]` names the facts each
turn rests on.

```python
from datasets import load_dataset

rows = load_dataset("PATH", "{example}", split="{_first_split(counts, example)}", streaming=True)
```

```python
import webdataset

rows = webdataset.WebDataset("PATH/shards/{example}/NAME.tar", shardshuffle=False).decode("pil")
```

`manifest.json` lists every shard with its SHA-256 and counts, `samples/` has a row per sample,
`rejected/` a row per case, slice or sample that was left out, with the rule and the value.
See [DATASHEET.md](DATASHEET.md) for how it was made and what it is not for.
"""


def datasheet(manifest: Mapping[str, Any], sources: Mapping[str, Source]) -> str:
    """A datasheet after Gebru et al. (Datasheets for Datasets, CACM 2021), counts filled in."""
    counts = counted(manifest)
    total = sum(counts.values())
    by_split = {
        split: sum(n for (_, other), n in counts.items() if other == split) for split in SPLITS
    }
    listed = sorted(manifest["sources"].items())
    modalities = sorted(
        {
            one
            for name, _ in listed
            if name in sources
            for one in modalities_of(sources[name]) or [modality(sources[name])]
        }
    )
    access = {
        kind: [name for name, facts in listed if facts["access"] == kind]
        for kind in ("open", "registration", "agreement")
    }
    held = [f"{name}: {', '.join(f['benchmark'])}" for name, f in listed if f["benchmark"]]
    unread = [name for name, facts in listed if facts["verified"] == "memory"]
    languages = ", ".join(_languages(manifest))
    return f"""# Datasheet

## Motivation

Training data for vision-language models in medicine, in which every statement rests on an
annotation of the source.

## Composition

- {total:,} samples: {", ".join(f"{n:,} {split}" for split, n in by_split.items())}.
- Languages: {languages or "none"}.
- Modalities: {", ".join(modalities) or "none"}.

Instances are 2D images with text, or text alone; volumes and videos are represented by selected
slices and frames. What a source does not annotate is unknown and never stated as absent.

{balance(manifest)}Splits are those of the sources where they publish them, and are drawn by
subject elsewhere.
Official benchmark splits: {"; ".join(held) or "none declared"}.

## Collection

gmai-data collects nothing: it reads releases that others published, each under its own terms.

| access | sources |
| --- | --- |
{_lines(f"| {kind} | {', '.join(names)} |" for kind, names in access.items() if names)}

Layouts written from memory and not checked: {", ".join(unread) or "none"}.

## Preprocessing

Images are decoded, oriented, brought to 8 bits by a rule that each record names (`window`), and
scaled down to the configured long side; masks become boxes, areas and lengths. Text is written
from the facts by the generators named in the records, and checked against them by rules without a
model. Header fields are taken from an allow-list, without names, dates and identifiers. What was
left out, and why, is in `rejected/`.

## Uses

Research on training and evaluation of models. It is no medical device, and nothing in it is medical
advice: statements repeat annotations, which can be wrong. Keep the test split, and the benchmarks
above, out of training.

## Distribution

Each source keeps its licence: see [LICENSES.md](LICENSES.md). Whether a part may be passed on is
stated there per source; *not known* is to be read as no.

## Maintenance

The manifest names what each part was made from. A later build is compared with this one by
`gmai-data diff`, which states causes before effects.
"""


def balance(manifest: Mapping[str, Any]) -> str:
    """How often each answer to a closed question is the right one, as a table; "" without any.

    Counted from what was built. A yes or no follows what the sources annotate.
    """
    counts: dict[str, dict[str, int]] = {}
    for facts in manifest["sources"].values():
        for name, number in facts.get("answers", {}).items():
            task, _, answer = name.partition(": ")
            of_task = counts.setdefault(task, {})
            of_task[answer] = of_task.get(answer, 0) + number
    rows = [
        f"| {task} | {sum(found.values()):,} | "
        + ", ".join(f"{a} {n / sum(found.values()):.1%}" for a, n in sorted(found.items()))
        + " |"
        for task, found in sorted(counts.items())
    ]
    if not rows:
        return ""
    head = "| closed question | samples | right answer |\n| --- | ---: | --- |"
    return f"{head}\n{_lines(rows)}\n\n"


def licenses(manifest: Mapping[str, Any], sources: Mapping[str, Source]) -> str:
    """What each source's licence allows, who to cite, where it comes from."""
    parts = [
        "# Licences\n",
        "Every record carries its source's licence. *Not known* means: ask before you do it.\n",
        "| source | licence | passed on | commercial | derivatives | sent to an API |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    words = {True: "yes", False: "no", None: "not known"}
    for name, facts in sorted(manifest["sources"].items()):
        rights = " | ".join(
            words[facts[right]]
            for right in ("redistribution", "commercial", "derivatives", "send_to_api")
        )
        parts.append(f"| {name} | {facts['license']} | {rights} |")
    parts.append("")
    for name, facts in sorted(manifest["sources"].items()):
        parts += [f"## {name}\n", f"{facts['title']}, {facts['homepage']}\n"]
        source = sources.get(name)
        if source is not None and source.cite:
            parts.append(f"Cite: {source.cite}\n")
        if source is not None and source.derived_from:
            parts.append(f"Derived from: {', '.join(source.derived_from)}\n")
        if facts["license"].startswith("LicenseRef-"):
            parts.append("The licence is the publisher's own: read it on the page above.\n")
    return "\n".join(parts)


def counted(manifest: Mapping[str, Any]) -> dict[tuple[str, str], int]:
    """Samples by subset and split, from the manifest's shards."""
    counts: dict[tuple[str, str], int] = {}
    for shard in manifest["shards"]:
        where = (shard["subset"], shard["split"])
        counts[where] = counts.get(where, 0) + shard["samples"]
    return counts


def subsets(manifest: Mapping[str, Any]) -> list[str]:
    """The subsets that have shards, in the order of `terms.SUBSETS`."""
    there = {shard["subset"] for shard in manifest["shards"]}
    return [subset for subset in SUBSETS if subset in there]


def _front_matter(manifest: Mapping[str, Any], total: int) -> dict[str, Any]:
    from gmai_data.output.features import features, record_schema

    counts = counted(manifest)
    spdx = sorted({facts["license"] for facts in manifest["sources"].values()})
    if len(spdx) == 1 and not spdx[0].startswith("LicenseRef-"):
        licence: dict[str, Any] = {"license": spdx[0].lower()}
    else:
        licence = {
            "license": "other",
            "license_name": "gmai-data-mixed" if len(spdx) != 1 else spdx[0].lower(),
            "license_link": "LICENSES.md",
        }
    return {
        **licence,
        "language": _languages(manifest),
        "pretty_name": "Medical vision-language samples",
        "tags": ["medical", "webdataset"],
        "task_categories": ["visual-question-answering", "image-to-text", "question-answering"],
        "size_categories": [next((n for most, n in SIZES if total < most), "100M<n<1B")],
        "configs": [
            {
                "config_name": subset,
                "data_files": [
                    {"split": split, "path": f"shards/{subset}/*-{split}-*.tar"}
                    for split in SPLITS
                    if counts.get((subset, split))
                ],
            }
            for subset in subsets(manifest)
        ],
        "dataset_info": [
            {
                "config_name": subset,
                "features": features(record_schema(), images=not subset.startswith("text")),
            }
            for subset in subsets(manifest)
        ],
    }


def _languages(manifest: Mapping[str, Any]) -> list[str]:
    return sorted(manifest["languages"])


def _modality(sources: Mapping[str, Source], name: str) -> str:
    return modality(sources[name]) if name in sources else ""


def _first_split(counts: Mapping[tuple[str, str], int], subset: str) -> str:
    return next((split for split in SPLITS if counts.get((subset, split))), "train")


def _lines(rows: Iterable[str]) -> str:
    return "\n".join(rows)


def _number(number: int, word: str) -> str:
    return f"{number:,} {word}" + ("" if number == 1 else "s")
