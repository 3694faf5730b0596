"""AMD-DME-3D-OCT: retinal OCT volumes of macular degeneration or diabetic macular oedema.

Volumes are TIFF files of many pages; the diagnosis is the folder. In 104 of 224, intraretinal fluid
and pigment epithelial detachment were drawn together as one class; the others have no mask: that is
unknown, not empty. File names are case, eye and picture; what stands before the eye is taken for
the patient. How the unlabelled folders are called was not seen.
"""

import re

from gmai_data import UNKNOWN, Class, Files, Mask, Source

SOURCE = Source(
    name="amd-dme-3d-oct",
    title="AMD-DME-3D-OCT",
    version="1.0.0",
    homepage="https://doi.org/10.6084/m9.figshare.30582035",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="OCT",
    anatomy=("retina",),
    department="Ophthalmology",
    cite="Scientific Data 2025, doi:10.1038/s41597-025-06497-1",
    root=("AMD_DME_3D_Dataset", ""),
    cases=Files(
        "{disease:AMD|DME}_{:labeled|unlabeled}/input/{scan}.tif",
        derive={"patient": lambda row: re.split(r"(?i)_?(?:OD|OS|L|R)", row["scan"])[0]},
    ),
    subject="{disease} {patient}",
    study="{scan}",
    labels=[
        Class(
            "{disease}",
            names={"AMD": "age-related macular degeneration", "DME": "diabetic macular oedema"},
            level="study",
        ),
        Mask(
            "{disease}_labeled/label/{scan}_mask.tif",
            form="binary",
            name="intraretinal fluid or pigment epithelial detachment",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em "
        "torch_em/data/datasets/medical/amd_dme_3d_oct.py",
    ),
    verified="loader",
)
