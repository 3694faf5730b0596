"""PI-CAI: clinically significant prostate cancer on biparametric MR (T2w, ADC, high-b DWI).

Labels are another repository beside the images, with three sources of lesions in this order: human
experts (value = ISUP grade group, 2 to 5, on the T2w grid), Pooch25 (binary), AI (binary). A grade
is histology and cannot be seen, so all grades become one term. An expert file without foreground
means no lesion of grade 2 or more. 328 cases are also in ProstateX.
"""

from gmai_data import ABSENT, UNKNOWN, Files, First, Mask, Source

CANCER = "clinically significant prostate cancer"
LESIONS = "picai_labels/csPCa_lesion_delineations"

SOURCE = Source(
    name="pi-cai",
    title="PI-CAI public training",
    version="1.0.0",
    homepage="https://pi-cai.grand-challenge.org/",
    license="CC-BY-NC-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="MR",
    anatomy=("prostate",),
    department="Urology",
    derived_from=("prostatex",),
    cite="Saha et al., Lancet Oncology 2024, doi:10.1016/S1470-2045(24)00220-1",
    cases=Files(
        "images/{patient:d}/{patient}_{study:d}_{channel:t2w|adc|hbv}.mha",
        channels={"t2w": "T2w", "adc": "ADC", "hbv": "DWI"},
    ),
    subject="{patient}",
    study="{patient}-{study}",
    labels=[
        First(
            Mask(
                f"{LESIONS}/human_expert/resampled/{{patient}}_{{study}}.nii.gz",
                names={2: CANCER, 3: CANCER, 4: CANCER, 5: CANCER},
                empty=ABSENT,
                grid="T2w",
            ),
            Mask(
                f"{LESIONS}/human_expert/Pooch25/{{patient}}_{{study}}.nii.gz",
                names={1: CANCER},
                grid="T2w",
                resample=True,  # about one in a hundred is not on the T2w grid
            ),
            Mask(
                f"{LESIONS}/AI/Bosma22a/{{patient}}_{{study}}.nii.gz",
                names={1: CANCER},
                missing=UNKNOWN,
                grid="T2w",
            ),
        )
    ],
    evidence=(
        "https://github.com/DIAGNijmegen/picai_labels README.md, marksheet.csv, 34 label files",
        'public code search for "human_expert/Pooch25" (values, grids)',
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/PI-CAI.md",
    ),
    verified="loader",
)
