"""EndoVis 2017: a mask folder per instrument, named otherwise in each sequence; parts as 10-40.

Masks of sequence 7 are RGB, and their folders do not end in "_labels".
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_json, write_text

EXPECTED = Expected(
    cases=4,
    subjects=3,
    names=("instrument shaft", "instrument wrist", "instrument clasper"),
)
PARTS = {"Other": 40, "Shaft": 10, "Wrist": 20, "Claspers": 30}
SEQUENCES = (
    ("instrument_1_4_training/instrument_dataset_1", ("frame000", "frame001"),
     ("Left_Prograsp_Forceps_labels", "Maryland_Bipolar_Forceps_labels", "Other_labels")),
    ("instrument_5_8_training/instrument_dataset_5", ("frame000",),
     ("Bipolar_Forceps_labels", "Grasping_Retractor_labels")),
    ("instrument_5_8_training/instrument_dataset_7", ("frame000",),
     ("Left_Bipolar_Forceps", "Right_Vessel_Sealer")),
)  # fmt: skip


def make(root: Path) -> None:
    size = (96, 60)
    for folder, frames, instruments in SEQUENCES:
        top = root / folder
        write_json(top.parent / "mappings.json", PARTS)
        write_text(top / "camera_calibration.txt", "Camera-0-F: 1000 1000\n")
        for frame in frames:
            for side in ("left", "right"):
                path = top / f"{side}_frames" / f"{frame}.png"
                fake_image(path, size, seed=str(path.relative_to(root)))
            for k, name in enumerate(instruments):
                y = 4 + 18 * k
                boxes = {10: (8, y, 40, y + 12), 20: (40, y, 52, y + 12), 30: (52, y, 70, y + 12)}
                if name == "Other_labels":
                    boxes = {40: (60, y, 90, y + 12)} if frame == "frame000" else {}
                if folder.endswith("7"):
                    grey = {(value,) * 3: box for value, box in boxes.items()}
                    fake_mask(top / "ground_truth" / name / f"{frame}.png", size, grey)
                    continue
                fake_mask(top / "ground_truth" / name / f"{frame}.png", size, boxes)
