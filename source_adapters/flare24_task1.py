"""FLARE24 task 1: lesions of the whole body on CT, a package of nine public collections.

Only the main lesion of a training case is drawn, in public validation all: another lesion is
unknown. What kind it is, is not said. Unlabelled images and those of healthy persons are not read.
Images are those of KiTS23, DeepLesion, LIDC-IDRI, MSD, NSCLC-Radiomics, CT Lymph Nodes and others:
never put them and this set into one split recipe. Which tasks of MSD and that COVID-19-20 is in it
is told by their numbers only. Names of files were seen for `coronacases_001` alone.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Files, First, Mask, Source, Term

SOURCE = Source(
    name="flare24-task1",
    title="FLARE24 task 1 (pan-cancer segmentation in CT)",
    version="1.0.0",
    homepage="https://www.codabench.org/competitions/2319",
    license="LicenseRef-FLARE24",
    access="registration",
    derived_from=(
        "adrenal-acc-ki67",
        "autopet-fdg",
        "covid-19-20",
        "covid19-ct-seg",
        "ct-lymph-nodes",
        "deeplesion",
        "kits23",
        "lidc-idri",
        "msd-task03-liver",
        "msd-task06-lung",
        "msd-task07-pancreas",
        "msd-task08-hepaticvessel",
        "msd-task10-colon",
        "nsclc-radiomics",
    ),
    modality="CT",
    department="Oncology (Medical)",
    cite="Ma et al., MICCAI FLARE 2024, https://www.codabench.org/competitions/2319",
    root=("FLARE24-Task1", ""),
    cases=Files(
        First(
            "{part:Train-Labeled|Validation-Public}/{collection}/{scan}_0000.nii.gz",
            "{part:Train-Labeled|Validation-Public}/{collection}/{scan}.nii.gz",
        ),
        where={"collection": "(?!labelsTr|lesion-gts|HealthyImages).*"},
    ),
    subject=NO_SUBJECT,
    split=Term("{part}", {"Train-Labeled": "train", "Validation-Public": "val"}),
    labels=[
        Mask(
            First(
                "Train-Labeled/labelsTr/{scan}.nii.gz",
                "Validation-Public/lesion-gts/{scan}.nii.gz",
            ),
            names={1: "lesion"},
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/FLARE2024_Task1.md "
        "(folders)",
        'public training code (search for "Dataset024_FLARE24_Task1"): names of image and label',
    ),
    verified="memory",
)
