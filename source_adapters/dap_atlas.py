"""DAP Atlas: 142 structures on the CT of 533 studies of autoPET; labels alone.

Images are those of autoPET: the study is matched by the last five digits in its folder's name.
The maps were predicted by networks and repaired by anatomical rules, not drawn. Value 1 is tissue
that nobody named, and leftovers (abdominal, mediastinal and heart tissue, and the heart without its
chambers) are ignored. Values 132 to 144 are in the code of the release and in loaders, not in its
table. The table calls 20 "uterocervix", the code treats it as the cervix.
"""

from gmai_data import SKIP, Files, Mask, Source

SIDES = ("left", "right")
LEVELS = (
    *(f"C{n}" for n in range(1, 8)), *(f"T{n}" for n in range(1, 13)),
    *(f"L{n}" for n in range(1, 6)),
)  # fmt: skip
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth",
    "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
PAIRED = {  # value of the left one; the right one follows
    15: "kidney", 22: "breast", 27: "adrenal gland", 29: "lobe of the thyroid gland",
    32: "gluteus maximus",
    34: "gluteus medius", 36: "gluteus minimus", 38: "iliopsoas muscle", 40: "erector spinae",
    93: "clavicle", 95: "scapula", 97: "humerus", 100: "hip bone", 103: "femur",
    112: "iliac artery", 115: "iliac vein", 128: "cheek", 130: "eye",
    **{67 + 2 * n: f"{ordinal} rib" for n, ordinal in enumerate(ORDINALS)},
}  # fmt: skip
NAMES = {
    1: None, 2: "muscle", 3: "fat", 4: None, 5: None, 6: "oesophagus", 7: "stomach",
    8: "small bowel", 9: "duodenum", 10: "colon", 11: "rectum", 12: "gallbladder", 13: "liver",
    14: "pancreas", 17: "urinary bladder", 18: "gonad", 19: "prostate", 20: "cervix",
    21: "uterus", 24: "spinal canal", 25: "brain", 26: "spleen", 31: "thymus", 42: "skin",
    **{43 + n: f"{level} vertebra" for n, level in enumerate(LEVELS)},
    91: "costal cartilage", 92: "sternum", 99: "skull", 102: "sacrum", 105: None,
    106: "left atrium", 107: None, 108: "right atrium", 109: "myocardium", 110: "left ventricle",
    111: "right ventricle", 114: "aorta", 117: "inferior vena cava",
    118: "portal and splenic vein", 119: "coeliac trunk", 120: "left lower lobe",
    121: "left upper lobe", 122: "right lower lobe", 123: "right middle lobe",
    124: "right upper lobe", 125: "bronchus", 126: "trachea", 127: "pulmonary artery",
    132: "nasal cavity", 133: "right common carotid artery", 134: "left common carotid artery",
    135: "manubrium of the sternum", 136: "right internal carotid artery",
    137: "left internal carotid artery", 138: "right internal jugular vein",
    139: "left internal jugular vein", 140: "brachiocephalic trunk",
    141: "right brachiocephalic vein", 142: "left brachiocephalic vein",
    143: "right subclavian artery", 144: "left subclavian artery",
    **{v + n: f"{side} {t}" for v, t in PAIRED.items() for n, side in enumerate(SIDES)},
}  # fmt: skip

SOURCE = Source(
    name="dap-atlas",
    title="DAP Atlas (dense anatomy on autoPET CT)",
    version="1.0.0",
    homepage="https://github.com/alexanderjaus/AtlasDataset",
    license="CC-BY-NC-4.0",
    access="open",
    commercial=False,
    derived_from=("autopet-fdg",),
    subject_space="autopet-fdg",
    modality="CT",
    anatomy=("whole body",),
    cite="Jaus et al., Towards Unifying Anatomy Segmentation, arXiv:2307.13375",
    cases=Files("<autopet-fdg>/**/PETCT_{patient}/{visit}-{scan:5}/CT.nii.gz"),
    subject="{patient}",
    study="{patient}-{visit}-{scan}",
    labels=[
        Mask(
            "**/AutoPET_{patient}_{scan}.nii.gz",
            names=NAMES,
            includes={92: (135,)},  # the manubrium is cut out of the sternum
            missing=SKIP,
        )
    ],
    evidence=(
        "https://github.com/alexanderjaus/AtlasDataset README.md, Data/label_name.csv, "
        "post_processing",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
    ),
    verified="loader",
)
