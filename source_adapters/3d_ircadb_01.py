"""3D-IRCADb-01: liver, its vessels and tumours, and neighbouring organs on CT of twenty patients.

Images and masks are DICOM files without a suffix, in archives that must be unpacked inside each
patient's folder. Which structures are drawn differs from patient to patient, so one that has no
folder is unknown. Names of folders are matched by pattern; what no pattern knows is ignored and
counted (their spelling is partly from memory). Patients are also in LiTS: 1 to 17 are its volumes
28 to 44. For 18 to 20 two comparisons disagree (45 to 47, or 46 to 48): they keep ids of their own.
"""

import re
from collections.abc import Mapping

from gmai_data import DicomSeries, Mask, Source


def volume(row: Mapping[str, str]) -> str:
    """The patient as LiTS calls it, where that is known."""
    number = int(row["n"])
    return f"volume-{number + 27}" if number <= 17 else f"3Dircadb1.{number}"


SOURCE = Source(
    name="3d-ircadb-01",
    title="3D-IRCADb-01",
    version="1.0.0",
    homepage="https://www.ircad.fr/research/data-sets/liver-segmentation-3d-ircadb-01/",
    license="CC-BY-NC-ND-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    derivatives=False,
    modality="CT",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    cite="Soler et al., 3D image reconstruction for comparison of algorithm database, IRCAD 2010",
    cases=DicomSeries("3Dircadb1.{n:d}/PATIENT_DICOM/*", derive={"volume": volume}),
    subject="{volume}",
    subject_space="lits",
    labels=[
        Mask(
            "3Dircadb1.{n}/MASKS_DICOM/{structure}/*",
            form="dicom-stack",
            by="{structure}",
            names={
                re.compile(r"(?i)liver"): "liver",
                re.compile(r"(?i)liver_?tumou?rs?_?\d*"): "liver tumour",
                re.compile(r"(?i)liver_?(cyst|kyste?)s?_?\d*"): "liver cyst",
                re.compile(r"(?i)portal_?vein\d*"): "portal vein",
                re.compile(r"(?i)vena_?cava"): "inferior vena cava",
                re.compile(r"(?i)left_?kidney"): "left kidney",
                re.compile(r"(?i)right_?kidney"): "right kidney",
                re.compile(r"(?i)left_?lung"): "left lung",
                re.compile(r"(?i)right_?lung"): "right lung",
                re.compile(r"(?i)left_?surr?enal_?gland"): "left adrenal gland",
                re.compile(r"(?i)right_?surr?enal_?gland"): "right adrenal gland",
                re.compile(r"(?i)gallbladder"): "gallbladder",
                re.compile(r"(?i)spleen"): "spleen",
                re.compile(r"(?i)pancreas"): "pancreas",
                re.compile(r"(?i)stomach"): "stomach",
                re.compile(r"(?i)colon"): "colon",
                re.compile(r"(?i)small_?intestine?"): "small bowel",
                re.compile(r"(?i)duodenum"): "duodenum",
                re.compile(r"(?i)heart"): "heart",
                re.compile(r"(?i)aorta"): "aorta",
                re.compile(r"(?i)bladder"): "urinary bladder",
                re.compile(r"(?i)uterus"): "uterus",
                re.compile(r"(?i)bones?"): "bone",
                re.compile(r".*"): None,  # skin, arteries, veins, metal …
            },
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/ircadb.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/3D-IRCADB.md",
        "https://github.com/assassint2017/MICCAI-LITS2017/issues/33, "
        "https://github.com/JunMa11/AbdomenCT-1K/issues/27 (numbers in LiTS)",
    ),
    verified="loader",
)
