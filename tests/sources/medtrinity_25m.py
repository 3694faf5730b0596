"""MedTrinity-25M: parquet shards of the demo, pictures in the rows, machine-written captions."""

from pathlib import Path

from gmai_data.testing import Expected, fake_bytes, write_parquet

EXPECTED = Expected(cases=3, subjects=3, splits={"train": 3}, annotations={"caption": 3})


def make(root: Path) -> None:
    rows = [
        ("0a1b2c-1", "The image is a chest CT in axial plane. The region of interest, in the upper "
         "left of the image, shows a nodule."),
        ("0a1b2c-2", "The picture is a histopathological slide of breast tissue with atypical "
         "nuclei in the centre."),
        ("9f8e7d-3", "The image is a frontal chest radiograph without focal consolidation."),
    ]  # fmt: skip
    for shard, part in enumerate((rows[:2], rows[2:])):
        write_parquet(
            root / f"25M_demo/train-0000{shard}-of-00002.parquet",
            [{"image": fake_bytes(seed=i), "id": i, "caption": text} for i, text in part],
        )
