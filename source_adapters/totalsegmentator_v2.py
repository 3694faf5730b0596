"""TotalSegmentator CT v2: 117 structures, one binary file each, on CT of any body region.

An empty file means that the structure is not in the field of view (or was resected): never
"absent". Numbers are not contiguous. The separator and the columns of meta.csv are from memory.
Keys are file names, not numbers: the numbering of v1 differs. Scans of v1 keep their ids and their
test set. A few patients have several scans, and which is not told.
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
    "S1",
)
PAIRED = {
    "kidney": "kidney", "adrenal_gland": "adrenal gland", "kidney_cyst": "kidney cyst",
    "subclavian_artery": "subclavian artery", "common_carotid_artery": "common carotid artery",
    "brachiocephalic_vein": "brachiocephalic vein", "iliac_artery": "iliac artery",
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
    "trachea": "trachea", "thyroid_gland": "thyroid gland", "small_bowel": "small bowel",
    "duodenum": "duodenum", "colon": "colon", "urinary_bladder": "urinary bladder",
    "prostate": "prostate", "sacrum": "sacrum", "heart": "heart", "aorta": "aorta",
    "pulmonary_vein": "pulmonary vein", "brachiocephalic_trunk": "brachiocephalic trunk",
    "atrial_appendage_left": "left atrial appendage", "superior_vena_cava": "superior vena cava",
    "inferior_vena_cava": "inferior vena cava",
    "portal_vein_and_splenic_vein": "portal and splenic vein", "spinal_cord": "spinal cord",
    "brain": "brain", "skull": "skull", "sternum": "sternum",
    "costal_cartilages": "costal cartilage",
    **{f"vertebrae_{level}": f"{level} vertebra" for level in LEVELS},
    **{f"{key}_{side}": f"{side} {term}" for key, term in PAIRED.items() for side in SIDES},
    **{
        f"rib_{side}_{n}": f"{side} {ordinal} rib"
        for side in SIDES
        for n, ordinal in enumerate(ORDINALS, 1)
    },
}  # fmt: skip

SOURCE = Source(
    name="totalsegmentator-v2",
    title="TotalSegmentator CT v2",
    version="1.0.0",
    homepage="https://zenodo.org/records/10047292",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    benchmark=("test",),
    modality="CT",
    anatomy=("whole body",),
    derived_from=("totalsegmentator-v1",),
    cite="Wasserthal et al., Radiology: AI 2023, doi:10.1148/ryai.230024",
    root=("Totalsegmentator_dataset_v2", ""),
    cases=Files("{image_id}/ct.nii.gz"),
    join=[Table("meta.csv", sep=";", on="image_id")],
    subject="{image_id}",
    subject_space="totalsegmentator-v1",
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
        "https://github.com/wasserth/TotalSegmentator totalsegmentator/map_to_binary.py, issues "
        "280 (ids), 569 (patients)",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/TotalSegmentator_v2.md",
    ),
    verified="loader",
)
