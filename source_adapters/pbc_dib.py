"""PBC (Barcelona): single normal peripheral blood cells in eight classes.

`ig` gathers metamyelocytes, myelocytes and promyelocytes. One hidden file (`.DS_169665.jpg`, from
memory) lies among the neutrophils. No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="pbc-dib",
    title="PBC dataset of normal peripheral blood cells",
    version="1.0.0",
    homepage="https://data.mendeley.com/datasets/snkd93bnjr/1",
    license="CC-BY-4.0",
    access="open",
    modality="Microscopy",
    anatomy=("blood",),
    department="Hematology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cases=Files(
        "{class:basophil|eosinophil|erythroblast|ig|lymphocyte|monocyte|neutrophil|platelet}"
        "/{stem}.jpg"
    ),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "basophil": "basophil",
                "eosinophil": "eosinophil",
                "erythroblast": "erythroblast",
                "ig": "immature granulocyte",
                "lymphocyte": "lymphocyte",
                "monocyte": "monocyte",
                "neutrophil": "neutrophil",
                "platelet": "platelet",
            },
        )
    ],
    evidence=(
        'public code search for "PBC_dataset_normal_DIB"',
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/info.py",
    ),
    verified="loader",
)
