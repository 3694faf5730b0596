"""DermaMNIST: dermoscopic images in seven classes, from HAM10000.

Patient ids and the names of the original images are lost. The 224 pixel file of MedMNIST+ is read
where there is one, else the 28 pixel file. Labels are a column vector. Images
of one lesion stand in several splits.
"""

from gmai_data import NO_SUBJECT, Arrays, Class, Layout, Source

NAMES = [
    "actinic keratosis or intraepithelial carcinoma",
    "basal cell carcinoma",
    "benign keratosis-like lesion",
    "dermatofibroma",
    "melanoma",
    "melanocytic naevus",
    "vascular skin lesion",
]

SOURCE = Source(
    name="dermamnist",
    title="DermaMNIST (MedMNIST v2)",
    version="2.0.0",
    homepage="https://zenodo.org/records/10519652",
    license="CC-BY-NC-4.0",
    access="open",
    modality="Dermoscopy",
    anatomy=("skin",),
    department="Dermatology",
    redistribution=True,
    commercial=False,
    derivatives=True,
    benchmark=("test",),
    derived_from=("ham10000",),
    cite="Yang et al., MedMNIST v2, Scientific Data 2023",
    subject=NO_SUBJECT,
    split="{split}",
    layouts=(
        Layout(
            "224",
            cases=Arrays("dermamnist_224.npz!{split:train|val|test}_images"),
            labels=[Class(array="dermamnist_224.npz!{split}_labels", names=NAMES)],
        ),
        Layout(
            "28",
            cases=Arrays("dermamnist.npz!{split:train|val|test}_images"),
            labels=[Class(array="dermamnist.npz!{split}_labels", names=NAMES)],
        ),
    ),
    evidence=(
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/info.py",
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/dataset.py",
    ),
    verified="loader",
)
