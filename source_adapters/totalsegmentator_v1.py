"""TotalSegmentator CT v1: 104 structures, one binary file each, on CT of any body region.

An empty file means that the structure is not in the field of view (or was resected): never
"absent". The heart comes in chambers here, in v2 as a whole. Case s0864 is damaged in the release.
The separator of meta.csv is from memory. Scans are those of v2 under the same ids.
"""

from gmai_data import OUTSIDE, Files, Mask, Source, Table

ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth",
    "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
SIDES = ("left", "right")
LEVELS = (
    *(f"C{n}" for n in range(1, 8)),
    *(f"T{n}" for n in range(1, 13)),
    *(f"L{n}" for n in range(1, 6)),
)
PAIRED = {
    "kidney": "kidney", "adrenal_gland": "adrenal gland", "iliac_artery": "iliac artery",
    "iliac_vena": "iliac vein", "humerus": "humerus", "scapula": "scapula",
    "clavicula": "clavicle", "femur": "femur", "hip": "hip bone",
    "gluteus_maximus": "gluteus maximus", "gluteus_medius": "gluteus medius",
    "gluteus_minimus": "gluteus minimus", "autochthon": "erector spinae",
    "iliopsoas": "iliopsoas muscle",
}  # fmt: skip
STRUCTURES = {
    "spleen": "spleen", "gallbladder": "gallbladder", "liver": "liver", "stomach": "stomach",
    "pancreas": "pancreas", "lung_upper_lobe_left": "upper lobe of the left lung",
    "lung_lower_lobe_left": "lower lobe of the left lung",
    "lung_upper_lobe_right": "upper lobe of the right lung",
    "lung_middle_lobe_right": "middle lobe of the right lung",
    "lung_lower_lobe_right": "lower lobe of the right lung", "esophagus": "oesophagus",
    "trachea": "trachea", "small_bowel": "small bowel", "duodenum": "duodenum", "colon": "colon",
    "urinary_bladder": "urinary bladder", "sacrum": "sacrum", "aorta": "aorta", "brain": "brain",
    "face": "face", "heart_myocardium": "myocardium", "heart_atrium_left": "left atrium",
    "heart_ventricle_left": "left ventricle", "heart_atrium_right": "right atrium",
    "heart_ventricle_right": "right ventricle", "pulmonary_artery": "pulmonary artery",
    "inferior_vena_cava": "inferior vena cava",
    "portal_vein_and_splenic_vein": "portal and splenic vein",
    **{f"vertebrae_{level}": f"{level} vertebra" for level in LEVELS},
    **{f"{key}_{side}": f"{side} {term}" for key, term in PAIRED.items() for side in SIDES},
    **{
        f"rib_{side}_{n}": f"{side} {ordinal} rib"
        for side in SIDES
        for n, ordinal in enumerate(ORDINALS, 1)
    },
}  # fmt: skip

SOURCE = Source(
    name="totalsegmentator-v1",
    title="TotalSegmentator CT v1",
    version="1.0.0",
    homepage="https://zenodo.org/record/6802614",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    benchmark=("test",),
    modality="CT",
    anatomy=("whole body",),
    cite="Wasserthal et al., Radiology: AI 2023, doi:10.1148/ryai.230024",
    root=("Totalsegmentator_dataset", ""),
    cases=Files("{image_id}/ct.nii.gz"),
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
        "https://github.com/neuro-ml/amid amid/totalsegmentator/dataset.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/TotalSegmentator.md",
    ),
    verified="loader",
)
