"""autoPET III: tracer-avid lesions on whole-body PET with FDG or PSMA, and the CT on its grid.

The FDG studies are those of autoPET I and II, whose patients keep their ids; the PSMA studies are
new, and their ids are of another length. A mask without lesions means that no avid lesion was seen.
Studies are parts of names, with dashes and at times blanks; a patient may have several.
`splits_final.json` is a reference for five folds and is not read.
"""

from gmai_data import ABSENT, Files, Mask, Source, Term

SOURCE = Source(
    name="autopet3",
    title="autoPET III (FDG and PSMA)",
    version="1.0.0",
    homepage="https://autopet-iii.grand-challenge.org/",
    license="LicenseRef-autoPET-III",
    access="open",
    derived_from=("autopet-fdg",),
    subject_space="autopet-fdg",
    modality=Term("{channel}", {"0000": "CT", "0001": "PET"}),
    anatomy=("whole body",),
    department="Oncology (Medical)",
    cite="Gatidis et al., Scientific Data 2022, doi:10.1038/s41597-022-01718-3; Jeblick et al., "
    "PSMA-PET-CT-Lesions, TCIA 2024, doi:10.7937/r7ep-3x37",
    cases=Files(
        "imagesTr/{tracer:fdg|psma}_{patient}_{study}_{channel:0000|0001}.nii.gz",
        channels={"0000": "CT", "0001": "PET"},
    ),
    subject="{patient}",
    study="{tracer}-{patient}-{study}",
    labels=[
        Mask(
            "labelsTr/{tracer}_{patient}_{study}.nii.gz",
            names={1: "tracer-avid lesion"},
            grid="PET",
            empty=ABSENT,
        )
    ],
    evidence=(
        "https://fdat.uni-tuebingen.de/records/6gjsg-zcg93 (folders, channels, studies)",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/AutoPETIII.md",
        'public code search for "fdg_0011f3deaf" (ids of patients, as in autoPET I)',
    ),
    verified="loader",
)
