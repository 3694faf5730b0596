"""BiomedParseData: slices and pictures of 45 public segmentation sets, a mask for each target.

All pictures are padded and scaled to 1024 pixels square: no size in millimetres is left. Targets
are in a hierarchy (left kidney, kidney), so that masks overlap. A picture has masks of what its own
set annotates, and nothing says what else is absent. Masks of all cells of a kind together, and of
parts that another mask repeats, are ignored. Sides are those of the sets; how a slice is turned is
not known. The test folders are the model's benchmark, not those of the sets. A picture keeps the
name that its set gave the volume or picture: where that tells the patient, or the picture of the
ISIC archive, it has one split with that set; elsewhere patients are not known.
"""

import re
from collections.abc import Mapping

from gmai_data import NO_SUBJECT, UNKNOWN, Files, First, Mask, Source, Table, Term
from source_adapters.brats_tcga_gbm import IN_BRATS, WHOSE
from source_adapters.isic2019 import LESIONS

# how a picture's name begins, and whose patient that is; other names say nothing
NAMES = (
    (re.compile(r"amos_(\d{4})_"), "<amos22>{}"),
    (re.compile(r"coronacases_(\d{3})_"), "<covid19-ct-seg>{}"),
    (re.compile(r"ISIC_(\d{7})_"), "<isic-archive>ISIC_{}"),
    (re.compile(r"case_(\d{5})_"), "<kits19>{}"),
    (re.compile(r"liver_(\d+)_"), "<lits>volume-{}"),
    (re.compile(r"pancreas_(\d+)_"), "<msd-task07-pancreas>{}"),
    (re.compile(r"hepaticvessel_(\d+)_"), "<msd-task08-hepaticvessel>{}"),
    (re.compile(r"spleen_(\d+)_"), "<msd-task09-spleen>{}"),
    (re.compile(r"colon_(\d+)_"), "<msd-task10-colon>{}"),
)
TCGA = re.compile(r"TCGA_(\w{2})_(\w{4})_")
SPACES = tuple(form[1:].partition(">")[0] for _, form in NAMES)


def barcode(row: Mapping[str, str]) -> str:
    """The patient of the TCGA, or nothing."""
    found = TCGA.match(row["image"])
    return f"TCGA-{found[1]}-{found[2]}" if found else ""


def isic(row: Mapping[str, str]) -> str:
    """The number of a picture of the ISIC archive, or nothing."""
    found = re.match(r"ISIC_(\d{7})_", row["image"])
    return str(int(found[1])) if found else ""


def patient(row: Mapping[str, str]) -> str:
    """The patient as the set of the picture calls it, or nothing."""
    if code := barcode(row):
        return f"<tcga>{code}"
    for name, form in NAMES:
        if found := name.match(row["image"]):
            return form.format(int(found[1]))
    return ""


SOURCE = Source(
    name="biomedparse",
    title="BiomedParseData",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/microsoft/BiomedParseData",
    license="CC-BY-NC-SA-4.0",
    access="open",
    commercial=False,
    benchmark=("test",),
    derived_from=(
        "acdc", "amos22", "bkai-igh", "btcv-cervix", "busi", "camus", "covid-qu-ex",
        "covid19-ct-seg", "covid19-radiography-db", "drive", "g1020", "glas", "isic2018", "kits23",
        "lgg-mri", "lidc-idri", "mnms", "montgomery-tb", "msd-task02-heart", "msd-task03-liver",
        "msd-task04-hippocampus", "msd-task05-prostate", "msd-task06-lung", "msd-task07-pancreas",
        "msd-task08-hepaticvessel", "msd-task09-spleen", "msd-task10-colon", "pannuke", "polypgen",
        "promise12", "psfhs-jnuifm", "refuge", "shenzhen-tb", "siim-acr-pneumothorax",
        "uwaterloo-skin",
    ),
    cite="Zhao et al., A foundation model for joint segmentation …, Nature Methods 2024",
    modality=Term(
        "{image}",
        {
            re.compile(r".*_CT_[^_]+"): "CT",
            re.compile(r".*_MRI[^_]*_[^_]+"): "MR",
            re.compile(r".*_X-Ray_[^_]+"): "X-Ray",
            re.compile(r".*_ultrasound_[^_]+"): "Ultrasound",
            re.compile(r".*_pathology_[^_]+"): "Pathology",
            re.compile(r".*_fundus_[^_]+"): "Fundus Photography",
            re.compile(r".*_dermoscopy_[^_]+"): "Dermoscopy",
            re.compile(r".*_endoscope_[^_]+"): "Endoscopy",
            re.compile(r".*_OCT_[^_]+"): "OCT",
            re.compile(".*"): None,
        },
    ),
    cases=Files(
        "{dataset}/**/{set:train|test}/{image}.png",
        derive={"patient": patient, "tcga": barcode, "n": isic},
    ),
    join=(
        *IN_BRATS,
        LESIONS,
        Table(
            "<isic2018>/**/ISIC2018_Task3_Training_LesionGroupings.csv",
            parse={"image": "ISIC_{n:07d}"},
            derive={"grouped": lambda row: row["lesion_id"]},
            on="n",
            optional=True,
        ),
    ),
    subject=First(
        *WHOSE, "<isic-archive>{grouped}", "<isic-archive>{lesion}", "{patient}", NO_SUBJECT
    ),
    subject_space=(*SPACES, "brats2018", "tcga"),
    split="{set}",
    labels=[
        Mask(
            "{dataset}/**/{set}_mask/{image}_{target}.png",
            form="binary",
            by="{target}",
            missing=UNKNOWN,
            names={
                "right+heart+ventricle": "right ventricle",
                "myocardium": "myocardium",
                "left+heart+ventricle": "left ventricle",
                "kidney": "kidney",
                "liver": "liver",
                "pancreas": "pancreas",
                "spleen": "spleen",
                "uterus": "uterus",
                "brain+tumor+edema": "peritumoural oedema",
                "whole+brain+tumor": "brain tumour",
                "non-enhancing+tumor": "non-enhancing tumour core",
                "enhancing+tumor": "enhancing tumour",
                "brain+tumor+core": None,
                "breast+cancer+cells": None,
                "benign+breast+cancer+cells": None,
                "malignant+breast+cancer+cells": None,
                "benign+breast+tumor": None,
                "breast+tumor": "breast mass",
                "malignant+breast+tumor": None,
                "left+heart+atrium": "left atrium",
                "lesion": "lesion",
                "COVID-19+infection": "COVID-19 pneumonia",
                "lung": "lung",
                "left+lung": "left lung",
                "right+lung": "right lung",
                "retinal+vessel": "retinal vessel",
                "public+symphysis": "pubic symphysis",
                "fetal+head": "fetal head",
                "pulmonary+embolism": "pulmonary embolism",
                "optic+disc": "optic disc",
                "optic+cup": "optic cup",
                "colon+glandular+structure": "colonic gland",
                "lower-grade+glioma": None,
                "brain+tumor": "brain tumour",
                "lung+nodule": "lung nodule",
                "liver+tumor": "liver tumour",
                "anterior+hippocampus": "anterior hippocampus",
                "posterior+hippocampus": "posterior hippocampus",
                "prostate+transitional+zone": "transition zone",
                "prostate+peripheral+zone": "peripheral zone",
                "lung+tumor": "lung tumour",
                "pancreas+tumor": "pancreatic tumour",
                "hepatic+vessel": "hepatic vessel",
                "colon+tumor": "colon cancer",
                "neoplastic+colon+polyp": "neoplastic polyp",
                "colon+polyp": "polyp",
                "non-neoplastic+colon+polyp": "non-neoplastic polyp",
                "cystoid+macular+edema": "cystoid macular oedema",
                "prostate": "prostate",
                "neoplastic+cells": None,
                "inflammatory+cells": None,
                "connective+tissue+cells": None,
                "epithelial+cells": None,
                "lung+opacity": "lung opacity",
                "viral+pneumonia": "viral pneumonia",
                "left+adrenal+gland": "left adrenal gland",
                "right+adrenal+gland": "right adrenal gland",
                "aorta": "aorta",
                "bladder": "urinary bladder",
                "colon": "colon",
                "duodenum": "duodenum",
                "postcava": "inferior vena cava",
                "left+kidney": "left kidney",
                "right+kidney": "right kidney",
                "stomach": "stomach",
                "adrenal+gland": "adrenal gland",
                "esophagus": "oesophagus",
                "gallbladder": "gallbladder",
                "left+lower+lung+lobe": "left lower lobe",
                "right+lower+lung+lobe": "right lower lobe",
                "right+middle+lung+lobe": "right middle lobe",
                "lower+lung+lobe": None,
                "middle+lung+lobe": None,
                "heart": "heart",
                "left+upper+lung+lobe": "left upper lobe",
                "right+upper+lung+lobe": "right upper lobe",
                "upper+lung+lobe": None,
                "melanoma": "melanoma",
                "abdomen+tumor": None,
                "kidney+tumor": "kidney tumour",
                "kidney+cyst": "kidney cyst",
                "pneumothorax": "pneumothorax",
                "pleural+effusion": "pleural effusion",
                "cerebellum": "cerebellum",
                "brain+ventricles": "cerebral ventricles",
            },
        )
    ],
    evidence=(
        "https://github.com/microsoft/BiomedParse README, assets/readmes/DATASET.md (the sets), "
        "figures/metadata/target_counts.json",
        "https://github.com/microsoft/BiomedParse image_assets/image_demo (names)",
        'public code search for "BiomedParseData-Demo": names of images and masks',
    ),
    verified="loader",
)  # fmt: skip
