"""BrEaST-Lesions-USG: breast ultrasound, lesions outlined, with BI-RADS category and malignancy.

One image for each case; a case is a patient. "Benign" rests on biopsy or on follow-up. Four cases
are normal and have no mask. Further masks ("other", several joined by "&") are not read: the
release does not name what they are of.
"""

from gmai_data import UNKNOWN, Class, Mask, Source, Table

SOURCE = Source(
    name="breast-lesions-usg",
    title="BrEaST-Lesions-USG",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/breast-lesions-usg/",
    license="CC-BY-4.0",
    access="open",
    modality="Ultrasound",
    anatomy=("breast",),
    department="Oncology (Medical)",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Pawlowska et al., Scientific Data 2024, doi:10.1038/s41597-024-02984-z",
    cases=Table(
        "BrEaST-Lesions-USG-clinical-data-*.xlsx",
        parse={"Image_filename": "{stem}.png"},
        image="BrEaST-Lesions_USG-images_and_masks*/{stem}.png",
    ),
    subject="{CaseID}",
    labels=[
        Class(
            "{Classification}",
            of="malignancy",
            names={"benign": "benign", "malignant": "malignant", "normal": None},
        ),
        Class(
            "{Classification}",
            names={"benign": None, "malignant": None, "normal": "normal breast"},
        ),
        Class(
            "{BIRADS}",
            of="BI-RADS category",
            names={
                "1": "BI-RADS category 1",
                "2": "BI-RADS category 2",
                "3": "BI-RADS category 3",
                "4a": "BI-RADS category 4A",
                "4b": "BI-RADS category 4B",
                "4c": "BI-RADS category 4C",
                "5": "BI-RADS category 5",
            },
        ),
        Mask(
            "BrEaST-Lesions_USG-images_and_masks*/{stem}_tumor.png",
            name="breast lesion",
            threshold=127,
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "BrEaST-Lesions-USG-clinical-data"',
        'public code search for "Mask_other_filename"',
    ),
    verified="loader",
)
