"""M3D-RefSeg: CT of TotalSegmentator with described regions, a number of the mask per question."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json, write_table, write_text

EXPECTED = Expected(cases=3, subjects=3, splits={"test": 1, "train": 2})


def make(root: Path) -> None:
    top = root / "M3D_RefSeg"
    header = ["Image", "Mask", "Mask_ID", "Question_Type", "Question", "Answer"]
    rows: dict[str, list[list[object]]] = {"train": [], "test": []}
    boxes = {1: (8, 16, 8, 16, 4, 10), 2: (18, 26, 18, 26, 6, 12)}
    for case, split in (("s0000", "train"), ("s0100", "train"), ("s0561", "test")):
        image, mask = fake_volume((32, 32, 16), boxes, seed=case)
        fake_nifti(top / case / "ct.nii.gz", image, spacing_mm=(1.5, 1.5, 1.5))
        fake_nifti(top / case / "mask.nii.gz", mask, spacing_mm=(1.5, 1.5, 1.5))
        write_json(top / case / "text.json", {"1": "Cyst of the liver.", "2": "Enlarged node."})
        write_text(top / case / "text_zh.txt", "1：肝囊肿。\n2：淋巴结肿大。\n")
        for number, what in ((1, "the cyst of the liver"), (2, "the enlarged lymph node")):
            rows[split].append(
                [f"{case}/ct.nii.gz", f"{case}/mask.nii.gz", number, 0,
                 f"Can you segment {what} in this image?", "Sure, it is [SEG]."]
            )  # fmt: skip
    for split, found in rows.items():
        write_table(root / f"M3D_RefSeg_{split}.csv", header, found)
