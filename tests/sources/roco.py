from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

# One link is dead: its caption has no image. Figures that are no radiology stay out.
EXPECTED = Expected(
    cases=4, subjects=3, splits={"test": 1, "train": 2, "val": 1}, annotations={"caption": 4},
    rejected=1,
)  # fmt: skip

ROWS = {
    "train/radiology": [
        ("ROCO_00002", "PMC4083729", "Computed tomography scan in axial view showing obliteration "
         "of the left maxillary sinus"),
        ("ROCO_00003", "PMC4083729", "Bacterial contamination occurred after completion of root "
         "canal treatment in the tooth, which remained with a temporary filling for 15 months."),
        ("ROCO_00004", "PMC9999999", "Panoramic radiograph after extraction."),  # never fetched
    ],
    "train/non-radiology": [("ROCO_00020", "PMC2740912", "Flow diagram of the study.")],
    "validation/radiology": [("ROCO_00007", "PMC3970251", "Chest X-ray: free air, both sides")],
    "test/radiology": [("ROCO_00009", "PMC2837471", "T2-weighted MRI of the knee")],
}  # fmt: skip


def make(root: Path) -> None:
    for place, rows in ROWS.items():
        top = root / "data" / place
        write_text(top / "captions.txt", "".join(f"{n}\t{text}\n" for n, _, text in rows))
        write_text(top / "keywords.txt", "".join(f"{n}\tscan\tview\n" for n, _, _ in rows))
        write_text(top / "cuis.txt", "".join(f"{n}\tC0040405\tC0238767\n" for n, _, _ in rows))
        write_text(top / "licences.txt", "".join(f"{n}\t{a}\tCC BY\n" for n, a, _ in rows))
        write_text(
            top / "dlinks.txt",
            "".join(
                f"{n}\twget -r ftp://ftp.example.org/pub/pmc/oa_package/0e/d9/{a}.tar.gz -O "
                f"{a}.tar.gz\t{a}\n"
                for n, a, _ in rows
            ),
        )
        for name, article, _ in rows:
            if article != "PMC9999999":
                fake_image(top / f"images/{name}.jpg")
