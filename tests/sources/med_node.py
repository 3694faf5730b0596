"""MED-NODE: two folders of photographs; a Thumbs.db of Windows."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=3, subjects=3, annotations={"class": 3}, names=("melanoma", "melanocytic naevus")
)


def make(root: Path) -> None:
    top = root / "complete_mednode_dataset"
    for kind, name in (("melanoma", "1131221"), ("melanoma", "1137889"), ("naevus", "1063742")):
        fake_image(top / kind / f"{name}.jpg", (90, 70))
    (top / "naevus" / "Thumbs.db").write_bytes(b"junk of Windows")
