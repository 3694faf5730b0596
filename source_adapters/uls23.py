"""ULS23: crops of CT around one lesion each, from hospital scans and public collections.

A crop is 256 x 256 x 128 voxels, filled up along z. What lies beside the lesion may be lesion too,
so nothing else is said. Labels are a repository of their own, a zip per file; seven crops of
DeepLesion3D have none. The partially annotated part is not read. A patient is the first six digits
of a name in DeepLesion; elsewhere the name before `_lesion_`, which in the LiTS part is that of MSD
Task03 (`liver_7`). Where KiTS21 and the other MSD parts keep theirs (`case_00007`, `colon_007`;
from memory), the patient is theirs; numbers of LIDC and LNDb are not matched. Nodes are enlarged
ones.
"""

import re
from collections.abc import Mapping

from gmai_data import UNKNOWN, Files, First, Mask, Source

KINDS = {
    "ULS23_DeepLesion3D": "lesion",
    "ULS23_Radboudumc_Bone": "bone lesion",
    "ULS23_Radboudumc_Pancreas": "pancreatic mass",
    "kits21": "kidney lesion",
    "LIDC-IDRI": "lung nodule",
    "LiTS": "liver tumour",
    "LNDb": "lung nodule",
    "MDSC_Task06_Lung": "lung tumour",
    "MDSC_Task07_Pancreas": "pancreatic mass",
    "MDSC_Task10_Colon": "colon cancer",
    "NIH_LN_ABD": "lymph node",
    "NIH_LN_MED": "lymph node",
}


# how a scan of a set is named there, and whose patient that is
OWN = {
    "kits21": ("case", "<kits19>{}"),
    "LiTS": ("liver", "<lits>volume-{}"),
    "MDSC_Task06_Lung": ("lung", "<msd-task06-lung>{}"),
    "MDSC_Task07_Pancreas": ("pancreas", "<msd-task07-pancreas>{}"),
    "MDSC_Task10_Colon": ("colon", "<msd-task10-colon>{}"),
}


def patient(row: Mapping[str, str]) -> str:
    """The patient in a name, as the set that it comes from calls it."""
    part, scan = row["part"], row["scan"]
    if "DeepLesion" in part:
        return f"<deeplesion>{int(scan[:6])}"
    stem, form = OWN.get(part, ("", ""))
    found = re.fullmatch(rf"{stem}_(\d+)", scan) if stem else None
    return form.format(int(found[1])) if found else f"{part}-{scan}"


SOURCE = Source(
    name="uls23",
    title="ULS23 (universal lesion segmentation)",
    version="1.0.0",
    homepage="https://uls23.grand-challenge.org/",
    license="CC-BY-NC-SA-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="CT",
    department="Oncology (Medical)",
    derived_from=(
        "deeplesion", "kits21", "lidc-idri", "lits", "lndb", "msd-task06-lung",
        "msd-task07-pancreas", "msd-task10-colon", "ct-lymph-nodes",
    ),
    cite="de Grauw et al., Medical Image Analysis 2025, arXiv:2406.05231",
    cases=Files(
        (
            "ULS23/{tree:novel_data}/{part}/images/{scan}_lesion_{k:d}.nii.gz",
            "ULS23/processed_data/{tree:fully_annotated}/{part}/images/"
            "{scan}_lesion_{k:d}_sample_{sample:d}.nii.gz",
            "ULS23/processed_data/{tree:fully_annotated}/{part}/images/{scan}_lesion_{k:d}.nii.gz",
        ),
        derive={"patient": patient},
    ),
    subject="{patient}",
    subject_space=(
        "deeplesion", "kits19", "lits", "msd-task06-lung", "msd-task07-pancreas",
        "msd-task10-colon",
    ),
    labels=[
        Mask(
            First(
                "annotations/ULS23/**/{part}/labels/"
                "{scan}_lesion_{k}_sample_{sample}.nii.gz.zip!*.nii.gz",
                "annotations/ULS23/**/{part}/labels/{scan}_lesion_{k}.nii.gz.zip!*.nii.gz",
            ),
            form="binary",
            by="{part}",
            names=KINDS,
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/DIAGNijmegen/ULS23 README.md, annotations/ (names in LiTS)",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/deeplesion.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/ULS.md",
    ),
    verified="loader",
)  # fmt: skip
