"""SKM-TEA: an HDF5 file per scan with two echoes and one-hot tissues, COCO-like splits."""

from pathlib import Path

import h5py
import numpy as np

from gmai_data.testing import Expected, fake_volume, write_json, write_table

EXPECTED = Expected(
    cases=16,  # every fifth of twenty slices
    subjects=3,
    splits={"test": 4, "train": 8, "val": 4},
    names=("femoral cartilage", "patellar cartilage", "medial meniscus"),
)
SCANS = (
    ("MTR_005", 99, 0, "train"), ("MTR_006", 99, 1, "train"),
    ("MTR_010", 100, 0, "val"), ("MTR_020", 101, 0, "test"),
)  # fmt: skip
# rows run from head to foot, columns from front to back, depth between left and right
BOXES = {
    1: (2, 8, 2, 6, 4, 14), 2: (10, 18, 4, 28, 4, 14), 3: (20, 23, 6, 16, 2, 9),
    4: (20, 23, 6, 16, 10, 17), 5: (24, 28, 6, 20, 2, 9), 6: (24, 28, 6, 20, 10, 17),
}  # fmt: skip


def make(root: Path) -> None:
    """Subject 99 came twice; one scan has a boxed tear, six numbers from the top left."""
    base = root / "v1-release"
    for split in ("train", "val", "test"):
        scans = [s for s in SCANS if s[3] == split]
        images = [
            {"id": n, "file_name": f"{scan}.h5", "scan_id": scan, "subject_id": subject,
             "timepoint": time, "voxel_spacing": [0.3125, 0.3125, 0.8],
             "matrix_shape": [32, 30, 20], "orientation": ["SI", "AP", "LR"], "num_echoes": 2,
             "inspected": True}
            for n, (scan, subject, time, _) in enumerate(scans, 1)
        ]  # fmt: skip
        tear = {"id": 1, "image_id": 1, "category_id": 1, "tissue_id": 1, "confidence": 4.0,
                "bbox": [24.0, 6.0, 2.0, 4.0, 8.0, 5.0]}  # fmt: skip
        write_json(
            base / "annotations" / "v1.0.0" / f"{split}.json",
            {
                "info": {"version": "v1.0.0"},
                "categories": [
                    {"supercategory": "Meniscal Tear", "supercategory_id": 1, "id": 1,
                     "name": "Meniscal Tear (Myxoid)"}
                ],
                "tissues": [{"id": 1, "name": "Meniscus"}],
                "images": images,
                "annotations": [tear] if split == "train" else [],
            },
        )  # fmt: skip
    for scan, *_ in SCANS:
        path = base / "image_files" / f"{scan}.h5"
        path.parent.mkdir(parents=True, exist_ok=True)
        echo, mask = fake_volume((32, 30, 20), BOXES, low=0, high=900, seed=scan)
        with h5py.File(path, "w", track_order=True) as file:
            for name, volume in (("echo1", echo), ("echo2", echo // 2)):
                file.create_dataset(name, data=volume, track_times=False)
                for key, value in (("mean", volume.mean()), ("std", volume.std())):
                    file[f"stats/{name}/{key}"] = float(value)
            one_hot = np.stack([mask == value for value in BOXES], axis=-1).astype(np.uint8)
            file.create_dataset("seg", data=one_hot, track_times=False)
    write_table(base / "all_metadata.csv", ["MTR_ID", "EchoTime"], [["MTR_005", 6.4]])
