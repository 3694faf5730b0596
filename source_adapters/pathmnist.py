"""PathMNIST: H&E tiles of colorectal tissue in nine classes, from NCT-CRC-HE-100K.

Patient ids and the names of the original images are lost. The 224 pixel file of MedMNIST+ is read
where there is one, else the 28 pixel file. Labels are a column vector.
"""

from gmai_data import NO_SUBJECT, Arrays, Class, Layout, Source

NAMES = [
    "adipose tissue",
    None,
    "cellular debris",
    "lymphocyte",
    "mucus",
    "smooth muscle",
    "normal colon mucosa",
    "cancer-associated stroma",
    "colorectal adenocarcinoma epithelium",
]

SOURCE = Source(
    name="pathmnist",
    title="PathMNIST (MedMNIST v2)",
    version="2.0.0",
    homepage="https://zenodo.org/records/10519652",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    anatomy=("colon",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    derived_from=("nct-crc-he",),
    subject=NO_SUBJECT,
    split="{split}",
    layouts=(
        Layout(
            "224",
            cases=Arrays("pathmnist_224.npz!{split:train|val|test}_images"),
            labels=[Class(array="pathmnist_224.npz!{split}_labels", names=NAMES)],
        ),
        Layout(
            "28",
            cases=Arrays("pathmnist.npz!{split:train|val|test}_images"),
            labels=[Class(array="pathmnist.npz!{split}_labels", names=NAMES)],
        ),
    ),
    evidence=(
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/info.py",
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/dataset.py",
    ),
    verified="loader",
)
