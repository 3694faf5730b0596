"""GRAZPEDWRI-DX: 16-bit films in parts, boxes in three dialects, flags that are 1 or blank."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json, write_table, write_text

EXPECTED = Expected(
    cases=3,
    subjects=2,
    names=("fracture", "plaster cast"),
)
HEADER = [
    "filestem",
    "patient_id",
    "study_number",
    "timehash",
    "gender",
    "age",
    "laterality",
    "projection",
    "initial_exam",
    "ao_classification",
    "cast",
    "diagnosis_uncertain",
    "osteopenia",
    "fracture_visible",
    "metal",
    "pixel_spacing",
    "device_manufacturer",
]
SIZE = (60, 80)
FILMS = (  # part, stem, row after the stem, boxes
    (1, "0001_1297860395_01_WRI-L1_M014",
     [1, 1, 1297860395, "M", 14, "L", 1, 1, "23r-M/3.1; 23u-M/2.1", "", "", "", 1, "", 0.144,
      "Siemens"],
     [("fracture", 10, 20, 34, 40), ("text", 44, 4, 56, 12)]),
    (1, "0001_1297860435_01_WRI-L2_M014",
     [1, 1, 1297860435, "M", 14, "L", 2, 1, "23r-M/3.1; 23u-M/2.1", "", "", "", 1, "", 0.144,
      "Siemens"],
     [("fracture", 12, 22, 30, 44), ("fracture", 32, 24, 44, 40)]),
    (4, "0025_0449172501_01_WRI-R1_F008",
     [25, 1, 449172501, "F", 8, "R", 1, 0, "", 1, "", 1, "", "", 0.15, "Agfa"],
     [("text", 2, 4, 14, 12)]),
)  # fmt: skip
CLASSES = ["boneanomaly", "bonelesion", "foreignbody", "fracture", "metal", "periostealreaction",
           "pronatorsign", "softtissue", "text"]  # fmt: skip


def _voc(stem: str, boxes: list[tuple[str, int, int, int, int]]) -> str:
    objects = "".join(
        f"<object><name>{name}</name><pose>Unspecified</pose><truncated>0</truncated>"
        f"<difficult>0</difficult><bndbox><xmin>{x1}</xmin><ymin>{y1}</ymin><xmax>{x2}</xmax>"
        f"<ymax>{y2}</ymax></bndbox></object>"
        for name, x1, y1, x2, y2 in boxes
    )
    size = f"<size><width>{SIZE[0]}</width><height>{SIZE[1]}</height><depth>1</depth></size>"
    return f"<annotation><filename>{stem}.png</filename>{size}{objects}</annotation>\n"


def make(root: Path) -> None:
    rows, top = [], root / "folder_structure"
    write_text(top / "yolov5" / "meta.yaml", f"nc: 9\nnames: {CLASSES}\n")
    for part, stem, row, boxes in FILMS:
        fake_image(root / f"images_part{part}" / f"{stem}.png", SIZE, mode="I;16")
        rows.append([stem, *row])
        write_text(top / "pascalvoc" / f"{stem}.xml", _voc(stem, boxes))
        lines = [
            f"{CLASSES.index(name)} {(x1 + x2) / 2 / SIZE[0]:.6f} {(y1 + y2) / 2 / SIZE[1]:.6f} "
            f"{(x2 - x1) / SIZE[0]:.6f} {(y2 - y1) / SIZE[1]:.6f}\n"
            for name, x1, y1, x2, y2 in boxes
        ]
        write_text(top / "yolov5" / "labels" / f"{stem}.txt", "".join(lines))
        objects = [
            {"classTitle": name, "geometryType": "rectangle",
             "points": {"exterior": [[x1, y1], [x2, y2]], "interior": []}}
            for name, x1, y1, x2, y2 in boxes
        ]  # fmt: skip
        document = {"size": {"width": SIZE[0], "height": SIZE[1]}, "objects": objects}
        write_json(top / "supervisely" / "wrist" / "ann" / f"{stem}.json", document)
    write_table(root / "dataset.csv", HEADER, rows)
