from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=4, subjects=2, annotations={"caption": 4})


def make(root: Path) -> None:
    slides = {
        "000aa11": ("Well differentiated tubular adenocarcinoma", "On the superficial epithelium, "
                    "tubular adenocarcinoma with a medium-sized duct is observed."),
        "000bb22": ("Poorly differentiated adenocarcinoma, non-solid type", "Atypical cells with "
                    "poor cohesion infiltrate the stroma."),
    }  # fmt: skip
    write_table(
        root / "captions.csv",
        ["id", "subtype", "text"],
        [(name, *texts) for name, texts in slides.items()],
    )
    for name in slides:
        for patch in ("c0ffee", "decade"):
            fake_image(root / f"patches_captions/{name}_{patch}.jpg", (48, 48))
