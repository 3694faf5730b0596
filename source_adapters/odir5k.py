"""ODIR-5K: fundus photographs of both eyes; keywords per eye, eight disease flags per patient.

The table has a row per patient; the letters D, G, C, A, H, M, O hold for the patient, not for an
eye. Keywords are joined by the full-width comma. Only keywords with a plain meaning are bound; the
free-text rest is ignored. The name of the official spreadsheet is from memory.
"""

import re

from gmai_data import Class, First, Flags, Source, Table

SOURCE = Source(
    name="odir5k",
    title="ODIR-5K",
    version="1.0.0",
    homepage="https://odir2019.grand-challenge.org/",
    license="LicenseRef-Challenge-Terms",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    cases=Table(
        First("data.xlsx", "ODIR-5K_Training_Annotations*.xlsx"),
        melt="{eye:Left|Right}-*",
        image=First("Training Images/{Fundus}", "ODIR-5K_Training_Images/{Fundus}"),
    ),
    subject="{ID}",
    study="{ID}",
    labels=[
        Class(
            "{Diagnostic Keywords}",
            sep="，",
            names={
                "normal fundus": "normal retina",
                "mild nonproliferative retinopathy": "mild nonproliferative diabetic retinopathy",
                "moderate non proliferative retinopathy": (
                    "moderate nonproliferative diabetic retinopathy"
                ),
                "severe nonproliferative retinopathy": (
                    "severe nonproliferative diabetic retinopathy"
                ),
                "proliferative diabetic retinopathy": "proliferative diabetic retinopathy",
                "diabetic retinopathy": "diabetic retinopathy",
                "glaucoma": "glaucoma",
                "cataract": "cataract",
                "dry age-related macular degeneration": "dry age-related macular degeneration",
                "wet age-related macular degeneration": "wet age-related macular degeneration",
                "hypertensive retinopathy": "hypertensive retinopathy",
                "pathological myopia": "pathological myopia",
                "drusen": "drusen",
                "epiretinal membrane": "epiretinal membrane",
                "macular epiretinal membrane": "epiretinal membrane",
                "myelinated nerve fibers": "myelinated retinal nerve fibres",
                "laser spot": "laser scar",
                "vitreous degeneration": "vitreous degeneration",
                "branch retinal vein occlusion": "branch retinal vein occlusion",
                "central retinal vein occlusion": "central retinal vein occlusion",
                "retinitis pigmentosa": "retinitis pigmentosa",
                "refractive media opacity": "media haze",
                # some hundred rarer keywords, doubts ("suspected …") and camera remarks
                re.compile(".*"): None,
            },
        ),
        Flags(
            names={
                "N": None,
                "D": "diabetes mellitus",
                "G": "glaucoma",
                "C": "cataract",
                "A": "age-related macular degeneration",
                "H": "hypertension",
                "M": "pathological myopia",
                "O": None,
            },
            values={"1": "present", "0": "unknown"},
            level="subject",
        ),
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/ODIR-5K.md",
    ),
    verified="loader",
)
