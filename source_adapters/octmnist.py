"""OCTMNIST: retinal OCT images in three diseases and normal, from Kermany.

Patient ids and the names of the original images are lost. The 224 pixel file of MedMNIST+ is read
where there is one, else the 28 pixel file. Labels are a column vector.
"""

from gmai_data import NO_SUBJECT, Arrays, Class, Layout, Source

NAMES = [
    "choroidal neovascularisation",
    "diabetic macular oedema",
    "drusen",
    "normal retina",
]

SOURCE = Source(
    name="octmnist",
    title="OCTMNIST (MedMNIST v2)",
    version="2.0.0",
    homepage="https://zenodo.org/records/10519652",
    license="CC-BY-4.0",
    access="open",
    modality="OCT",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    derived_from=("oct2017-kermany",),
    cite="Yang et al., MedMNIST v2, Scientific Data 2023",
    subject=NO_SUBJECT,
    split="{split}",
    layouts=(
        Layout(
            "224",
            cases=Arrays("octmnist_224.npz!{split:train|val|test}_images", axes="NHW"),
            labels=[Class(array="octmnist_224.npz!{split}_labels", names=NAMES)],
        ),
        Layout(
            "28",
            cases=Arrays("octmnist.npz!{split:train|val|test}_images", axes="NHW"),
            labels=[Class(array="octmnist.npz!{split}_labels", names=NAMES)],
        ),
    ),
    evidence=(
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/info.py",
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/dataset.py",
    ),
    verified="loader",
)
