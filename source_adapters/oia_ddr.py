"""DDR: fundus photographs with grades of retinopathy, and four kinds of lesion drawn on a part.

Grade 5 means that the photograph cannot be graded. The 757 drawn photographs are graded as well,
under the same name but not in the same split: the name is the subject here, so that they stay
together. The label folder of `valid` is called "segmentation label". Boxes (`lesion_detection`)
repeat the masks and are not read. No patient id.
"""

from gmai_data import ABSENT, Class, Files, Layout, Mask, Source, Table, Term

SPLIT = Term("{set}", {"train": "train", "valid": "val", "test": "test"})

SOURCE = Source(
    name="oia-ddr",
    title="DDR (OIA-DDR)",
    version="1.0.0",
    homepage="https://github.com/nkicsl/DDR-dataset",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    commercial=False,
    benchmark=("test",),
    cite="Li et al., Diagnostic assessment of deep learning algorithms for DR, Inf. Sci. 2019",
    subject="{stem}",
    split=SPLIT,
    parts=(
        Layout(
            "grading",
            cases=Table(
                "DR_grading/{set:train|valid|test}.txt",
                header=["file", "grade"],
                sep=" ",
                parse={"file": "{stem}.jpg"},
                image="DR_grading/{set}/{stem}.jpg",
            ),
            labels=[
                Class(
                    "{grade}",
                    of="diabetic retinopathy grade",
                    names={
                        "0": "no diabetic retinopathy",
                        "1": "mild nonproliferative diabetic retinopathy",
                        "2": "moderate nonproliferative diabetic retinopathy",
                        "3": "severe nonproliferative diabetic retinopathy",
                        "4": "proliferative diabetic retinopathy",
                        "5": None,
                    },
                ),
                Class(
                    "{grade}",
                    of="image quality",
                    names={range(5): None, "5": "ungradable"},
                ),
            ],
        ),
        Layout(
            "segmentation",
            cases=Files("lesion_segmentation/{set:train|valid|test}/image/{stem}.jpg"),
            labels=[
                Mask(
                    "lesion_segmentation/{set}/{:label|segmentation label}/"
                    "{code:EX|HE|MA|SE}/{stem}.tif",
                    form="binary",
                    by="{code}",
                    names={
                        "EX": "hard exudate",
                        "HE": "retinal haemorrhage",
                        "MA": "microaneurysm",
                        "SE": "cotton-wool spot",
                    },
                    empty=ABSENT,  # all four are drawn in each: a mask of every kind is there
                )
            ],
        ),
    ),
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        'public code search for "lesion_segmentation/valid"',
    ),
    verified="loader",
)
