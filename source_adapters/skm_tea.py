"""SKM-TEA: cartilage and menisci on double-echo (qDESS) MR of the knee.

The DICOM track's HDF5 files are read: echo 1, and six tissues as channels of one array. Rows run
from head to foot, columns from front to back, slices across the knee; every fifth slice (4 mm) is a
case, shown as stored, and no side is said. The boxes of tears in the JSON files are 3D in an axis
order of their own and are not read. Subjects with two scans stay together.
"""

from gmai_data import Arrays, Mask, Records, Source

SOURCE = Source(
    name="skm-tea",
    title="SKM-TEA (qDESS knee MR)",
    version="1.0.0",
    homepage="https://github.com/StanfordMIMI/skm-tea",
    license="LicenseRef-Stanford-University-Dataset-Research-Use",
    access="registration",
    redistribution=False,
    commercial=False,
    send_to_api=False,
    benchmark=("test",),
    modality="MR",
    anatomy=("knee",),
    department="Sports Medicine",
    cite="Desai et al., SKM-TEA, NeurIPS Datasets and Benchmarks 2021, arXiv:2203.06823",
    root=("v1-release", ""),
    cases=Arrays("image_files/{scan}.h5!echo1", axes="HWN", where={"i": r"\d*[05]"}),
    join=[
        Records(
            "annotations/v1.0.0/{set:train|val|test}.json",
            each="images/*",
            parse={"file_name": "{scan}.h5"},
            on="scan",
        )
    ],
    subject="{subject_id}",
    study="{scan}",
    split="{set}",
    view="sagittal",
    labels=[
        Mask(
            "image_files/{scan}.h5!seg",
            stack=(
                "patellar cartilage",
                "femoral cartilage",
                "medial tibial cartilage",
                "lateral tibial cartilage",
                "medial meniscus",
                "lateral meniscus",
            ),
        )
    ],
    evidence=(
        "https://github.com/StanfordMIMI/skm-tea (paths, data card as public code quotes it)",
        'public code search for "files_recon_calib-24" (a copy of the data card)',
        'public code search for "echo1" and "uploadedImage.h5" (keys, slices last)',
    ),
    verified="loader",
)
