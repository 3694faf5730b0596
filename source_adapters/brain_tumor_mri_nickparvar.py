"""Brain Tumor MRI (Kaggle, Nickparvar): MR slices, glioma, meningioma, pituitary tumour or none.

A merge of three collections without patient ids: patients are in both Training and Testing.
Sequence, plane and contrast are not given.
"""

from gmai_data import NO_SUBJECT, Class, Files, Flags, Source, Term

SOURCE = Source(
    name="brain-tumor-mri-nickparvar",
    title="Brain Tumor MRI Dataset (Nickparvar)",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/masoudnickparvar/brain-tumor-mri-dataset",
    license="CC0-1.0",
    access="registration",
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    derived_from=("br35h", "brain-tumor-cheng", "brain-tumor-sartaj"),
    cases=Files("{set:Training|Testing}/{class:glioma|meningioma|notumor|pituitary}/{stem}.jpg"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"Training": "train", "Testing": "test"}),
    labels=[
        Class(
            "{class}",
            names={
                "glioma": "glioma",
                "meningioma": "meningioma",
                "notumor": None,
                "pituitary": "pituitary tumour",
            },
        ),
        Flags(
            names={"class": "brain tumour"},
            values={
                "glioma": "present",
                "meningioma": "present",
                "notumor": "absent",
                "pituitary": "present",
            },
        ),
    ],
    evidence=('public code search for "Te-gl_0"',),
    verified="loader",
)
