"""PROMISE12: the prostate on transverse T2-weighted MR from four centres.

Training and test numbers both start at 0, over different patients. Test labels were not released:
unknown, not empty. Older copies keep the training cases in three folders.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SETS = {
    "training_data": "train", "TrainingData_Part1": "train", "TrainingData_Part2": "train",
    "TrainingData_Part3": "train", "test_data": "test", "TestData": "test",
}  # fmt: skip

SOURCE = Source(
    name="promise12",
    title="PROMISE12",
    version="1.0.0",
    homepage="https://promise12.grand-challenge.org/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    benchmark=("test",),
    modality="MR",
    sequence="T2w",
    anatomy=("prostate",),
    department="Urology",
    cite="Litjens et al., Medical Image Analysis 2014, doi:10.1016/j.media.2013.12.002",
    cases=Files(f"{{set:{'|'.join(SETS)}}}/Case{{n:02d}}.mhd"),
    subject="{set}-{n}",
    split=Term("{set}", SETS),
    labels=[Mask("{set}/Case{n}_segmentation.mhd", names={1: "prostate"}, missing=UNKNOWN)],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/MIC-DKFZ/nnUNet (nnunetv1) nnunet/dataset_conversion/"
        "Task024_Promise2012.py",
    ),
    verified="loader",
)
