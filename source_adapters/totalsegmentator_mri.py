"""TotalSegmentator MRI v1: 56 structures, one binary file each, on MR of any region and sequence.

An empty file means that the structure is not in the field of view: never "absent". The sequence is
not in the path, so none is said. Vertebrae and discs are one file each, not numbered; tibia and
fibula have no side. Names are those of TotalSegmentator CT v2 where both have them. `meta.csv`
holds the split; its separator and columns are taken to be those of the CT release (from memory).
"""

from gmai_data import OUTSIDE, Files, Mask, Source, Table
from source_adapters.totalsegmentator_v2 import STRUCTURES as CT

SIDES = ("left", "right")
SHARED = (
    "spleen", "gallbladder", "liver", "stomach", "pancreas", "esophagus", "small_bowel",
    "duodenum", "colon", "urinary_bladder", "prostate", "sacrum", "spinal_cord", "heart", "aorta",
    "inferior_vena_cava", "portal_vein_and_splenic_vein", "brain",
    *(
        f"{part}_{side}"
        for part in (
            "kidney", "adrenal_gland", "iliac_artery", "iliac_vena", "humerus", "femur", "hip",
            "gluteus_maximus", "gluteus_medius", "gluteus_minimus", "autochthon", "iliopsoas",
        )
        for side in SIDES
    ),
)  # fmt: skip
STRUCTURES = {
    **{name: CT[name] for name in SHARED},
    "lung_left": "left lung", "lung_right": "right lung", "vertebrae": "vertebra",
    "intervertebral_discs": "intervertebral disc", "fibula": "fibula", "tibia": "tibia",
    **{f"quadriceps_femoris_{side}": f"{side} quadriceps femoris" for side in SIDES},
    **{f"sartorius_{side}": f"{side} sartorius" for side in SIDES},
    **{
        f"thigh_{part}_compartment_{side}": f"{side} {part} compartment of the thigh"
        for part in ("medial", "posterior")
        for side in SIDES
    },
}  # fmt: skip

SOURCE = Source(
    name="totalsegmentator-mri",
    title="TotalSegmentator MRI",
    version="1.0.0",
    homepage="https://zenodo.org/records/11367005",
    license="CC-BY-NC-SA-2.0",
    access="open",
    redistribution=True,
    commercial=False,
    benchmark=("test",),
    modality="MR",
    anatomy=("whole body",),
    cite="Akinci D'Antonoli et al., TotalSegmentator MRI, Radiology 2025, arXiv:2405.19492",
    root=("TotalsegmentatorMRI_dataset_v100", ""),
    cases=Files("{image_id}/mri.nii.gz"),
    join=[Table("meta.csv", sep=";", on="image_id")],
    subject="{image_id}",
    split="{split}",
    labels=[
        Mask(
            "{image_id}/segmentations/{structure}.nii.gz",
            by="{structure}",
            names=STRUCTURES,
            empty=OUTSIDE,
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/"
        "Dataset227_TotalSegmentatorMRI.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/TotalSegmentator_MRI.md",
    ),
    verified="loader",
)
