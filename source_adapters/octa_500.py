"""OCTA-500: projection maps of OCT angiography with vessels, and a diagnosis per eye.

Only the map of the inner retina, `OCTA(ILM_OPL)`, is read: the vessels were drawn on it. The
B-scans (some 400 per eye) and the other five maps are not, nor `GT_Capillary`, which covers the
whole network as users saw. Sources disagree on which ids of the 6 mm part are train, validation and
test, so no official split is declared. Parts unpack into folders of their own or into one; an older
release has `OCTA_3M` and `OCTA_6M` with the labels inside.
"""

from gmai_data import UNKNOWN, Class, Files, Mask, Source, Table

SOURCE = Source(
    name="octa-500",
    title="OCTA-500",
    version="1.0.0",
    homepage="https://ieee-dataport.org/open-access/octa-500",
    license="LicenseRef-IEEE-DataPort",
    access="registration",
    modality="OCT",
    sequence="OCT angiography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=False,
    cite="Li et al., OCTA-500, Med. Image Anal. 2024, arXiv:2012.07261",
    cases=Files("**/OCTA_{field:3mm|6mm|3M|6M}/Projection Maps/OCTA(ILM_OPL)/{id:d}.bmp"),
    subject="{id}",
    labels=[
        Class(
            "{Disease}",
            names={
                "NORMAL": "normal retina",
                "AMD": "age-related macular degeneration",
                "CNV": "choroidal neovascularisation",
                "DR": "diabetic retinopathy",
                "CSC": "central serous retinopathy",
                "RVO": "retinal vein occlusion",
                "OTHERS": None,
            },
            table=Table(
                "**/OCTA_{field:3mm|6mm|3M|6M}/Text labels.xlsx",
                parse={"ID": "{id:d}"},
                on=("field", "id"),
            ),
            level="subject",
            missing=UNKNOWN,
        ),
        Mask(
            "**/GT_{kind:LargeVessel|FAZ|Artery|Vein}/{id}.bmp",
            form="binary",
            by="{kind}",
            names={
                "LargeVessel": "retinal vessel",
                "FAZ": "foveal avascular zone",
                "Artery": "retinal artery",
                "Vein": "retinal vein",
            },
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "Text labels.xlsx" and "GT_LargeVessel"',
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/OCTA-500.md",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/octa500.py",
    ),
    verified="loader",
)
