"""RSNA Screening Mammography 2022: digital mammograms, cancer of the breast or not, about 2 % with.

Labels hold for a breast, not for one view: "cancer" is proven by biopsy or ruled out by follow-up,
and need not be seen: so a study here is one breast. One of the sites tells implants by patient,
which says nothing of a breast. BI-RADS category (0 to 2 only) and density are blank at one of the
two sites. `test_images` has no labels and is not read. Many files are JPEG 2000 or lossless JPEG;
those of some machines are MONOCHROME1.
"""

from gmai_data import UNKNOWN, Class, Flags, Source, Table, Term

SOURCE = Source(
    name="rsna-breast-2022",
    title="RSNA Screening Mammography Breast Cancer Detection 2022",
    version="1.0.0",
    homepage="https://www.kaggle.com/competitions/rsna-breast-cancer-detection",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    modality="X-Ray",
    sequence="mammography",
    anatomy=("breast",),
    department="Oncology (Medical)",
    redistribution=False,
    commercial=False,
    cases=Table("train.csv", image="train_images/{patient_id}/{image_id}.dcm"),
    subject="{patient_id}",
    study="{patient_id}-{laterality}",
    view=Term(
        "{view}",
        {"CC": "CC", "MLO": "MLO", "ML": "ML", "LM": "LM", "LMO": "LMO", "AT": "axillary tail"},
    ),
    labels=[
        Flags(names={"cancer": "breast cancer"}, level="study"),
        Flags(names={"implant": "breast prosthesis"}, where={"site_id": "2"}),
        Flags(names={"implant": "breast prosthesis"}, where={"site_id": "1"}, level="subject"),
        Class(
            "{BIRADS}",
            of="BI-RADS category",
            names={
                "0": "BI-RADS category 0",
                "1": "BI-RADS category 1",
                "2": "BI-RADS category 2",
            },
            missing=UNKNOWN,
        ),
        Class(
            "{density}",
            of="breast density",
            names={
                "A": "breast density A",
                "B": "breast density B",
                "C": "breast density C",
                "D": "breast density D",
            },
            missing=UNKNOWN,
        ),
    ],
    evidence=('public code search for "difficult_negative_case" (columns, the data page)',),
    verified="loader",
)
