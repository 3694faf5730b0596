from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(
    cases=3, subjects=3, splits={"test": 1, "train": 1, "val": 1}, annotations={"report": 3}
)

REPORTS = {
    "train": ("CXR90001_IM-0001", "The heart is normal in size. The lungs are clear."),
    "val": (
        "CXR90002_IM-0652-1001",
        "No pneumothorax or pleural effusion. XXXX degenerative changes.",
    ),
    "test": ("CXR90003_IM-0942", "Stable cardiomegaly. No focal consolidation."),
}


def make(root: Path) -> None:
    top = root / "iu_xray"
    document: dict[str, list[dict[str, object]]] = {}
    for part, (name, text) in REPORTS.items():
        paths = [f"{name}/{k}.png" for k in (0, 1)]
        for path in paths:
            fake_image(top / "images" / path, mode="L", seed=path)
        document[part] = [{"id": name, "report": text, "image_path": paths, "split": part}]
    write_json(top / "annotation.json", document)
