"""Sources that read real images out of installed packages: what a first build holds."""

import io
import json
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pydicom
import pytest
from PIL import Image

from gmai_data.build import build
from gmai_data.config import Config

Member = tuple[dict[str, Any], Image.Image]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundled") / "out"
    build(Config(out=str(folder), workers=1))
    return folder


@pytest.fixture(scope="module")
def members(out: Path) -> list[Member]:
    return list(_members(out))


def _members(out: Path) -> Iterator[Member]:
    for shard in sorted(out.glob("shards/*/*.tar")):
        with tarfile.open(shard) as tar:
            by_name = {m.name: tar.extractfile(m).read() for m in tar}  # type: ignore[union-attr]
        for name, content in by_name.items():
            if name.endswith(".json"):
                record = json.loads(content)
                image = by_name[f"{record['key']}.{record['encoding']}"]
                yield record, Image.open(io.BytesIO(image))


def _one(members: list[Member], source: str, **known: Any) -> Member:
    for record, image in members:
        if record["source"] == source and all(record[k] == v for k, v in known.items()):
            return record, image
    raise AssertionError(f"no sample of {source} with {known}")


def test_every_ultrasound_with_a_name_burned_in_is_rejected_and_none_is_packed(
    out: Path, members: list[Member]
) -> None:
    rows = pq.read_table(out / "rejected" / "pydicom-ultrasound.parquet").to_pylist()
    assert {(Path(r["path"]).name, r["kind"], r["rule"]) for r in rows} == {
        (f"examples_{name}.dcm", "policy", "burned-in-identity")
        for name in ("palette", "rgb_color", "jpeg2k", "ybr_color")
    }
    assert not any(record["source"] == "pydicom-ultrasound" for record, _ in members)


def test_a_segmentation_without_its_images_is_rejected_by_name(out: Path) -> None:
    rows = pq.read_table(out / "rejected" / "pydicom-liver-seg.parquet").to_pylist()
    assert [(r["path"], r["rule"]) for r in rows] == [("liver_1frame.dcm", "not-a-picture")]


def test_no_identifier_of_a_header_leaves_with_a_record(members: list[Member]) -> None:
    folder = Path(pydicom.__file__).parent / "data" / "test_files"
    said = "\n".join(json.dumps(record) for record, _ in members)
    used = [
        p
        for n in ("CT_small", "MR_small", "693_", "J2K_p", "examples_")
        for p in folder.glob(f"{n}*.dcm")
    ]
    assert len(used) > 6
    for path in used:
        header = pydicom.dcmread(path, stop_before_pixels=True, force=True)
        for tag in ("PatientName", "PatientID", "StudyInstanceUID", "InstitutionName"):
            value = str(header.get(tag) or "")
            assert len(value) < 4 or value not in said, f"{path.name}: {tag}"


def test_the_brain_lies_in_radiological_display(members: list[Member]) -> None:
    record, image = _one(members, "nibabel-mr", plane="axial")
    assert record["orientation"] == "L\\P"
    assert record["display"] == "radiological"
    assert image.mode == "L"


def test_spacing_is_that_of_the_stored_picture(members: list[Member]) -> None:
    for record, image in members:
        assert (record["width"], record["height"]) == image.size
    record, _ = _one(members, "pydicom-ct", width=128, height=128)
    assert record["spacing_mm"] == pytest.approx([0.661468, 0.661468])


def test_a_ct_is_windowed_in_hounsfield_units(members: list[Member]) -> None:
    record, image = _one(members, "pydicom-ct", width=128, height=128)
    assert "50/400 HU" in record["window"]
    hounsfield = pydicom.examples.ct.pixel_array.astype(float) - 1024
    shown = np.asarray(image, float)
    for low, high, grey in ((-2000, -151, 0), (251, 4000, 255)):
        picked = (hounsfield >= low) & (hounsfield <= high)
        assert picked.any()
        assert (shown[picked] == grey).all()
    middle = (hounsfield > 45) & (hounsfield < 55)
    assert np.abs(shown[middle] - 127.5).max() < 5


def test_a_picture_that_is_already_right_is_not_encoded_again(members: list[Member]) -> None:
    _, image = _one(members, "skimage-ihc")
    import skimage

    original = Image.open(Path(skimage.__file__).parent / "data" / "ihc.png")
    assert (np.asarray(image) == np.asarray(original.convert("RGB"))).all()


def test_both_languages_say_the_same_number_of_things(members: list[Member]) -> None:
    by_language = {
        language: sorted((r["slice"], r["task"]) for r, _ in members if r["language"] == language)
        for language in ("en", "zh")
    }
    assert by_language["en"] == by_language["zh"]


def test_every_answer_names_the_facts_it_rests_on(members: list[Member]) -> None:
    for record, _ in members:
        facts = {fact["id"] for fact in record["facts"]}
        for turn in record["turns"]:
            assert set(turn["evidence"]) <= facts
        assert any(t["evidence"] for t in record["turns"] if t["role"] == "assistant"), record
