"""PneumoniaMNIST: paediatric chest radiographs, normal or pneumonia, from Kermany's.

Patient ids and the names of the original images are lost. The 224 pixel file of MedMNIST+ is read
where there is one, else the 28 pixel file. Labels are a column vector.
"""

from gmai_data import NO_SUBJECT, Arrays, Class, Layout, Source

NAMES = [
    "normal chest radiograph",
    "pneumonia",
]

SOURCE = Source(
    name="pneumoniamnist",
    title="PneumoniaMNIST (MedMNIST v2)",
    version="2.0.0",
    homepage="https://zenodo.org/records/10519652",
    license="CC-BY-4.0",
    access="open",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    derived_from=("kermany-chest-xray",),
    subject=NO_SUBJECT,
    split="{split}",
    layouts=(
        Layout(
            "224",
            cases=Arrays("pneumoniamnist_224.npz!{split:train|val|test}_images", axes="NHW"),
            labels=[Class(array="pneumoniamnist_224.npz!{split}_labels", names=NAMES)],
        ),
        Layout(
            "28",
            cases=Arrays("pneumoniamnist.npz!{split:train|val|test}_images", axes="NHW"),
            labels=[Class(array="pneumoniamnist.npz!{split}_labels", names=NAMES)],
        ),
    ),
    evidence=(
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/info.py",
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/dataset.py",
    ),
    verified="loader",
)
