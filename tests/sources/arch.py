from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(
    cases=3, subjects=3, splits={"train": 3}, annotations={"caption": 3}, rejected=1
)


def make(root: Path) -> None:
    books = {
        "0": ("00", "A", "Papillary thyroid carcinoma with grooved nuclei.", "0a-1b-2c", "png"),
        "1": ("00", "B", "The same tumour, psammoma bodies.", "0a-1b-3d", "jpg"),
        "2": ("01", "Single", "A caption whose image is not there.", "0a-1b-4e", ""),
    }
    write_json(
        root / "books_set/captions.json",
        {
            row: {"figure_id": figure, "letter": letter, "caption": caption, "uuid": uuid}
            for row, (figure, letter, caption, uuid, _) in books.items()
        },
    )
    for _, _, _, uuid, suffix in books.values():
        if suffix:
            fake_image(root / f"books_set/images/{uuid}.{suffix}")
    write_json(
        root / "pubmed_set/captions.json",
        {"0": {"caption": "Granuloma in a lymph node.", "uuid": "9f-8e-7d"}},
    )
    fake_image(root / "pubmed_set/images/9f-8e-7d.jpg")
