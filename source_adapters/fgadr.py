"""FGADR: fundus photographs from the Emirates with six kinds of lesion drawn, and a grade.

Masks have grey edges: half of white and more is lesion, as users take it. Every lesion folder holds
a mask for every photograph, empty where there is none: so an empty mask is absence.
"Hemohedge_Masks" is so spelt. The table has no header. The digits before "_" are taken for the
patient, as users of the set do; the release does not say so.
"""

from gmai_data import ABSENT, Class, Mask, Source, Table

SOURCE = Source(
    name="fgadr",
    title="FGADR (segmentation set)",
    version="1.0.0",
    homepage="https://csyizhou.github.io/FGADR/",
    license="LicenseRef-Research-Only",
    access="agreement",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=False,
    commercial=False,
    cite="Zhou et al., A benchmark for studying diabetic retinopathy, IEEE TMI 2021",
    cases=Table(
        "DR_Seg_Grading_Label.csv",
        header=["file", "grade"],
        parse={"file": "{patient:d}_{k:d}.png"},
        image="Original_Images/{patient:04d}_{k}.png",
    ),
    subject="{patient}",
    study="{patient}",
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
            },
        ),
        Mask(
            "{lesion}_Masks/{patient}_{k}.png",
            form="binary",
            threshold=127,
            by="{lesion}",
            names={
                "HardExudate": "hard exudate",
                "Hemohedge": "retinal haemorrhage",
                "Microaneurysms": "microaneurysm",
                "SoftExudate": "cotton-wool spot",
                "IRMA": "intraretinal microvascular abnormality",
                "Neovascularization": "neovascularisation",
            },
            empty=ABSENT,
        ),
    ],
    evidence=(
        'public code search for "DR_Seg_Grading_Label.csv" (a loader checks that each '
        "lesion folder covers every image)",
    ),
    verified="loader",
)
