"""AOSLO cones: TIFF beside lists of places without a header, tabs in one set, commas in the other.

Names hold dots, blanks and numbers such as 1.25e+03um; one confocal mark lies outside its picture;
one person is in both sets; results of the authors' programs lie beside the manual marks.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=5,
    subjects=3,
    splits={"test": 2, "train": 3},
    annotations={"points": 12},
    names=("cone photoreceptors",),
)
CONFOCAL = (
    ("Training", "JC_0007_BL_0.08", ((1, 1), (1, 25), (40, 60), (151, 115))),
    ("Training", "JC_0007_TR_0.77", ((12, 150), (80, 81))),
    ("Validation", "JC_0200_BR_0.31", ((1, 18), (150, 150))),
)
SPLIT = (
    (
        "Training",
        "AD_10253_790nm_OS__split_det__0040_ref_62_lps_20_lbss_20_sr_n_80_cropped_5_"
        "1.25e+03um T178um S",
        ((13.25, 24.25), (17.75, 14.25), (29.75, 14.75)),
    ),
    (
        "Validation",
        "JC_0200_790nm_OD_split_det_0041_ref_44_lps_20_lbss_20_sr_n_33_cropped_5_1.82e+03um N",
        ((100.388238, 25.833868), (31.36908, 63.470454)),
    ),
)


def make(root: Path) -> None:
    top = root / "Images and Results"
    for part, start, cones in CONFOCAL:
        stem, folder = f"{start}_aligned_CenterCropped", top / "Confocal"
        fake_image(folder / f"{part} Images" / f"{stem}.tif", (150, 150), mode="L", seed=stem)
        lines = "".join(f"{x}\t{y}\n" for x, y in cones)
        write_text(folder / f"{part} Manual Coord" / f"{stem}_manualcoord.txt", lines)
        write_text(folder / f"{part} GTDP Coord" / f"{stem}_coord.txt", lines)
    for part, stem, cones in SPLIT:
        folder = top / "Split Detector"
        fake_image(folder / f"{part} Images" / f"{stem}.tif", (121, 96), mode="L", seed=stem)
        lines = "".join(f"{x},{y}\n" for x, y in cones)
        write_text(folder / f"{part} Manual Coord" / f"{stem}_coords.csv", lines)
