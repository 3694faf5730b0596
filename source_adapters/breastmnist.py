"""BreastMNIST: breast ultrasound images, malignant or not, from BUSI.

Patient ids and the names of the original images are lost. The 224 pixel file of MedMNIST+ is read
where there is one, else the 28 pixel file. Labels are a column vector. 0 is
malignant; 1 joins normal and benign.
"""

from gmai_data import NO_SUBJECT, Arrays, Class, Layout, Source

NAMES = [
    "malignant",
    "normal or benign",
]

SOURCE = Source(
    name="breastmnist",
    title="BreastMNIST (MedMNIST v2)",
    version="2.0.0",
    homepage="https://zenodo.org/records/10519652",
    license="CC-BY-4.0",
    access="open",
    modality="Ultrasound",
    anatomy=("breast",),
    department="Oncology (Medical)",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    derived_from=("busi",),
    cite="Yang et al., MedMNIST v2, Scientific Data 2023",
    subject=NO_SUBJECT,
    split="{split}",
    layouts=(
        Layout(
            "224",
            cases=Arrays("breastmnist_224.npz!{split:train|val|test}_images", axes="NHW"),
            labels=[
                Class(array="breastmnist_224.npz!{split}_labels", of="malignancy", names=NAMES)
            ],
        ),
        Layout(
            "28",
            cases=Arrays("breastmnist.npz!{split:train|val|test}_images", axes="NHW"),
            labels=[Class(array="breastmnist.npz!{split}_labels", of="malignancy", names=NAMES)],
        ),
    ),
    evidence=(
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/info.py",
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/dataset.py",
    ),
    verified="loader",
)
