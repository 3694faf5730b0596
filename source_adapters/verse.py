"""VerSe 2020 and 2019 (restructured): labelled vertebrae on spine CT.

A patient may have several scans (`_split-verse…`, `_dir-ax`). 25 is L6 and 28 is T13 (above L1, not
below): transitional anatomy. Sacrum and coccyx (26, 27) are not labelled. The two years share
patients: the first release found is read, never both. Centroids (`*_ctd.json`) are not read.
"""

from gmai_data import Files, Layout, Mask, Source, Term

LEVELS = (
    *(f"C{n}" for n in range(1, 8)),
    *(f"T{n}" for n in range(1, 13)),
    *(f"L{n}" for n in range(1, 7)),
)
SPLITS = {
    "01training": "train", "02validation": "val", "03test": "test",
    "verse19training": "train", "verse19validation": "val", "verse19test": "test",
}  # fmt: skip

SOURCE = Source(
    name="verse",
    title="VerSe 2019/2020 (restructured)",
    version="1.0.0",
    homepage="https://github.com/anjany/verse",
    license="CC-BY-SA-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    benchmark=("test",),
    modality="CT",
    anatomy=("spine",),
    department="Orthopedic Surgery",
    window="bone",
    cite="Sekuboyina et al., Medical Image Analysis 2021, doi:10.1016/j.media.2021.102166",
    subject="{patient}",
    study="{scan}",
    split=Term("{set}", SPLITS),
    labels=[
        Mask(
            "dataset-{set}/derivatives/sub-{patient}/{scan}_seg-vert_msk.nii.gz",
            names={
                **{n: f"{level} vertebra" for n, level in enumerate(LEVELS, 1)},
                28: "T13 vertebra",
            },
        )
    ],
    layouts=(
        Layout(
            "2020",
            cases=Files(
                "dataset-{set:01training|02validation|03test}/rawdata/"
                "sub-{patient}/{scan}_ct.nii.gz"
            ),
        ),
        Layout(
            "2019",
            cases=Files(
                "dataset-{set:verse19training|verse19validation|verse19test}/rawdata/"
                "sub-{patient}/{scan}_ct.nii.gz"
            ),
        ),
    ),
    evidence=(
        "https://github.com/anjany/verse README.md",
        "https://github.com/neuro-ml/amid amid/verse.py",
    ),
    verified="loader",
)
