"""Lung POCUS: class as prefix in several spellings, videos and stills of two probes."""

from pathlib import Path

import cv2
import numpy as np

from gmai_data.testing import Expected, fake_image, noise, write_json, write_table

EXPECTED = Expected(
    cases=7,
    subjects=5,
    names=("COVID-19", "bacterial pneumonia", "viral pneumonia"),
)


def _video(path: Path, frames: int) -> None:
    """A small film at 10 frames per second."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 10, (96, 80))
    for n in range(frames):
        writer.write((255 * noise((80, 96, 3), f"{path.name} {n}")).astype(np.uint8))
    writer.release()


def make(root: Path) -> None:
    data = root / "data"
    _video(data / "pocus_videos" / "convex" / "Cov-Atlas-Day+1.mp4", 15)  # two seconds begun
    _video(data / "pocus_videos" / "linear" / "Reg-clarius.mp4", 5)
    for probe, name in (
        ("convex", "Cov_whitelungs_3.jpg"),
        ("convex", "pneu-everyday.jpg"),
        ("convex", "Pneu_liftl_1.png"),
        ("linear", "Vir_gallery-2.jpg"),
    ):
        fake_image(data / "pocus_images" / probe / name, (96, 80))
    # one column has no name; file names with and without suffix; a file twice; patients unknown
    header = ["Current location", "Filename", "Label", "Patient ID / Name", "", "Effusion"]
    rows = [
        ["data/pocus_videos/Convex", "Cov-Atlas-Day+1", "COVID-19", "35", "", "0"],
        ["data/pocus_videos/Convex", "Cov-Atlas-Day+1.gif", "COVID-19", "35", "", "1"],
        ["data/pocus_images/Convex", "Cov_whitelungs_3.jpg", "COVID-19", "35", "", "0"],
        ["data/pocus_images/Convex", "pneu-everyday.jpg", "Bacterial pneumonia", "", "", "0"],
        ["not used", "Cov-Butterfly-Consolidation_Example 4", "COVID-19", "7", "", "0"],
    ]
    write_table(data / "dataset_metadata.csv", header, rows)
    write_json(data / "cross_val.json", {})
