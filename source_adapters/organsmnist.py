"""OrganSMNIST: sagittal CT crops around one of eleven organs, from LiTS.

The classes and their order are those of OrganAMNIST (MedMNIST's own `info.py`). Patient ids and the
names of the original images are lost: the three OrganMNIST sets show the same patients. The 224
pixel file of MedMNIST+ is read where there is one, else the 28 pixel file.
"""

from gmai_data import NO_SUBJECT, Arrays, Class, Layout, Source
from source_adapters.organamnist import NAMES

SOURCE = Source(
    name="organsmnist",
    title="OrganSMNIST (MedMNIST v2)",
    version="2.0.0",
    homepage="https://zenodo.org/records/10519652",
    license="CC-BY-4.0",
    access="open",
    modality="CT",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    derived_from=("lits",),
    cite="Yang et al., MedMNIST v2, Scientific Data 2023",
    subject=NO_SUBJECT,
    split="{split}",
    layouts=(
        Layout(
            "224",
            cases=Arrays("organsmnist_224.npz!{split:train|val|test}_images", axes="NHW"),
            labels=[Class(array="organsmnist_224.npz!{split}_labels", names=NAMES)],
        ),
        Layout(
            "28",
            cases=Arrays("organsmnist.npz!{split:train|val|test}_images", axes="NHW"),
            labels=[Class(array="organsmnist.npz!{split}_labels", names=NAMES)],
        ),
    ),
    evidence=(
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/info.py",
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/dataset.py",
    ),
    verified="loader",
)
