"""BKAI-IGH NeoPolyp-Small: colonoscopy frames, polyps outlined as neoplastic or not.

Masks are JPEG: red is neoplastic, green is not, and edges have fringes of other colours, so each
band is thresholded. Test images have no masks. No patient id. The layout is that of the Kaggle
competition, with doubled folders.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Files, Mask, Source

SOURCE = Source(
    name="bkai-igh",
    title="BKAI-IGH NeoPolyp-Small",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/bkai-igh-neopolyp",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    modality="Endoscopy",
    sequence="colonoscopy",
    anatomy=("colon",),
    department="Gastroenterology and Hepatology",
    benchmark=("test",),
    cases=Files("{set:train|test}/{set}/{stem}.jpeg"),
    subject=NO_SUBJECT,
    split="{set}",
    labels=[
        Mask(
            "train_gt/train_gt/{stem}.jpeg",
            stack=["neoplastic polyp", "non-neoplastic polyp", None],
            threshold=127,
            missing=UNKNOWN,
        )
    ],
    evidence=(
        'public loader code (search for "train_gt/train_gt"): folders, colours',
        "https://github.com/zekikus/MedSegBench/blob/main/medsegbench/info.py",
    ),
    verified="loader",
)
