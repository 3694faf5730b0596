"""RETOUCH: retinal OCT volumes of three makers with three kinds of fluid.

Slices are the B-scans, along the third axis of the file; all three fluids were looked for in every
one. References of the test volumes are withheld. One volume per patient, by the challenge's word;
eye and diagnosis (macular degeneration or vein occlusion) are not in the files.
"""

from gmai_data import ABSENT, UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="retouch",
    title="RETOUCH: Retinal OCT Fluid Challenge",
    version="1.0.0",
    homepage="https://retouch.grand-challenge.org/",
    license="LicenseRef-Challenge-Terms",
    access="registration",
    modality="OCT",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=False,
    benchmark=("test",),
    cite="Bogunović et al., RETOUCH: the retinal OCT fluid detection and segmentation benchmark "
    "and challenge, IEEE TMI 2019",
    display="as stored",
    cases=Files(
        "RETOUCH-{set:TrainingSet|TestSet}-{maker:Cirrus|Spectralis|Topcon}/{case}/oct.mhd"
    ),
    subject="{case}",
    split=Term("{set}", {"TrainingSet": "train", "TestSet": "test"}),
    labels=[
        Mask(
            "RETOUCH-{set}-{maker}/{case}/reference.mhd",
            names={
                1: "intraretinal fluid",
                2: "subretinal fluid",
                3: "pigment epithelial detachment",
            },
            missing=UNKNOWN,
            empty=ABSENT,
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/RETOUCH.md",
    ),
    verified="loader",
)
