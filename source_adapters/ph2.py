"""PH2: dermoscopic images of common naevi, atypical naevi and melanomas, with a lesion mask.

The spreadsheet has twelve lines before its header, and marks a class with an "X". No patient id.
"""

from gmai_data import NO_SUBJECT, X_MARK, Flags, Mask, Source, Table

FOLDER = "PH2 Dataset images/{Image Name}"

SOURCE = Source(
    name="ph2",
    title="PH2",
    version="1.0.0",
    homepage="https://www.fc.up.pt/addi/ph2%20database.html",
    license="LicenseRef-Research-Only",
    access="registration",
    modality="Dermoscopy",
    anatomy=("skin",),
    department="Dermatology",
    cases=Table(
        "PH2_dataset.xlsx",
        skip=12,
        image=f"{FOLDER}/{{Image Name}}_Dermoscopic_Image/{{Image Name}}.bmp",
    ),
    subject=NO_SUBJECT,
    labels=[
        Flags(
            names={
                "Common Nevus": "common naevus",
                "Atypical Nevus": "atypical naevus",
                "Melanoma": "melanoma",
            },
            values=X_MARK,
            one=True,
        ),
        Mask(
            f"{FOLDER}/{{Image Name}}_lesion/{{Image Name}}_lesion.bmp",
            name="skin lesion",
            threshold=0,
        ),
    ],
    evidence=('public code search for "PH2_dataset.xlsx"',),
    verified="loader",
)
