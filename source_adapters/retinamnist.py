"""RetinaMNIST: fundus photographs graded for diabetic retinopathy, from DeepDRiD.

Patient ids and the names of the original images are lost. The 224 pixel file of MedMNIST+ is read
where there is one, else the 28 pixel file. Labels are a column vector.
"""

from gmai_data import NO_SUBJECT, Arrays, Class, Layout, Source

NAMES = [
    "no diabetic retinopathy",
    "mild nonproliferative diabetic retinopathy",
    "moderate nonproliferative diabetic retinopathy",
    "severe nonproliferative diabetic retinopathy",
    "proliferative diabetic retinopathy",
]

SOURCE = Source(
    name="retinamnist",
    title="RetinaMNIST (MedMNIST v2)",
    version="2.0.0",
    homepage="https://zenodo.org/records/10519652",
    license="CC-BY-4.0",
    access="open",
    derived_from=("deepdrid",),
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    subject=NO_SUBJECT,
    split="{split}",
    layouts=(
        Layout(
            "224",
            cases=Arrays("retinamnist_224.npz!{split:train|val|test}_images"),
            labels=[Class(array="retinamnist_224.npz!{split}_labels", names=NAMES)],
        ),
        Layout(
            "28",
            cases=Arrays("retinamnist.npz!{split:train|val|test}_images"),
            labels=[Class(array="retinamnist.npz!{split}_labels", names=NAMES)],
        ),
    ),
    evidence=(
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/info.py",
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/dataset.py",
    ),
    verified="loader",
)
