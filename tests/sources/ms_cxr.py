from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json, write_table

# A row per box: a phrase may have two boxes, an image two phrases.
EXPECTED = Expected(
    cases=3, subjects=2, splits={"test": 1, "val": 2}, names=("pneumothorax", "cardiomegaly")
)

ROWS = [
    ("aa-11", "Pneumothorax", "small left apical pneumothorax", 10000001, 50000001,
     (36, 4, 20, 12), "val"),
    ("bb-22", "Pneumonia", "opacities in both lungs", 10000001, 50000002, (4, 6, 20, 30), "val"),
    ("bb-22", "Pneumonia", "opacities in both lungs", 10000001, 50000002, (36, 6, 20, 30), "val"),
    ("bb-22", "Lung Opacity", "left basal opacity", 10000001, 50000002, (40, 26, 16, 10), "val"),
    ("cc-33", "Cardiomegaly", "the heart is enlarged", 11000003, 50000003, (20, 20, 26, 20),
     "test"),
]  # fmt: skip


def make(root: Path) -> None:
    rows, places, notes = [], {}, []
    for dicom, category, text, subject, study, box, split in ROWS:
        path = f"files/p{str(subject)[:2]}/p{subject}/s{study}/{dicom}.jpg"
        rows.append((dicom, category, text, path, *box, 64, 48, split))
        places[dicom] = {"file_name": f"{dicom}.jpg", "width": 64, "height": 48, "path": path,
                         "id": len(places) + 1, "split": split}  # fmt: skip
        notes.append({"id": len(notes) + 1, "image_id": places[dicom]["id"], "bbox": list(box),
                      "label_text": text, "category_id": 1})  # fmt: skip
        fake_image(root.parent / f"mimic-cxr-jpg/{path}", (64, 48), mode="L")
    write_table(
        root / "MS_CXR_Local_Alignment_v1.1.0.csv",
        ["dicom_id", "category_name", "label_text", "path", "x", "y", "w", "h", "image_width",
         "image_height", "split"],
        rows,
    )  # fmt: skip
    write_json(
        root / "MS_CXR_Local_Alignment_v1.1.0.json",
        {"images": list(places.values()), "annotations": notes,
         "categories": [{"id": 1, "name": "Pneumonia"}]},
    )  # fmt: skip
