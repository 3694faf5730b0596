"""HECKTOR 2022: primary tumour and nodal metastases of the head and neck on FDG PET and CT.

CT and PET have grids of their own; masks are on that of the CT. PET is in SUV. Test labels are
hidden. The region is drawn by radiation oncologists on the fused images: a tumour may be seen on
PET and not on CT.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="hecktor2022",
    title="HECKTOR 2022",
    version="1.0.0",
    homepage="https://hecktor.grand-challenge.org/",
    license="LicenseRef-HECKTOR2022",
    access="registration",
    redistribution=False,
    modality="CT",
    anatomy=("head and neck",),
    department="Oncology (Medical)",
    cite="Andrearczyk et al., HECKTOR 2022, LNCS 13626, doi:10.1007/978-3-031-27420-6_1",
    cases=Files(
        "hecktor2022/imagesTr/{patient}__{channel:CT|PT}.nii.gz",
        channels={"CT": "CT", "PT": "PET"},
    ),
    subject="{patient}",
    labels=[
        Mask(
            "hecktor2022/labelsTr/{patient}.nii.gz",
            names={1: "head and neck primary tumour", 2: "nodal metastasis"},
            grid="CT",
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/HECKTOR_2022.md",
    ),
    verified="loader",
)
