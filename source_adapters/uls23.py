"""ULS23: crops of CT around one lesion each, from hospital scans and ten public collections.

A crop is 256 x 256 x 128 voxels, filled up along z. What lies beside the lesion may be lesion too,
so nothing else is said. Labels are a repository of their own, a zip per file; seven crops of
DeepLesion3D have none. Ids of patients differ between the parts: known for DeepLesion (six digits)
and LIDC-IDRI, else the name up to `_lesion_`. Part names say what kind of lesion it is.
"""

from gmai_data import UNKNOWN, Files, Mask, Source

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
    anatomy=("whole body",),
    department="Oncology (Medical)",
    derived_from=(
        "deeplesion", "kits21", "lidc-idri", "lits", "lndb", "msd-task06-lung",
        "msd-task07-pancreas", "msd-task10-colon",
    ),
    cite="de Grauw et al., Medical Image Analysis 2025, arXiv:2406.05231",
    cases=Files(
        (
            "ULS23/{tree:novel_data}/{part}/images/{scan}_lesion_{k:d}.nii.gz",
            "ULS23/processed_data/{tree:fully_annotated}/{part}/images/{scan}_lesion_{k:d}.nii.gz",
        )
    ),
    subject="{part}-{scan}",
    labels=[
        Mask(
            "annotations/ULS23/**/{part}/labels/{scan}_lesion_{k}.nii.gz.zip!*.nii.gz",
            form="binary",
            by="{part}",
            names=KINDS,
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/DIAGNijmegen/ULS23 README.md",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/deeplesion.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/ULS.md",
    ),
    verified="loader",
)  # fmt: skip
