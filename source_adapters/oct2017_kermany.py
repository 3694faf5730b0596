"""OCT2017 (Kermany): retinal OCT B-scans, neovascularisation, macular oedema, drusen or normal.

The middle number of a file name is the patient. The folder `val` (32 images) is in version 2 only;
that version has patients in both train and test. The file name pattern is from memory.
"""

from gmai_data import Class, Files, Source, Term

SOURCE = Source(
    name="oct2017-kermany",
    title="OCT2017 (Kermany)",
    version="1.0.0",
    homepage="https://data.mendeley.com/datasets/rscbjbr9sj",
    license="CC-BY-4.0",
    access="open",
    modality="OCT",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cases=Files(
        "{set:train|val|test}/{class:CNV|DME|DRUSEN|NORMAL}/{class}-{patient:d}-{n:d}.jpeg"
    ),
    subject="{patient}",
    split=Term("{set}", {"train": "train", "val": "val", "test": "test"}),
    labels=[
        Class(
            "{class}",
            names={
                "CNV": "choroidal neovascularisation",
                "DME": "diabetic macular oedema",
                "DRUSEN": "drusen",
                "NORMAL": "normal retina",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/OCT2017.md",
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/info.py",
    ),
    verified="loader",
)
