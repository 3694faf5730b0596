"""ISIC 2024 (SLICE-3D): small crops of single lesions out of total-body photographs.

Of 401,059 crops 393 are malignant. Most benign ones were not biopsied: benign means that nobody
suspected them. The pictures are 15 mm wide and coarse, as from a phone: clinical photographs and no
dermoscopy, which is the nearest of the thirteen modalities. The HDF5 copy is not read: unpack the
zip.
"""

from gmai_data import UNKNOWN, Class, Source, Table, Value

SOURCE = Source(
    name="isic2024-slice3d",
    title="ISIC 2024 (SLICE-3D)",
    version="1.0.0",
    homepage="https://www.kaggle.com/competitions/isic-2024-challenge",
    license="CC-BY-NC-4.0",
    access="registration",
    modality="Dermoscopy",
    sequence="clinical photograph",
    anatomy=("skin",),
    department="Dermatology",
    redistribution=True,
    commercial=False,
    derivatives=True,
    cite="Kurtansky et al., The SLICE-3D dataset, Scientific Data 2024",
    cases=Table("train-metadata.csv", image="train-image/image/{isic_id}.jpg"),
    subject="{patient_id}",
    labels=[
        Class("{target}", of="malignancy", names={"0": "benign", "1": "malignant"}),
        Value(
            "{clin_size_long_diam_mm}",
            name="lesion diameter",
            unit="mm",
            valid=(0.1, 100),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/SLICE-3D.md",
        'public code search for "clin_size_long_diam_mm"',
    ),
    verified="loader",
)
