"""The generated documents, and what readers make of an output folder that has them."""

import hashlib
import io
import json
import re
import tarfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from gmai_data.arrow import arrow_schema
from gmai_data.declare import Source
from gmai_data.find import load
from gmai_data.manifest import source_facts
from gmai_data.output.cards import write_cards
from gmai_data.output.features import features, record_schema
from gmai_data.output.record import record_bytes, sample_record
from gmai_data.schema import Fact, NamedBox, Sample, Turn

SOURCES = ("kits23", "cmb")


def sample(n: int, *, source: str = "kits23", encoding: str = "png", full: bool = True) -> Sample:
    """Sample ``n``: with ``full`` every list holds something, else none does."""
    subset = "caption" if encoding else "text-single"
    turns = (
        Turn(role="user", text="Question?"),
        Turn(role="assistant", text="Answer.", evidence=("f1",)),
    )
    return Sample(
        key=f"{source}-{n:016x}-{subset}-en-0", source=source, subset=subset, task=subset,
        language="en", slice=f"{n:016x}", case=f"{n:016x}", split="train", encoding=encoding,
        width=8 if encoding else 0, height=6 if encoding else 0,
        turns=turns if full else tuple(Turn(role=t.role, text=t.text) for t in turns),
        facts=(Fact(id="f1", kind="finding", value="kidney"),) if full else (),
        anatomy=("kidney",) if full else (), labels=("kidney",) if full else (),
        boxes=(NamedBox(name="kidney", box=(1.0, 2.0, 5.0, 6.0)),) if full else (),
        spacing_mm=(0.5, 0.7) if full else None, choices=("a", "b") if full else (),
        checks=("length",) if full else (),
    )  # fmt: skip


def picture(encoding: str) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (8, 6), (200, 10, 20)).save(data, {"jpg": "JPEG"}.get(encoding, encoding))
    return data.getvalue()


def write_shard(out: Path, number: int, samples: list[Sample], source: Source) -> dict[str, Any]:
    """One tar as the pack step lays it out, and its entry in the manifest."""
    first = samples[0]
    path = f"shards/{first.subset}/{first.source}-train-{number:05d}.tar"
    (out / path).parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(out / path, "w") as tar:
        for one in samples:
            members = {f"{one.key}.json": record_bytes(sample_record(one, source))}
            if one.encoding:
                members = {f"{one.key}.{one.encoding}": picture(one.encoding), **members}
            for name, data in members.items():
                info = tarfile.TarInfo(name)
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
    data = (out / path).read_bytes()
    return {
        "path": path, "source": first.source, "subset": first.subset, "split": "train",
        "samples": len(samples), "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest(),
    }  # fmt: skip


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two subsets: one begins with a shard of empty lists, and holds PNG and JPEG images."""
    folder = tmp_path_factory.mktemp("out")
    sources = {name: load(name) for name in SOURCES}
    shards = [
        write_shard(folder, 0, [sample(n, full=False) for n in range(8)], sources["kits23"]),
        write_shard(
            folder, 1,
            [sample(n, encoding="jpg" if n % 2 else "png") for n in range(8, 14)],
            sources["kits23"],
        ),
        write_shard(
            folder, 0, [sample(n, source="cmb", encoding="") for n in range(3)], sources["cmb"]
        ),
    ]  # fmt: skip
    manifest = manifest_of(sources, shards)
    (folder / "manifest.json").write_text(json.dumps(manifest))
    for name, data in write_cards(manifest, sources).items():
        (folder / name).write_bytes(data)
    return folder


def manifest_of(sources: dict[str, Source], shards: list[dict[str, Any]]) -> dict[str, Any]:
    held = {name: sum(s["samples"] for s in shards if s["source"] == name) for name in sources}
    return {
        "languages": ["en"],
        "shards": shards,
        "sources": {n: {**source_facts(s), "samples": held[n]} for n, s in sources.items()},
    }


def front_matter(out: Path) -> dict[str, Any]:
    head: dict[str, Any] = yaml.safe_load((out / "README.md").read_text().split("---\n")[1])
    return head


def test_a_record_has_exactly_the_columns_that_the_card_declares() -> None:
    for one in (sample(1), sample(1, full=False), sample(1, source="cmb", encoding="")):
        record = sample_record(one, load(one.source))
        assert set(record) == set(record_schema().names)


def test_declared_features_are_those_of_the_arrow_schema() -> None:
    from datasets import Features

    read = Features._from_yaml_list(features(arrow_schema(Sample), images=False))
    assert dict(read["json"]) == dict(Features.from_arrow_schema(arrow_schema(Sample)))


def test_the_card_has_a_configuration_per_subset_with_a_glob_per_split(out: Path) -> None:
    assert front_matter(out)["configs"] == [
        {
            "config_name": "caption",
            "data_files": [{"split": "train", "path": "shards/caption/*-train-*.tar"}],
        },
        {
            "config_name": "text-single",
            "data_files": [{"split": "train", "path": "shards/text-single/*-train-*.tar"}],
        },
    ]


@pytest.mark.parametrize("streaming", [True, False])
def test_datasets_reads_every_row_though_the_first_shard_has_only_empty_lists(
    out: Path, tmp_path: Path, streaming: bool
) -> None:
    from datasets import load_dataset

    rows = list(
        load_dataset(
            str(out), "caption", split="train", streaming=streaming, cache_dir=str(tmp_path)
        )
    )
    assert len(rows) == 14
    assert rows[0]["json"]["boxes"] == []
    assert rows[0]["json"]["spacing_mm"] is None
    assert rows[0]["png"].size == (8, 6)
    assert rows[0]["jpg"] is None
    by_key = {row["__key__"]: row for row in rows}
    last = by_key[sample(13).key]
    assert last["jpg"].size == (8, 6)
    assert last["png"] is None
    assert last["json"]["boxes"] == [{"name": "kidney", "box": [1.0, 2.0, 5.0, 6.0]}]
    assert last["json"]["conversations"][0] == {"from": "human", "value": "<image>\nQuestion?"}
    assert last["json"]["license"] == "CC-BY-NC-SA-4.0"
    text = load_dataset(str(out), "text-single", split="train", cache_dir=str(tmp_path))
    assert len(text) == 3
    assert "png" not in text.column_names


def test_webdataset_groups_an_image_with_its_record(out: Path) -> None:
    import webdataset

    shards = [str(p) for p in sorted(out.glob("shards/caption/*.tar"))]
    rows = list(webdataset.WebDataset(shards, shardshuffle=False, empty_check=False).decode("pil"))
    assert len(rows) == 14
    for row in rows:
        image = row.get("png") or row["jpg"]
        assert image.size == (8, 6)
        assert row["json"]["key"] == row["__key__"]


def test_the_datasheet_and_licences_name_every_source(out: Path) -> None:
    licences = (out / "LICENSES.md").read_text()
    for name in SOURCES:
        source = load(name)
        assert f"## {name}" in licences
        assert source.license in licences
    sheet = (out / "DATASHEET.md").read_text()
    for part in (
        "Motivation",
        "Composition",
        "Collection",
        "Preprocessing",
        "Uses",
        "Distribution",
    ):
        assert f"## {part}" in sheet
    assert "17 samples: 17 train, 0 val, 0 test" in sheet
    assert "cmb: val" in sheet  # its official benchmark split


def test_croissant_names_every_shard_with_its_digest_and_the_sample_table(out: Path) -> None:
    described = json.loads((out / "croissant.json").read_text())
    assert described["conformsTo"] == "http://mlcommons.org/croissant/1.0"
    assert described["@type"] == "sc:Dataset"
    files = {f["@id"]: f for f in described["distribution"] if f["@type"] == "cr:FileObject"}
    shards = json.loads((out / "manifest.json").read_text())["shards"]
    assert {s["path"]: s["sha256"] for s in shards} == {k: f["sha256"] for k, f in files.items()}
    (table,) = [f for f in described["distribution"] if f["@type"] == "cr:FileSet"]
    assert table["includes"] == "samples/*.parquet"
    (records,) = described["recordSet"]
    assert all(f["source"]["fileSet"]["@id"] == table["@id"] for f in records["field"])


def test_cards_have_no_date_and_are_equal_for_equal_manifests(out: Path) -> None:
    manifest = json.loads((out / "manifest.json").read_text())
    sources = {name: load(name) for name in reversed(SOURCES)}
    for name, data in write_cards(manifest, sources).items():
        assert data == (out / name).read_bytes()
        assert not re.search(rb"\b20\d\d-\d\d(-\d\d)?\b", data), name


def test_the_datasheet_says_how_often_each_answer_is_right(out: Path) -> None:
    manifest = json.loads((out / "manifest.json").read_text())
    sources = {name: load(name) for name in SOURCES}
    assert b"closed question" not in write_cards(manifest, sources)["DATASHEET.md"]
    manifest["sources"]["kits23"]["answers"] = {"yes or no: no": 2, "choice of 4: A": 1}
    manifest["sources"]["cmb"]["answers"] = {"yes or no: yes": 1, "yes or no: no": 1}
    text = write_cards(manifest, sources)["DATASHEET.md"].decode()
    assert "| choice of 4 | 1 | A 100.0% |" in text
    assert "| yes or no | 4 | no 75.0%, yes 25.0% |" in text


def test_a_source_that_is_no_longer_installed_still_stands_in_the_cards(out: Path) -> None:
    manifest = json.loads((out / "manifest.json").read_text())
    cards = write_cards(manifest, {"cmb": load("cmb")})
    assert b"| kits23 | KiTS23 |" in cards["README.md"]
    assert b"## kits23" in cards["LICENSES.md"]


def test_one_open_licence_is_named_and_several_are_said_to_be_mixed(out: Path) -> None:
    assert front_matter(out)["license_name"] == "gmai-data-mixed"
    source = load("cmb")
    shard = {
        "path": "shards/text-single/cmb-val-00000.tar", "source": "cmb", "subset": "text-single",
        "split": "val", "samples": 1, "bytes": 1, "sha256": "0" * 64,
    }  # fmt: skip
    alone = write_cards(manifest_of({"cmb": source}, [shard]), {"cmb": source})["README.md"]
    assert yaml.safe_load(alone.decode().split("---\n")[1])["license"] == "apache-2.0"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real build: a bundled CT and a fake text source, in two languages."""
    from gmai_data.build import build
    from gmai_data.config import Config
    from tests.sources import medquad

    folder = tmp_path_factory.mktemp("built")
    medquad.make(folder / "data/medquad")
    build(
        Config(
            sources=("pydicom-ct", "medquad"),
            data=str(folder / "data"),
            out=str(folder / "out"),
            workers=1,
        )
    )
    return folder / "out"


def by_subset_and_split(out: Path) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for shard in json.loads((out / "manifest.json").read_text())["shards"]:
        where = (shard["subset"], shard["split"])
        counts[where] = counts.get(where, 0) + shard["samples"]
    return counts


@pytest.mark.parametrize("streaming", [True, False])
def test_a_build_is_read_whole_by_datasets_with_the_features_of_its_card(
    built: Path, tmp_path: Path, streaming: bool
) -> None:
    from datasets import load_dataset

    counts = by_subset_and_split(built)
    assert {subset for subset, _ in counts} >= {"caption", "percept", "text-single"}
    for (subset, split), number in counts.items():
        rows = load_dataset(
            str(built), subset, split=split, streaming=streaming, cache_dir=str(tmp_path)
        )
        keys = set()
        for row in rows:
            record = row["json"]
            keys.add(row["__key__"])
            assert (record["subset"], record["split"]) == (subset, split)
            if subset.startswith("text"):
                assert "png" not in row
            else:
                assert (row["png"] or row["jpg"]).size == (record["width"], record["height"])
        assert len(keys) == number


def test_the_counted_answers_are_those_of_the_shards(built: Path) -> None:
    from gmai_data.words.closed import closed_answer

    found: Counter[str] = Counter()
    for path in sorted(built.glob("shards/*/*.tar")):
        with tarfile.open(path) as tar:
            for member in tar:
                if member.name.endswith(".json"):
                    file = tar.extractfile(member)
                    assert file is not None
                    found[closed_answer(json.load(file))] += 1
    del found[""]
    sources = json.loads((built / "manifest.json").read_text())["sources"]
    assert found
    assert found == sum((Counter(facts["answers"]) for facts in sources.values()), Counter())
    assert "| closed question |" in (built / "DATASHEET.md").read_text()


def test_a_build_is_read_whole_by_webdataset_and_by_tarfile(built: Path) -> None:
    import webdataset

    total = 0
    for shard in json.loads((built / "manifest.json").read_text())["shards"]:
        path = built / shard["path"]
        rows = list(webdataset.WebDataset(str(path), shardshuffle=False).decode("pil"))
        assert len(rows) == shard["samples"]
        with tarfile.open(path) as tar:
            names = tar.getnames()
        assert sum(name.endswith(".json") for name in names) == shard["samples"]
        for row in rows:
            assert row["json"]["key"] == row["__key__"]
            image = row["json"]["image"]
            assert not image or image in names
            assert row["json"]["conversations"][0]["value"].startswith("<image>\n") == bool(image)
        total += len(rows)
    assert total == json.loads((built / "manifest.json").read_text())["samples"]
