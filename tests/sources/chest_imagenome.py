from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json, write_table

# x1 … are on a padded copy of 224 pixels, original_x1 … on the image. An image of the gold
# patients is in no split and must not come into training. Some boxes have no area, some leave the
# image.
EXPECTED = Expected(
    cases=3, subjects=3, splits={"test": 1, "train": 1, "val": 1},
    names=("right lung", "trachea"),
)  # fmt: skip

IMAGES = [
    (10000001, 50000001, "aa-11", "train"), (10000002, 50000002, "bb-22", "valid"),
    (11000003, 50000003, "cc-33", "test"), (11000004, 50000004, "dd-44", "images_to_avoid"),
]  # fmt: skip


def thing(image: str, name: str, box: tuple[int, int, int, int]) -> dict[str, object]:
    sides = dict(zip(("x1", "y1", "x2", "y2"), box, strict=True))
    return {
        "object_id": f"{image}_{name}", **{k: v * 2 for k, v in sides.items()},
        "width": 2 * (box[2] - box[0]), "height": 2 * (box[3] - box[1]), "bbox_name": name,
        "synsets": ["C0225706"], "name": name.capitalize(),
        **{f"original_{k}": v for k, v in sides.items()},
        "original_width": box[2] - box[0], "original_height": box[3] - box[1],
    }  # fmt: skip


def make(root: Path) -> None:
    top = root / "silver_dataset"
    for subject, study, image, split in IMAGES:
        path = f"files/p{str(subject)[:2]}/p{subject}/s{study}/{image}"
        write_table(
            top / f"splits/{split}.csv",
            ["", "subject_id", "study_id", "dicom_id", "path", "ViewPosition"],
            [(0, subject, study, image, f"{path}.dcm", "AP")],
        )
        graph = {
            "image_id": image, "viewpoint": "AP", "patient_id": subject, "study_id": study,
            "gender": "F", "age_decile": "60-70", "reason_for_exam": "___F with cough",
            "StudyOrder": 1, "StudyDateTime": "2150-01-01 10:00:00",
            "objects": [thing(image, "right lung", (4, 6, 28, 40)),
                        thing(image, "trachea", (28, -2, 36, 20)),
                        thing(image, "carina", (30, 20, 30, 24))],
            "attributes": [
                {"right lung": True, "bbox_name": "right lung", "synsets": ["C0225706"],
                 "name": "Right lung",
                 "attributes": [["anatomicalfinding|yes|lung opacity"],
                                ["anatomicalfinding|no|pneumothorax"]],
                 "attributes_ids": [["C0796494"], ["C0032326"]],
                 "phrases": ["Right basal opacity.", "No pneumothorax."],
                 "phrase_IDs": ["5|1", "5|2"], "sections": ["finalreport", "finalreport"],
                 "comparison_cues": [[], []], "temporal_cues": [[], []],
                 "severity_cues": [[], []], "texture_cues": [[], []],
                 "object_id": f"{image}_right lung"}
            ],
            "relationships": [],
        }  # fmt: skip
        write_json(top / f"scene_graph/{image}_SceneGraph.json", graph)
        fake_image(root.parent / f"mimic-cxr-jpg/{path}.jpg", mode="L")
    write_table(
        root / "gold_dataset/gold_bbox_coordinate_annotations_1000images.csv",
        ["image_id", "bbox_name", "original_x1", "original_y1", "original_x2", "original_y2"],
        [("dd-44.dcm", "right lung", 4, 6, 28, 40)],
    )
