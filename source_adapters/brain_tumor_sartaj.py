"""SARTAJ: MR slices of the brain with a tumour of three kinds, or without.

Users report that the folder of gliomas holds other tumours too (the makers of a later collection
threw it out), so a picture there is said to show a tumour and not which. Sequence, plane and
contrast are not given; no patient id, and patients may be in both Training and Testing. Many of
these slices are in `brain-tumor-mri-nickparvar`.
"""

from gmai_data import NO_SUBJECT, Class, Files, Flags, Source, Term

SOURCE = Source(
    name="brain-tumor-sartaj",
    title="Brain Tumor Classification (MRI), SARTAJ",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/sartajbhuvaji/brain-tumor-classification-mri",
    license="MIT",
    access="registration",
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cases=Files(
        "{set:Training|Testing}/"
        "{class:glioma_tumor|meningioma_tumor|no_tumor|pituitary_tumor}/{stem}.jpg"
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"Training": "train", "Testing": "test"}),
    labels=[
        Class(
            "{class}",
            names={
                "glioma_tumor": None,
                "meningioma_tumor": "meningioma",
                "no_tumor": None,
                "pituitary_tumor": "pituitary tumour",
            },
        ),
        Flags(
            names={"class": "brain tumour"},
            values={
                "glioma_tumor": "present",
                "meningioma_tumor": "present",
                "no_tumor": "absent",
                "pituitary_tumor": "present",
            },
        ),
    ],
    evidence=(
        'public loader code (search for "glioma_tumor"): Training, Testing and their four folders',
        "https://github.com/omar-adel1/Brain-Tumor-Classification README.md (gliomas removed)",
    ),
    verified="loader",
)
