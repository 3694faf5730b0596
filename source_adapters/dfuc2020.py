"""DFUC 2020: photographs of feet, diabetic ulcers boxed, several in some.

Only the training release has boxes. Public loaders read it in two layouts: `images/` with a column
`name` that has the suffix, and a later one, `train/` with `filename` without it. The challenge's
own documents were not seen. A photograph without a row is not said to be free of ulcers. No
patient id. Photographs, not dermoscopy: the modality is the nearest of the thirteen.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Boxes, Files, Layout, Source, Table

CORNERS = ("{xmin}", "{ymin}", "{xmax}", "{ymax}")

SOURCE = Source(
    name="dfuc2020",
    title="Diabetic Foot Ulcers Grand Challenge 2020",
    version="1.0.0",
    homepage="https://dfuc2020.grand-challenge.org/",
    license="LicenseRef-DFUC-Agreement",
    access="agreement",
    modality="Dermoscopy",
    sequence="clinical photograph",
    anatomy=("foot",),
    department="Dermatology",
    redistribution=False,
    send_to_api=False,
    cite="Yap et al., Deep learning in diabetic foot ulcers detection, Comput Biol Med 2021",
    subject=NO_SUBJECT,
    split="train",
    layouts=(
        Layout(
            "images",
            cases=Files("images/{stem}.jpg"),
            labels=[
                Boxes(
                    xyxy=CORNERS,
                    name="diabetic foot ulcer",
                    table=Table("groundtruth.csv", parse={"name": "{stem}.jpg"}, on="stem"),
                    missing=UNKNOWN,
                )
            ],
        ),
        Layout(
            "train",
            cases=Files("train/{stem}.jpg"),
            labels=[
                Boxes(
                    xyxy=CORNERS,
                    name="diabetic foot ulcer",
                    table=Table("groundtruth.csv", parse={"filename": "{stem}"}, on="stem"),
                    missing=UNKNOWN,
                )
            ],
        ),
    ),
    evidence=(
        'public code search for "DFUC2020_Training_Release": images/, name, corners',
        'public code search for "DFUC2020_trainset": train/, filename without suffix',
    ),
    verified="loader",
)
