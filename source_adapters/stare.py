"""STARE: fundus photographs with diagnosis codes; vessels of twenty drawn by two observers.

`all-mg-codes.txt` gives codes and text for each image; a text with "OR" or "?" is a doubt, and its
codes are not read. An eye may have several codes; 3 is the cilioretinal artery, which some public
code takes for the central one; 14 is "other". The archives hold `.ppm.gz` files: unpack them to
`.ppm`. The twenty images of `stare-images` are among the 397. No patient id.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Class, Files, Mask, Source, Table

SOURCE = Source(
    name="stare",
    title="STARE",
    version="1.0.0",
    homepage="https://cecas.clemson.edu/~ahoover/stare/",
    license="LicenseRef-STARE",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    cite="Hoover et al., Locating blood vessels in retinal images, IEEE TMI 2000",
    cases=Files("all-images/{image}.ppm"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{codes}",
            sep=" ",
            names={
                "0": "normal retina",
                "1": "retinal embolus",
                "2": "branch retinal artery occlusion",
                "3": "cilioretinal artery occlusion",
                "4": "branch retinal vein occlusion",
                "5": "central retinal vein occlusion",
                "6": "hemicentral retinal vein occlusion",
                "7": "nonproliferative diabetic retinopathy",
                "8": "proliferative diabetic retinopathy",
                "9": "arteriosclerotic retinopathy",
                "10": "hypertensive retinopathy",
                "11": "Coats disease",
                "12": "retinal arterial macroaneurysm",
                "13": "choroidal neovascularisation",
                "14": None,
            },
            table=Table(
                "all-mg-codes.txt",
                sep="\t",
                header=["image", "codes", "diagnosis"],
                where={"codes": r"[\d ]+", "diagnosis": r"(?!.*(\?|\b(OR|or|Or)\b)).*"},
                on="image",
            ),
            missing=UNKNOWN,
        ),
        Mask(
            "labels-{observer:ah|vk}/{image}.{observer}.ppm",
            rater="{observer}",
            name="retinal vessel",
            threshold=127,
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/STARE.md",
        'public code that spells out the codes (search for "Cilio-Retinal Artery Occlusion")',
    ),
    verified="loader",
)
