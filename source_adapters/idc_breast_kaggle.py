"""IDC: H&E patches of breast cancer slides, 50 pixels wide, with invasive ductal carcinoma or not.

The first folder is the patient. A patch is of class 1 where most of it (four fifths, as we remember
the paper) lies in the outlined tumour: one of class 0 may hold some, and does not become a
statement. The Kaggle zip holds the tree a second time in `IDC_regular_ps50_idx5`; one is read.
"""

from gmai_data import Files, Flags, Source

SOURCE = Source(
    name="idc-breast-kaggle",
    title="IDC breast histopathology patches",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/paultimothymooney/breast-histopathology-images",
    license="LicenseRef-not-stated",
    access="open",
    modality="Pathology",
    anatomy=("breast",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    cite="Cruz-Roa et al., Automatic detection of invasive ductal carcinoma in whole slide images "
    "with convolutional neural networks, SPIE 2014",
    cases=Files("{patient:d}/{class:0|1}/{patient}_idx5_x{x:d}_y{y:d}_class{class}.png"),
    subject="{patient}",
    labels=[
        Flags(
            names={"class": "invasive ductal carcinoma"},
            values={"1": "present", "0": "unknown"},
        )
    ],
    evidence=('public code search for "idx5_x"',),
    verified="loader",
)
