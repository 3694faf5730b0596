"""SUN-SEG: frames of colonoscopy videos with polyp masks, from the SUN database.

The number after `case` is the patient. Test clips called "Seen" are of patients of the training
set: such patients go to the test split as a whole. Kinds of polyp (`classification.txt`), edges,
scribbles and the boxes around the masks are not read.
"""

from gmai_data import Files, Mask, Source, Term

SOURCE = Source(
    name="sun-seg",
    title="SUN-SEG",
    version="1.0.0",
    homepage="https://github.com/GewelsJI/VPS",
    license="LicenseRef-SUN-Terms",
    access="agreement",
    modality="Endoscopy",
    anatomy=("colon",),
    department="Gastroenterology and Hepatology",
    redistribution=False,
    benchmark=("test",),
    cite="Ji et al., Video polyp segmentation, Machine Intelligence Research 2022",
    cases=Files(
        (
            "{set:TrainDataset|TestEasyDataset|TestHardDataset}/Frame/{clip}/{stem}.jpg",
            "{set}/{seen:Seen|Unseen}/Frame/{clip}/{stem}.jpg",
        ),
        parse={"clip": ("case{patient:d}_{part:d}", "case{patient:d}")},
    ),
    subject="{patient}",
    study="{clip}",
    split=Term(
        "{set}", {"TrainDataset": "train", "TestEasyDataset": "test", "TestHardDataset": "test"}
    ),
    labels=[Mask("{set}/**/GT/{clip}/{stem}.png", name="polyp", threshold=127)],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/SUN-SEG.md",
        'public code search for "SUN-SEG/TrainDataset"',
    ),
    verified="loader",
)
