"""AMOS22: fifteen abdominal organs on CT and MR.

The modality is only in the number: up to 500 is CT, above is MR. Label 15 is prostate or uterus,
whichever the patient has. Labels of imagesTs are withheld, so it is not read. The zip carries
`__MACOSX`.
"""

from gmai_data import Files, Mask, Source, Term

ORGANS = {
    1: "spleen", 2: "right kidney", 3: "left kidney", 4: "gallbladder", 5: "oesophagus",
    6: "liver", 7: "stomach", 8: "aorta", 9: "inferior vena cava", 10: "pancreas",
    11: "right adrenal gland", 12: "left adrenal gland", 13: "duodenum", 14: "urinary bladder",
    15: "prostate or uterus",
}  # fmt: skip

SOURCE = Source(
    name="amos22",
    title="AMOS22 (multi-modality abdominal multi-organ)",
    version="1.0.0",
    homepage="https://zenodo.org/records/7262581",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    modality=Term("{n}", {range(1, 501): "CT", range(501, 1000): "MR"}),
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    cite="Ji et al., AMOS, NeurIPS 2022, arXiv:2206.08023",
    root=("amos22", ""),
    cases=Files("images{set:Tr|Va}/amos_{n:04d}.nii.gz"),
    subject="{n}",
    split=Term("{set}", {"Tr": "train", "Va": "val"}),
    labels=[Mask("labels{set}/amos_{n}.nii.gz", names=ORGANS)],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/"
        "Dataset218_Amos2022_task1.py",
        "https://github.com/neuro-ml/amid amid/amos/dataset.py",
    ),
    verified="loader",
)
