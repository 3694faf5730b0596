"""Exports, read as each trainer reads them: every sample once, boxes where they were drawn."""

import collections
import hashlib
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
import yaml
from PIL import Image

from gmai_data.build import build
from gmai_data.config import Config
from gmai_data.errors import CheckFailedError, UsageError
from gmai_data.export import FORMATS, boxes, export, rows
from gmai_data.mix import mix
from gmai_data.verify import verify
from tests.command_line import gmai_data
from tests.toy_source import contents

FAKE = ("bccd-voc", "busi", "cmexam", "cmtmedqa")  # boxes, masks, text, dialogues
JSON = ("llava", "internvl", "qwen-vl", "qwen2-vl", "llamafactory", "swift")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build with pictures and text, boxes, several turns, three splits, two languages."""
    place = tmp_path_factory.mktemp("built")
    for name in FAKE:
        module = importlib.import_module(f"tests.sources.{name.replace('-', '_')}")
        module.make(place / "data" / name)
    build(Config(sources=FAKE, data=str(place / "data"), out=str(place / "out"), workers=1))
    return place / "out"


@pytest.fixture(scope="module")
def exported(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The build in every form."""
    place = tmp_path_factory.mktemp("exported")
    for form in FORMATS:
        export(str(built), form, str(place / form))
    return {form: place / form for form in FORMATS}


@pytest.fixture(scope="module")
def records(built: Path) -> dict[str, dict]:
    found = {}
    for path in (built / "shards").rglob("*.tar"):
        with tarfile.open(path) as tar:
            for member in tar:
                if member.name.endswith(".json"):
                    record = json.load(tar.extractfile(member))
                    found[record["id"]] = record
    return found


def lines(out: Path, split: str = "train") -> list[dict]:
    if (out / f"{split}.json").exists():
        return json.loads((out / f"{split}.json").read_text())
    return [json.loads(line) for line in (out / f"{split}.jsonl").read_text().splitlines()]


def texts(row: dict) -> list[str]:
    turns = row.get("conversations") or row["messages"]
    return [turn.get("value", turn.get("content")) for turn in turns]


@pytest.mark.parametrize("form", JSON)
def test_every_sample_is_in_the_file_of_its_split_with_licence_and_source(
    exported: dict, records: dict, form: str
) -> None:
    seen = set()
    for split in ("train", "val", "test"):
        for row in lines(exported[form], split):
            record = records[row["id"]]
            assert record["split"] == split
            for name in ("source", "license", "subset", "language", "task", "modality"):
                assert row[name] == record[name]
            assert len(texts(row)) == len(record["conversations"])
            seen.add(row["id"])
    assert seen == set(records)


@pytest.mark.parametrize("form", JSON)
def test_images_are_the_builds_own_and_text_has_none(
    exported: dict, records: dict, form: str
) -> None:
    names = set()
    for row in lines(exported[form]):
        record = records[row["id"]]
        given = row.get("images", [row["image"]] if "image" in row else [])
        assert len(given) == bool(record["image"])
        assert sum(text.count("<image>") for text in texts(row)) == len(given)
        for name in given:
            path = exported[form] / name  # an absolute name stays what it is
            assert hashlib.sha256(path.read_bytes()).hexdigest() == record["image_sha256"]
            with Image.open(path) as picture:
                assert picture.size == (record["width"], record["height"])
            names.add(path)
    pictures = {record["image_sha256"] for record in records.values() if record["image"]}
    assert len([p for p in (exported[form] / "images").rglob("*.*")]) == len(pictures)
    assert len(names) < len(lines(exported[form]))


def named_boxes(records: dict, row: dict) -> list[tuple[float, ...]]:
    """Boxes of the record in thousandths, unrounded."""
    record = records[row["id"]]
    size = (record["width"], record["height"]) * 2
    return [
        tuple(1000 * c / s for c, s in zip(named["box"], size, strict=True))
        for named in record["boxes"]
    ]


@pytest.mark.parametrize(
    ("form", "pattern"),
    [
        ("internvl", r"\[(\d+), (\d+), (\d+), (\d+)\]"),
        ("llamafactory", r"\[(\d+), (\d+), (\d+), (\d+)\]"),
        ("qwen-vl", r"\[(\d+), (\d+), (\d+), (\d+)\]"),
        ("qwen2-vl", r"\((\d+),(\d+)\),\((\d+),(\d+)\)"),
    ],
)
def test_boxes_are_thousandths_of_what_the_record_says(
    exported: dict, records: dict, form: str, pattern: str
) -> None:
    spoken = 0
    for row in lines(exported[form]):
        found = [tuple(map(int, box)) for text in texts(row) for box in re.findall(pattern, text)]
        drawn = named_boxes(records, row)
        for box in found:
            assert any(
                max(abs(a - b) for a, b in zip(box, known, strict=True)) <= 0.5 for known in drawn
            )
        spoken += len(found)
        assert not any(re.search(r"0\.\d\d, ", text) for text in texts(row))
    there = sum(
        turn["value"].count("<box>")
        for record in records.values()
        if record["split"] == "train"
        for turn in record["conversations"]
    )
    assert spoken == there > 10


def test_llava_keeps_the_papers_two_decimals(exported: dict, records: dict) -> None:
    for row in lines(exported["llava"]):
        assert row["conversations"] == records[row["id"]]["conversations"]
    assert any("<box> [[0." in text for row in lines(exported["llava"]) for text in texts(row))


def test_swift_grounds_in_pixels_what_the_text_leaves_open(exported: dict, records: dict) -> None:
    # Placeholders are filled in order of appearance (ms-swift, custom dataset, grounding).
    grounded = [row for row in lines(exported["swift"]) if "objects" in row]
    assert grounded
    for row in lines(exported["swift"]):
        held = row.get("objects", {"ref": [], "bbox": []})
        said = "".join(texts(row))
        assert said.count("<bbox>") == len(held["bbox"])
        assert said.count("<ref-object>") == len(held["ref"])
        assert not re.search(r"</?(box|ref)>|x1, y1", said)
        drawn = [named["box"] for named in records[row["id"]]["boxes"]]
        assert all(box in drawn for box in held["bbox"])
        roles = [turn["role"] for turn in row["messages"]]
        assert roles == ["user", "assistant"] * (len(roles) // 2)


def test_qwen_answers_of_boxes_alone_are_json(exported: dict) -> None:
    answers = [
        turn["value"]
        for row in lines(exported["qwen-vl"])
        for turn in row["conversations"]
        if turn["from"] == "gpt" and "bbox_2d" in turn["value"]
    ]
    assert answers
    for answer in answers:
        for one in json.loads(answer):
            assert one.keys() == {"bbox_2d", "label"}
            assert one["bbox_2d"][0] < one["bbox_2d"][2] <= 1000


RECORD = {
    "language": "en", "width": 200, "height": 100, "image": "k.png",
    "boxes": [{"name": "liver", "box": [20.4, 10, 100.7, 61]}],
}  # fmt: skip
SAID = "<ref>liver</ref><box> [[0.10, 0.10, 0.50, 0.61]]</box>"


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        (boxes.thousandths, SAID, "<ref>liver</ref><box>[[102, 100, 504, 610]]</box>"),
        (boxes.thousandths, "See <box> [[0.1, 0.1, 0.2, 0.2], [0, 0, 1, 1]]</box>.",
         "See <box>[[100, 100, 200, 200], [0, 0, 1000, 1000]]</box>."),
        (boxes.thousandths, "The <ref>liver</ref>.", "The <ref>liver</ref>."),
        (boxes.qwen, SAID, '[{"bbox_2d": [102, 100, 504, 610], "label": "liver"}]'),
        (boxes.qwen, "At <box> [[0.10, 0.10, 0.50, 0.61]]</box>?", "At [102, 100, 504, 610]?"),
        (boxes.qwen, "The <ref>liver</ref>.", "The liver."),
        (boxes.qwen2, SAID, "<|object_ref_start|>liver<|object_ref_end|>"
         "<|box_start|>(102,100),(504,610)<|box_end|>"),
        (boxes.qwen2, "<ref>肝</ref>", "<|object_ref_start|>肝<|object_ref_end|>"),
        (boxes.as_written, SAID, SAID),
    ],
)  # fmt: skip
def test_a_box_in_each_convention(form, text: str, expected: str) -> None:
    assert form(text, RECORD) == expected


def test_a_box_that_the_record_does_not_have_is_taken_from_the_text() -> None:
    found = boxes.swift(["It is at <box> [[0.25, 0.50, 0.75, 1.00]]</box>."], RECORD)
    assert found == (["It is at <bbox>."], [], [[50.0, 50.0, 150.0, 100.0]])
    zh = boxes.swift(["输出肝的归一化坐标 [[x1, y1, x2, y2]]。"], {**RECORD, "language": "zh"})
    assert zh == (["输出肝的边界框。"], [], [])


def test_text_with_angle_brackets_and_no_image_is_left_as_it_is() -> None:
    record = {
        **dict.fromkeys(("id", "source", "license", "subset", "task", "modality"), "x"),
        "language": "en", "image": "", "width": 0, "height": 0, "boxes": [],
        "conversations": [
            {"from": "human", "value": "What is <box> [[0.1, 0.1, 0.2, 0.2]]</box> in HTML?"},
            {"from": "gpt", "value": "A tag."},
        ],
    }  # fmt: skip
    for form in (rows.internvl, rows.qwen_vl, rows.qwen2_vl, rows.llamafactory):
        assert form(record, "")["conversations"] == record["conversations"]
    assert rows.swift(record, "")["messages"][0]["content"] == record["conversations"][0]["value"]


def test_internvl_finds_its_files_by_the_meta_file(exported: dict) -> None:
    # internvl_chat_finetune.py: meta["annotation"] must end in .jsonl, images are root + image.
    for split in ("train", "val"):
        (meta,) = json.loads((exported["internvl"] / f"meta-{split}.json").read_text()).values()
        assert meta["annotation"].endswith(".jsonl")
        found = Path(meta["annotation"]).read_text().splitlines()
        assert len(found) == meta["length"]
        assert isinstance(meta["repeat_time"], int)
        for line in found:
            row = json.loads(line)
            if row.get("image"):
                assert os.path.exists(os.path.join(meta["root"], row["image"]))
                assert row["width"]
                assert row["height"]
                assert "<image>" in row["conversations"][0]["value"]


def test_llamafactory_finds_its_files_by_dataset_info(exported: dict) -> None:
    # data/converter.py, SharegptDatasetConverter: turns alternate, the user begins.
    folder = exported["llamafactory"]
    info = json.loads((folder / "dataset_info.json").read_text())
    assert set(info) == {"gmai_data_train", "gmai_data_val", "gmai_data_test"}
    entry = info["gmai_data_train"]
    assert entry["formatting"] == "sharegpt"
    for line in (folder / entry["file_name"]).read_text().splitlines():
        row = json.loads(line)
        turns = row[entry["columns"]["messages"]]
        speakers = [turn[entry["tags"]["role_tag"]] for turn in turns]
        assert speakers == ["human", "gpt"] * (len(turns) // 2)
        media = row[entry["columns"]["images"]]
        assert all((folder / name).is_file() for name in media)


def test_qwen_consumes_every_placeholder(exported: dict) -> None:
    # qwenvl/data/data_processor.py, _build_messages: as many <image> in user turns as images.
    for form in ("qwen-vl", "qwen2-vl"):
        for row in lines(exported[form]):
            pool = [row["image"]] if row.get("image") else []
            for turn in row["conversations"]:
                parts = re.split(r"(<image>|<video>)", turn["value"])
                if turn["from"] == "human":
                    for part in parts:
                        if part == "<image>":
                            assert (exported[form] / pool.pop()).exists()
                else:
                    assert parts == [turn["value"]]
            assert not pool


@pytest.mark.slow
def test_datasets_reads_the_parquet_by_its_card_and_without(
    exported: dict, records: dict, tmp_path: Path
) -> None:
    from datasets import Image as ImageFeature
    from datasets import get_dataset_config_names, load_dataset

    out, cache = exported["hf"], str(tmp_path / "cache")
    configs = get_dataset_config_names(str(out))
    assert set(configs) == {"caption", "percept", "instruct", "text-single", "text-multi"}
    seen = set()
    for config in configs:
        for split, found in load_dataset(str(out), config, cache_dir=cache).items():
            for row in found:
                record = records[row["id"]]
                assert (record["subset"], record["split"]) == (config, split)
                assert (row["image"] is None) == (not record["image"])
                assert row["image"] is None or row["image"].size[0] == record["width"]
                assert row["conversations"] == record["conversations"]
                assert row["license"] == record["license"]
                assert row["boxes"] == record["boxes"]
                assert [m["role"] for m in row["messages"]] == [t["role"] for t in record["turns"]]
                assert [m["content"] for m in row["messages"]] == [
                    t["text"] for t in record["turns"]
                ]
                seen.add(row["id"])
    assert seen == set(records)
    alone = str(out / "data/caption/train-00000.parquet")
    found = load_dataset("parquet", data_files=alone, split="train", cache_dir=cache)
    assert isinstance(found.features["image"], ImageFeature)


COOK = """
import sys
from megatron.energon import (
    Cooker, DefaultTaskEncoder, Sample, WorkerConfig, basic_sample_keys, edataclass, get_loader,
    get_train_dataset, stateless,
)

@edataclass
class Picture(Sample):
    image: object
    record: dict

@stateless
def cook(sample):
    image = sample.get("png", sample.get("jpg"))
    return Picture(**basic_sample_keys(sample), image=image, record=sample["json"])

class Encoder(DefaultTaskEncoder):
    cookers = [Cooker(cook)]

    def __init__(self):
        super().__init__(batch_type=list, raw_batch_type=list)

    @stateless
    def batch(self, samples):
        return samples

    @stateless
    def encode_batch(self, batch):
        return batch

found = get_train_dataset(
    sys.argv[1], worker_config=WorkerConfig(rank=0, world_size=1, num_workers=0), batch_size=4,
    shuffle_buffer_size=10, max_samples_per_sequence=10, task_encoder=Encoder(), repeat=False,
)
for batch in get_loader(found):
    for one in batch:
        print(one.record["id"], one.image is not None)
"""


@pytest.mark.slow
def test_energon_itself_reads_each_sample_once(built: Path, records: dict, tmp_path: Path) -> None:
    pytest.importorskip("megatron.energon", reason="needs megatron-energon, which needs PyTorch")
    out = tmp_path / "energon"
    export(str(built), "energon", str(out))
    prepare = ["from megatron.energon.cli.main import main; main()", "prepare", str(out)]
    options = ["--tar-index-only", "--num-workers", "1", "--no-progress"]
    subprocess.run([sys.executable, "-c", *prepare, *options], check=True)
    run = subprocess.run(
        [sys.executable, "-c", COOK, str(out)], check=True, capture_output=True, text=True
    )
    seen = collections.Counter(tuple(line.split()) for line in run.stdout.splitlines())
    train = [record for record in records.values() if record["split"] == "train"]
    assert seen == {(record["id"], str(bool(record["image"]))): 1 for record in train}


def test_energons_description_names_every_shard_with_its_samples(
    exported: dict, built: Path
) -> None:
    # Keys as in megatron/energon/flavors/webdataset/structs.py: WebdatasetSplits, WebdatasetInfo.
    out = exported["energon"]
    meta = out / ".nv-meta"
    assert yaml.safe_load((meta / "dataset.yaml").read_text()) == {
        "__module__": "megatron.energon", "__class__": "CrudeWebdataset"
    }  # fmt: skip
    splits = yaml.safe_load((meta / "split.yaml").read_text())
    assert splits.keys() == {"exclude", "split_parts"}
    counts = json.loads((meta / ".info.json").read_text())["shard_counts"]
    for split, names in splits["split_parts"].items():
        for name in names:
            assert f"-{split}-" in name
            assert (out / name).read_bytes() == (built / name).read_bytes()
            with tarfile.open(out / name) as tar:
                assert len([n for n in tar.getnames() if n.endswith(".json")]) == counts[name]


def test_a_mix_is_exported_in_its_order_copies_and_all(built: Path, tmp_path: Path) -> None:
    (tmp_path / "r.toml").write_text("copies = 2\nshards = 2\n[subsets]\npercept = 2\n")
    mix(str(built), str(tmp_path / "r.toml"), str(tmp_path / "mix"))
    export(str(tmp_path / "mix"), "swift", str(tmp_path / "swift"))
    ids = [row["id"] for row in lines(tmp_path / "swift")]
    members = []
    for path in sorted((tmp_path / "mix/shards").iterdir()):
        with tarfile.open(path) as tar:
            members += [n.removesuffix(".json") for n in tar.getnames() if n.endswith(".json")]
    assert ids == members
    assert sum(name.endswith("-r1") for name in ids) == len(ids) // 2
    export(str(tmp_path / "mix"), "hf", str(tmp_path / "hf"))
    assert (tmp_path / "hf/data/default/train-00000.parquet").exists()


def test_only_the_splits_that_are_asked_for(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    run = gmai_data(
        "export", str(built), "--format", "llava", "--out", str(out), "--splits", "train", "--json"
    )
    assert run.returncode == 0, run.stderr
    assert list(json.loads(run.stdout)["samples"]) == ["train"]
    assert {path.name for path in out.glob("*.json")} == {"train.json", "manifest.json"}
    with pytest.raises(UsageError, match="not this export"):
        export(str(built), "llava", str(out))


def test_the_same_command_again_finds_it_done(exported: dict, built: Path) -> None:
    before = contents(exported["internvl"])
    assert not export(str(built), "internvl", str(exported["internvl"])).written
    assert contents(exported["internvl"]) == before


@pytest.mark.fault("a broken shard", "export", "no manifest; the rest after repair")
def test_a_broken_shard_leaves_no_finished_export_and_the_next_run_ends_it(
    built: Path, exported: dict, tmp_path: Path
) -> None:
    copy = tmp_path / "build"
    shutil.copytree(built, copy, ignore=shutil.ignore_patterns("work"))
    shard = copy / "shards/percept/busi-train-00000.tar"
    whole = shard.read_bytes()
    shard.write_bytes(whole[: len(whole) // 2])
    out = tmp_path / "o"
    with pytest.raises(CheckFailedError, match="cannot be read"):
        export(str(copy), "llava", str(out))
    assert not (out / "manifest.json").exists()
    assert not (out / "train.json").exists()
    shard.write_bytes(whole)
    assert export(str(copy), "llava", str(out)).written
    assert contents(out) == contents(exported["llava"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "lava"), "--format lava is not known. Did you mean llava?"),
        (
            ("--format", "llava", "--splits", "dev"),
            "has no samples in dev. It has train, val, test",
        ),
    ],
)
def test_a_mistake_is_a_sentence(
    built: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    run = gmai_data("export", str(built), *arguments, "--out", str(tmp_path / "o"))
    assert run.returncode == 2
    assert said in run.stderr
    assert not (tmp_path / "o").exists()


def test_a_folder_with_something_else_is_left_alone(built: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("mine")
    with pytest.raises(UsageError, match="is not empty"):
        export(str(built), "llava", str(tmp_path))
    with pytest.raises(UsageError, match="is the build itself"):
        export(str(built), "llava", str(built))


def test_an_export_is_no_build(exported: dict, tmp_path: Path) -> None:
    out = str(exported["llava"])
    with pytest.raises(UsageError, match="is an export itself"):
        export(out, "swift", str(tmp_path / "o"))
    with pytest.raises(UsageError, match="is no build"):
        mix(out, "stage1", str(tmp_path / "m"))
    with pytest.raises(UsageError, match="Verify the build or the mix"):
        verify(out)
    with pytest.raises(UsageError, match=r"Name a folder; the build may lie in a store\."):
        export(out, "llava", "s3://bucket/out")
