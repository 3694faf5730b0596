"""PolypGen: six centres, JPEG masks, a stray text file, an image without a mask, sequences."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_text

EXPECTED = Expected(cases=7, subjects=7, names=("polyp",))


def make(root: Path) -> None:
    top = root / "PolypGen2021_MultiCenterData_v3"
    size = (96, 80)
    for centre, stem, masked in (
        (1, "100H0050", True),
        (1, "100H0051", True),
        (3, "C3_EndoCV2021_00153", True),
        (3, "C3_EndoCV2021_00489_", True),  # its mask has one underscore less
        (6, "EndoCV2021_C6_0100001", False),
    ):
        part = top / f"data_C{centre}"
        fake_image(part / f"images_C{centre}" / f"{stem}.jpg", size)
        if masked:
            fake_mask(part / f"masks_C{centre}" / f"{stem}_mask.jpg", size, {255: (20, 20, 70, 60)})
            box = f"{stem}.txt" if centre in (2, 3) else f"{stem}_mask.txt"
            write_text(part / f"bbox_C{centre}" / box, "polyp 20 20 70 60\n")
            fake_image(part / f"bbox_image_C{centre}" / f"{stem}_mask_bbox.jpg", size)
    write_text(top / "data_C1" / "masks_C1" / "list.txt", "100H0050\n")
    positive = top / "sequenceData" / "positive" / "seq1"
    fake_image(positive / "images_seq1" / "C1_100S0001_t0001.jpg", size)
    fake_mask(positive / "masks_seq1" / "C1_100S0001_t0001_mask.jpg", size, {255: (30, 30, 60, 60)})
    negative = top / "sequenceData" / "negativeOnly" / "seq1_neg"
    fake_image(negative / "EndoCV_DATA3_neg_1.jpg", size)
