"""LLD-MMRI2023: one liver lesion per patient in eight MR phases, cut out, with its diagnosis.

Read are the regions cut around the lesion (`classification_dataset`); the phases differ in size
and are cases of their own. The diagnosis is of the lesion, so of each phase. Whole volumes with
boxes in one JSON are not read, nor folds, nor the masks that others drew in 2025. A patient who is
not in `labels.txt` (validation and test, in the first download) is unknown. The page says CC BY-NC
4.0 and, in an agreement beside it, that no part may be passed on.
"""

from gmai_data import UNKNOWN, Class, Files, Source, Table

SOURCE = Source(
    name="lld-mmri",
    title="LLD-MMRI2023 (liver lesion diagnosis)",
    version="1.0.0",
    homepage="https://github.com/LMMMEng/LLD-MMRI2023",
    license="LicenseRef-LLD-MMRI",
    access="agreement",
    redistribution=False,
    commercial=False,
    modality="MR",
    anatomy=("liver",),
    department="Gastroenterology and Hepatology",
    cite="Lou et al., SDR-Former, Neural Networks 2025, doi:10.1016/j.neunet.2025.107228",
    root=("classification_dataset", ""),
    cases=Files(
        "images/{patient}/{phase:C+A|C+Delay|C-pre|C+V|DWI|In Phase|Out Phase|T2WI}.nii.gz"
    ),
    subject="{patient}",
    study="{patient}",
    labels=[
        Class(
            "{class}",
            names={
                0: "liver haemangioma",
                1: "intrahepatic cholangiocarcinoma",
                2: "liver abscess",
                3: "liver metastasis",
                4: "liver cyst",
                5: "focal nodular hyperplasia",
                6: "hepatocellular carcinoma",
            },
            table=Table("labels/labels.txt", sep=" ", header=["patient", "class"], on="patient"),
            level="study",
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/LLD-MMRI2023.md",
        "https://github.com/LMMMEng/LLD-MMRI2023 main/README.md (folders, phases, numbers of the "
        "classes), main/datasets/mp_liver_dataset.py",
        "https://github.com/LMMMEng/LLD-MMRI-Dataset README.md (terms)",
    ),
    verified="loader",
)
