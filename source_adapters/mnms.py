"""M&Ms: short-axis cine MR of the heart from six centres and four vendors.

Image and label are 4D; the label is filled only at the two frames that the table names in ED and
ES. Labels are 1 = left, 3 = right, the reverse of ACDC. Some direction cosines are not orthonormal.
Cases under Unlabeled have no label, though some have a file of that name: unknown, not empty.
"""

from gmai_data import UNKNOWN, Files, First, Mask, Source, Table, Term

SOURCE = Source(
    name="mnms",
    title="M&Ms 2020",
    version="1.0.0",
    homepage="https://www.ub.edu/mnms/",
    license="LicenseRef-MnMs",
    access="registration",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    modality="MR",
    sequence="cine",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    cite="Campello et al., IEEE TMI 2021, doi:10.1109/TMI.2021.3090082",
    root=("OpenDataset", ""),
    cases=Files(
        (
            "{set:Training}/{:Labeled|Unlabeled}/{code:6}/{code}_sa.nii.gz",
            "{set:Validation|Testing}/{code:6}/{code}_sa.nii.gz",
        ),
        frames={"ED": "{ED}", "ES": "{ES}"},
    ),
    join=[
        Table(
            "*_M&Ms_Dataset_information_diagnosis_opendataset.csv",
            parse={"External code": "{code}"},
            on="code",
        )
    ],
    subject="{code}",
    study="{code}",
    split=Term("{set}", {"Training": "train", "Validation": "val", "Testing": "test"}),
    view="short axis",
    labels=[
        Mask(
            First("{set}/Labeled/{code}/{code}_sa_gt.nii.gz", "{set}/{code}/{code}_sa_gt.nii.gz"),
            frame="{frame}",
            names={1: "left ventricle", 2: "left ventricular myocardium", 3: "right ventricle"},
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/Dataset114_MNMs.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/M&Ms.md",
        'public code search for "211230_M&Ms_Dataset_information" (folders, Unlabeled)',
    ),
    verified="loader",
)
