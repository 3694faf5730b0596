"""ACNE04: photographs of faces with acne, graded by Hayashi's criterion, lesions counted and boxed.

File names are spelled "levle". Lists of five folds hold name, grade (0 to 3) and number of lesions,
divided by two blanks; the first fold's two lists name every image. Folds are no official split.
Boxes are in a second archive and have one class, "fore". No patient id, and persons recur.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Boxes, Class, Source, Table, Value

SOURCE = Source(
    name="acne04",
    title="ACNE04",
    version="1.0.0",
    homepage="https://github.com/xpwu95/LDL",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Dermoscopy",
    sequence="clinical photograph",
    anatomy=("skin",),
    department="Dermatology",
    cite="Wu et al., Joint Acne Image Grading and Counting via Label Distribution Learning, "
    "ICCV 2019",
    cases=Table(
        "Classification/NNEW_{list:trainval|test}_0.txt",
        header=["file", "grade", "lesions"],
        parse={"file": "{stem}.jpg"},
        image="Classification/JPEGImages/{stem}.jpg",
    ),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{grade}",
            of="acne severity",
            names={
                "0": "mild acne",
                "1": "moderate acne",
                "2": "severe acne",
                "3": "very severe acne",
            },
        ),
        Value("{lesions}", name="number of acne lesions", valid=(0, 500)),
        Boxes(
            "Detection/VOC2007/Annotations/{stem}.xml",
            form="voc",
            names={"fore": "acne lesion"},
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "NNEW_trainval_0.txt" (columns, names of grades)',
        'public code search for "Detection/VOC2007/Annotations" (class "fore")',
    ),
    verified="loader",
)
