from pathlib import Path
from zipfile import ZipFile

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(cases=3, subjects=2, splits={"train": 3}, annotations={"caption": 3})

CAPTIONS = {
    "PMC9000001_fig1_0.jpg": "(A) Axial CT before surgery.",
    "PMC9000001_fig1_1.jpg": "(B) Axial CT six months after surgery.",
    "PMC9000002_Fig2_HTML_3.jpg": "Immunohistochemistry for CD20.",
}


def make(root: Path) -> None:
    write_json(
        root / "pmc_oa.jsonl",
        [{"image": name, "caption": text} for name, text in CAPTIONS.items()],
        lines=True,
    )
    with ZipFile(root / "images.zip", "w") as archive:
        for name in CAPTIONS:
            fake_image(root / name)
            archive.write(root / name, f"caption_T060_filtered_top4_sep_v0_subfigures/{name}")
            (root / name).unlink()
