"""MuReD: fundus photographs of ARIA, STARE and RFMiD under twenty common labels.

Pictures are PNG or TIFF, of very different sizes. "MH" is media haze, as in RFMiD. The labels were
merged from sets that did not all look for all twenty, so a 0 is not taken for absence. STARE and
RFMiD are sources of their own: the same photographs. No patient id.
"""

from gmai_data import NO_SUBJECT, First, Flags, Source, Table

SOURCE = Source(
    name="mured",
    title="Multi-Label Retinal Diseases (MuReD)",
    version="1.0.0",
    homepage="https://data.mendeley.com/datasets/pc4mb3h8hz/1",
    license="CC-BY-4.0",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    derived_from=("rfmid", "stare"),
    cite="Rodríguez et al., Multi-label retinal disease classification, JBHI 2022",
    cases=Table(
        "{set:train|val}_data.csv",
        image=First("images/**/{ID}.png", "images/**/{ID}.tif"),
    ),
    subject=NO_SUBJECT,
    split="{set}",
    labels=[
        Flags(
            names={
                "DR": "diabetic retinopathy",
                "NORMAL": "normal retina",
                "MH": "media haze",
                "ODC": "optic disc cupping",
                "TSLN": "tessellated fundus",
                "ARMD": "age-related macular degeneration",
                "DN": "drusen",
                "MYA": "myopia",
                "BRVO": "branch retinal vein occlusion",
                "ODP": "optic disc pallor",
                "CRVO": "central retinal vein occlusion",
                "CNV": "choroidal neovascularisation",
                "RS": "retinitis",
                "ODE": "optic disc oedema",
                "LS": "laser scar",
                "CSR": "central serous retinopathy",
                "HTR": "hypertensive retinopathy",
                "ASR": "arteriosclerotic retinopathy",
                "CRS": "chorioretinitis",
                "OTHER": None,
            },
            values={"1": "present", "0": "unknown"},
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "Multi-LabelRetinalDiseases.md",
    ),
    verified="loader",
)
