"""TissueMNIST: human kidney cortex cells in fluorescence microscopy, eight classes.

Patient ids and the names of the original images are lost. The 224 pixel file of MedMNIST+ is read
where there is one, else the 28 pixel file. Labels are a column vector.
"""

from gmai_data import NO_SUBJECT, Arrays, Class, Layout, Source

NAMES = [
    "collecting duct or connecting tubule cell",
    "distal convoluted tubule cell",
    "glomerular endothelial cell",
    "interstitial endothelial cell",
    "leucocyte",
    "podocyte",
    "proximal tubule cell",
    "thick ascending limb cell",
]

SOURCE = Source(
    name="tissuemnist",
    title="TissueMNIST (MedMNIST v2)",
    version="2.0.0",
    homepage="https://zenodo.org/records/10519652",
    license="CC-BY-4.0",
    access="open",
    modality="Microscopy",
    anatomy=("kidney",),
    department="Nephrology and Hypertension",
    sequence="fluorescence",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    subject=NO_SUBJECT,
    split="{split}",
    layouts=(
        Layout(
            "224",
            cases=Arrays("tissuemnist_224.npz!{split:train|val|test}_images", axes="NHW"),
            labels=[Class(array="tissuemnist_224.npz!{split}_labels", names=NAMES)],
        ),
        Layout(
            "28",
            cases=Arrays("tissuemnist.npz!{split:train|val|test}_images", axes="NHW"),
            labels=[Class(array="tissuemnist.npz!{split}_labels", names=NAMES)],
        ),
    ),
    evidence=(
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/info.py",
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/dataset.py",
    ),
    verified="loader",
)
