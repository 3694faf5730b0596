"""DeepLesion: key CT slices with lesions that radiologists measured, boxed.

The last "_" of a file name is the folder's "/". The 56 zips hold a folder `Images_png` each, which
most copies have unpacked into another of that name. Stored values are HU + 32768. Not every lesion
of a slice is marked, so no box says nothing. The coarse type is given for val and test only (-1
else). Rows that the authors call noisy are left out.
"""

from gmai_data import Boxes, First, Source, Table, Term

SLICE = "Images_png/{p:06d}_{st:02d}_{se:02d}/{k:03d}.png"

SOURCE = Source(
    name="deeplesion",
    title="DeepLesion",
    version="1.0.0",
    homepage="https://nihcc.app.box.com/v/DeepLesion",
    license="LicenseRef-NIH-open",
    access="open",
    modality="CT",
    department="Oncology (Medical)",
    redistribution=True,
    benchmark=("test",),
    cases=Table(
        "DL_info.csv",
        image=First(f"Images_png_*.zip!{SLICE}", f"*/{SLICE}"),
        parse={
            "File_name": "{p:06d}_{st:02d}_{se:02d}_{k:03d}.png",
            "Bounding_boxes": "{x1}, {y1}, {x2}, {y2}",
        },
        where={"Possibly_noisy": "0"},
    ),
    subject="{p}",
    study="{p}-{st}",
    split=Term("{Train_Val_Test}", {"1": "train", "2": "val", "3": "test"}),
    labels=[
        Boxes(
            xyxy=("{x1}", "{y1}", "{x2}", "{y2}"),
            by="{Coarse_lesion_type}",
            names={
                "-1": "lesion",
                "1": "bone lesion",
                "2": "abdominal lesion",
                "3": "mediastinal lesion",
                "4": "liver lesion",
                "5": "lung lesion",
                "6": "kidney lesion",
                "7": "soft tissue lesion",
                "8": "pelvic lesion",
            },
        )
    ],
    evidence=(
        "https://github.com/neuro-ml/amid amid/deeplesion.py (columns, split)",
        'public code search for "DL_info.csv" and for "Images_png/Images_png"',
    ),
    verified="loader",
    intensity="HU-32768",
)
