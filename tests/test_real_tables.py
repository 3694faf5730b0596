"""Adapters on the annotation tables that torchxrayvision ships, at their real size.

The package is installed without its dependencies (Makefile) and is never imported: only its data
files are read. Images are not in it; a listing says that they are there.
"""

import collections
import gzip
import importlib
import importlib.util
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from gmai_data.config import Config
from gmai_data.listing import Listing, list_root
from gmai_data.roots import Root
from gmai_data.scan import Scan, scan
from gmai_data.testing import fake_dicom, fake_image

PACKAGE = importlib.util.find_spec("torchxrayvision")
pytestmark = [
    pytest.mark.skipif(PACKAGE is None, reason="needs torchxrayvision's files (make setup)"),
    pytest.mark.slow,
]


def shipped(name: str) -> Path:
    assert PACKAGE is not None
    (folder,) = PACKAGE.submodule_search_locations or ()
    return Path(folder) / "data" / name


def put(root: Path, **names: str) -> None:
    """Unpack shipped tables into ``root`` under the names of the release."""
    for name, packed in names.items():
        (root / f"{name}.csv").write_bytes(gzip.decompress(shipped(packed).read_bytes()))


def scanned(module: str, root: Path, images: Iterable[str]) -> Scan:
    """The scan of a root whose tables are real and whose images are only listed."""
    source = importlib.import_module(f"source_adapters.{module}").SOURCE
    place = Root(source.name, str(root))
    there = list_root(place).paths.to_pylist()
    paths = sorted([*there, *images])
    listing = Listing(pa.array(paths), pa.array([1] * len(paths)), pa.array(["1"] * len(paths)))
    return scan(source, {source.name: place}, listing, Config())


def counted(found: Scan, *fields: str) -> collections.Counter[tuple[str, ...]]:
    """How often each combination of fields occurs among the annotations."""
    notes = found.cases["annotations"].combine_chunks().flatten()
    return collections.Counter(zip(*(notes.field(f).to_pylist() for f in fields), strict=True))


def subjects(found: Scan) -> int:
    return len(set(found.cases["subject"].to_pylist()))


def one_split_each(found: Scan) -> bool:
    pairs = set(zip(*(found.cases[n].to_pylist() for n in ("subject", "split")), strict=True))
    return len(pairs) == subjects(found)


NIH = {  # Wang et al., CVPR 2017, and the release's own README
    "Infiltration": 19_894, "Effusion": 13_317, "Atelectasis": 11_559, "Nodule": 6_331,
    "Mass": 5_782, "Pneumothorax": 5_302, "Consolidation": 4_667, "Pleural_Thickening": 3_385,
    "Cardiomegaly": 2_776, "Emphysema": 2_516, "Edema": 2_303, "Fibrosis": 1_686,
    "Pneumonia": 1_431, "Hernia": 227, "No Finding": 60_361,
}  # fmt: skip


def test_nih_has_its_published_counts_of_images_patients_findings_and_boxes(tmp_path):
    put(tmp_path, Data_Entry_2017_v2020="Data_Entry_2017_v2020.csv.gz",
        BBox_List_2017="BBox_List_2017.csv.gz")  # fmt: skip
    table = pd.read_csv(tmp_path / "Data_Entry_2017_v2020.csv")
    held_out = table["Patient ID"] % 5 == 0  # the official lists are not in the package
    table["Image Index"][held_out].to_csv(tmp_path / "test_list.txt", index=False, header=False)
    table["Image Index"][~held_out].to_csv(
        tmp_path / "train_val_list.txt", index=False, header=False
    )
    images = [f"images_{n % 12 + 1:03d}/images/{i}" for n, i in enumerate(table["Image Index"])]
    found = scanned("nih_chestxray14", tmp_path, images)
    assert (found.cases.num_rows, subjects(found)) == (112_120, 30_805)
    assert found.rejected == ()
    assert one_split_each(found)
    assert found.cases["split"].to_pylist().count("test") == held_out.sum()
    by_kind = counted(found, "kind", "raw")
    assert {raw: n for (kind, raw), n in by_kind.items() if kind == "class"} == NIH
    boxes = pd.read_csv(tmp_path / "BBox_List_2017.csv")
    expected = collections.Counter(boxes["Finding Label"])
    assert {raw: n for (kind, raw), n in by_kind.items() if kind == "boxes"} == expected
    assert sum(expected.values()) == 984


def test_chexpert_keeps_every_uncertain_blank_and_negative_mention_apart(tmp_path):
    put(tmp_path, train="chexpert_train.csv.gz")
    table = pd.read_csv(tmp_path / "train.csv")
    found = scanned("chexpert", tmp_path, [p.split("/", 1)[1] for p in table["Path"]])
    assert (found.cases.num_rows, subjects(found)) == (223_414, 64_540)
    notes = found.cases["annotations"].combine_chunks().flatten()
    stated = collections.Counter(
        (raw, dict(values)["state"])
        for raw, values in zip(
            notes.field("raw").to_pylist(), notes.field("values").to_pylist(), strict=True
        )
    )
    for name in table.columns[5:]:
        for value, state in ((1.0, "present"), (0.0, "absent"), (-1.0, "uncertain")):
            assert stated[name, state] == (table[name] == value).sum(), (name, state)
    assert sum(stated.values()) == table[table.columns[5:]].notna().sum().sum()


def test_padchest_has_the_labels_of_every_list_and_leaves_out_excluded_images(tmp_path):
    name = "PADCHEST_chest_x_ray_images_labels_160K_01.02.19"
    put(tmp_path, **{name: f"{name}.csv.gz"})
    table = pd.read_csv(tmp_path / f"{name}.csv", low_memory=False, keep_default_na=False)
    assert len(table) == 160_861
    found = scanned("padchest", tmp_path, dict.fromkeys(table["ImageID"]))
    assert found.rejected == ()
    lists = [
        [] if cell == "nan" else [item.strip() for item in cell.strip("[]").replace('"', "'")
                                  .split("'")[1::2]]
        for cell in table["Labels"]
    ]  # fmt: skip
    kept = [
        projection != "EXCLUDE" and "exclude" not in items
        for projection, items in zip(table["Projection"], lists, strict=True)
    ]
    assert found.cases.num_rows == sum(kept) == 159_538
    expected = collections.Counter(
        (item,) for items, keep in zip(lists, kept, strict=True) if keep
        for item in dict.fromkeys(items) if item
    )  # fmt: skip
    assert counted(found, "raw") == expected
    assert one_split_each(found)


def test_vinbigdata_has_every_box_of_every_radiologist(tmp_path):
    put(tmp_path, train="vinbigdata-train.csv.gz")
    table = pd.read_csv(tmp_path / "train.csv")
    found = scanned("vinbigdata_chest_kaggle", tmp_path,
                    [f"train/{i}.dicom" for i in table["image_id"].unique()])  # fmt: skip
    assert found.cases.num_rows == 15_000
    boxed = table[table["class_name"] != "No finding"]
    where = ["image_id", "rad_id", "class_name", "x_min", "y_min", "x_max", "y_max"]
    distinct = boxed.drop_duplicates(where)
    by = counted(found, "kind", "raw", "rater")
    assert len(boxed) == 36_096
    assert {(r, d): n for (k, r, d), n in by.items() if k == "boxes"} == dict(
        collections.Counter(zip(distinct["class_name"], distinct["rad_id"], strict=True))
    )
    said = table.drop_duplicates(["image_id", "rad_id", "class_name"])
    assert {(r, d): n for (k, r, d), n in by.items() if k == "class"} == dict(
        collections.Counter(zip(said["class_name"], said["rad_id"], strict=True))
    )


def kaggle_mask(runs: str) -> np.ndarray:
    """The competition's own rule: gap and length in turn, down the columns of 1024 x 1024."""
    flat, at = np.zeros(1024 * 1024, bool), 0
    numbers = [int(n) for n in runs.split()]
    for gap, length in zip(numbers[0::2], numbers[1::2], strict=True):
        at += gap
        flat[at : at + length] = True
        at += length
    return flat.reshape(1024, 1024).T


def test_siim_run_lengths_become_the_masks_that_the_competition_defines(tmp_path):
    from gmai_data.arrow import from_table
    from gmai_data.config import ReadConfig
    from gmai_data.read import read_case
    from gmai_data.read.masks import decode_rle
    from gmai_data.schema import Case

    put(tmp_path, **{"train-rle": "siim-pneumothorax-train-rle.csv.gz"})
    table = pd.read_csv(tmp_path / "train-rle.csv", skipinitialspace=True)
    assert (len(table), table["ImageId"].nunique()) == (12_954, 12_047)
    drawn = table[table["EncodedPixels"] != "-1"]
    several = drawn[drawn["ImageId"].duplicated(keep=False)]["ImageId"].unique()[:8]
    chosen = [*several, *drawn["ImageId"].unique()[:16],
              *table[table["EncodedPixels"] == "-1"]["ImageId"][:6]]  # fmt: skip
    pixels = np.tile(np.arange(1024, dtype=np.uint16) // 4, (1024, 1))
    for image in dict.fromkeys(chosen):
        fake_dicom(tmp_path / "dicom-images-train" / image / image / f"{image}.dcm", pixels,
                   PatientID=image, SOPInstanceUID=image, SOPClassUID="1.2.840.10008.5.1.4.1.1.7",
                   Modality="CR", SeriesInstanceUID=f"{image}.1", StudyInstanceUID=f"{image}.2",
                   RescaleIntercept="0", BodyPartExamined="CHEST")  # fmt: skip
    source = importlib.import_module("source_adapters.siim_acr_pneumothorax").SOURCE
    roots = {source.name: Root(source.name, str(tmp_path))}
    found = scan(source, roots, list_root(roots[source.name]), Config())
    assert found.cases.num_rows == len(set(chosen))
    for case in from_table(Case, found.cases):
        image = case.files[0].path.rpartition("/")[2].removesuffix(".dcm")
        rows = drawn[drawn["ImageId"] == image]["EncodedPixels"]
        (picture,) = read_case(source, case, roots, ReadConfig(max_side=0))
        masks = [decode_rle(label.mask, 1024, 1024) for label in picture.slice.labels if label.mask]
        union = np.logical_or.reduce([kaggle_mask(r) for r in rows]) if len(rows) else None
        if union is None:
            assert not masks
            assert {label.presence for label in picture.slice.labels} == {"absent"}
        else:
            assert np.array_equal(np.logical_or.reduce(masks), union)


def test_every_open_i_report_is_found_and_says_what_its_file_says(tmp_path):
    import tarfile

    import defusedxml.ElementTree as etree

    (tmp_path / "NLMCXR_reports.tgz").write_bytes(shipped("NLMCXR_reports.tgz").read_bytes())
    said, images = {}, {}
    with tarfile.open(tmp_path / "NLMCXR_reports.tgz") as archive:
        for member in archive:
            if not member.name.endswith(".xml"):
                continue
            root = etree.fromstring(archive.extractfile(member).read())
            sections = {
                item.get("Label"): (item.text or "").strip() for item in root.iter("AbstractText")
            }
            for image in root.iter("parentImage"):
                images[f"NLMCXR_png/{image.get('id')}.png"] = Path(member.name).stem
            said[Path(member.name).stem] = sections
    assert (len(said), len(images)) == (3_955, 7_470)
    found = scanned("openi_iu_xray", tmp_path, images)
    assert found.cases.num_rows == 7_470
    assert found.rejected == ()
    assert subjects(found) == len(set(images.values())) == 3_851
    assert one_split_each(found)
    for files, notes in zip(*(found.cases[n].to_pylist() for n in ("files", "annotations")),
                            strict=True):  # fmt: skip
        sections = said[images[files[0]["path"]]]
        texts = {k: v for note in notes if note["state"] == "given" for k, v in note["values"]}
        for name in ("findings", "impression"):
            assert " ".join(texts.get(name, "").split()) == " ".join(
                sections.get(name.upper(), "").split()
            )


def test_words_built_on_real_reports_hold_no_trace_of_what_was_cut_out_of_them(tmp_path):
    import json
    import re
    import tarfile

    from gmai_data.build import build

    data = tmp_path / "data" / "openi-iu-xray"
    data.mkdir(parents=True)
    (data / "NLMCXR_reports.tgz").write_bytes(shipped("NLMCXR_reports.tgz").read_bytes())
    marked = 0
    with tarfile.open(data / "NLMCXR_reports.tgz") as archive:
        for member in [m for m in archive if m.name.endswith(".xml")][:300]:
            text = archive.extractfile(member).read().decode()
            marked += "XXXX" in text
            for image in re.findall('parentImage id="([^"]+)"', text):
                fake_image(data / "NLMCXR_png" / f"{image}.png", (48, 40))
    assert marked > 200
    out = tmp_path / "out"
    # pictures of 300 reports stand for the release's 7,470
    build(
        Config(
            sources=("openi-iu-xray",), data=str(data.parent), out=str(out), workers=1,
            max_rejected=1.0,
        )
    )  # fmt: skip
    words = []
    for shard in sorted(out.glob("shards/*/*.tar")):
        with tarfile.open(shard) as archive:
            for member in archive:
                if member.name.endswith(".json"):
                    record = json.loads(archive.extractfile(member).read())
                    words += [turn["value"] for turn in record["conversations"]]
    assert len(words) > 600
    assert not [text for text in words if re.search("X{2,}|___", text)]
