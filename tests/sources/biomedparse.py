"""BiomedParseData: a twice-nested folder per origin, a binary mask per image and target."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_json

EXPECTED = Expected(
    cases=5,
    subjects=4,
    splits={"test": 2, "train": 3},
    annotations={"mask": 6},
    names=("liver", "left kidney", "optic disc"),
)


def make(root: Path) -> None:
    def put(top: Path, split: str, image: str, size: tuple[int, int], *targets: str) -> None:
        fake_image(top / split / f"{image}.png", size, mode="RGB")
        for k, target in enumerate(targets):
            box = (10 + 5 * k, 10, 40 + 5 * k, 40)
            fake_mask(top / f"{split}_mask/{image}_{target}.png", size, {255: box})

    size = (64, 64)
    abdomen = root / "amos22/amos22/CT"
    put(abdomen, "train", "amos_0004_46_CT_abdomen", size, "liver", "left+kidney")
    put(abdomen, "train", "amos_0328_80_CT_abdomen", size, "liver")  # of the patient in test
    put(abdomen, "test", "amos_0328_87_CT_abdomen", size, "liver")
    put(root / "LGG/LGG", "train", "TCGA_HT_A61B_19991127_8_MRI-FLAIR_brain", size, "brain+tumor")
    fundus = root / "REFUGE/REFUGE"
    put(fundus, "train", "g0001_fundus_retinal", size, "optic+disc")
    for top in (abdomen, fundus):
        for split in ("train", "test"):
            write_json(top / f"{split}.json", {"images": [], "annotations": []})
