"""OrganAMNIST: axial CT crops around one of eleven organs, from LiTS.

Patient ids and the names of the original images are lost. The 224 pixel file of MedMNIST+ is read
where there is one, else the 28 pixel file. Labels are a column vector.
"""

from gmai_data import NO_SUBJECT, Arrays, Class, Layout, Source

NAMES = [
    "urinary bladder",
    "left femur",
    "right femur",
    "heart",
    "left kidney",
    "right kidney",
    "liver",
    "left lung",
    "right lung",
    "pancreas",
    "spleen",
]

SOURCE = Source(
    name="organamnist",
    title="OrganAMNIST (MedMNIST v2)",
    version="2.0.0",
    homepage="https://zenodo.org/records/10519652",
    license="CC-BY-4.0",
    access="open",
    derived_from=("lits",),
    modality="CT",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    subject=NO_SUBJECT,
    split="{split}",
    layouts=(
        Layout(
            "224",
            cases=Arrays("organamnist_224.npz!{split:train|val|test}_images", axes="NHW"),
            labels=[Class(array="organamnist_224.npz!{split}_labels", names=NAMES)],
        ),
        Layout(
            "28",
            cases=Arrays("organamnist.npz!{split:train|val|test}_images", axes="NHW"),
            labels=[Class(array="organamnist.npz!{split}_labels", names=NAMES)],
        ),
    ),
    evidence=(
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/info.py",
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/dataset.py",
    ),
    verified="loader",
)
