"""M&Ms-2 2021: the heart on short-axis and long-axis cine MR at end-diastole and end-systole.

Labels are 1 = left, 3 = right, the reverse of ACDC. The long axis is one slice of the four-chamber
view. The cine (`*_CINE.nii.gz`) is not read. Validation and test hold diseases that training does
not. The split is by number, as the challenge says it.
"""

from gmai_data import UNKNOWN, Class, Files, Mask, Source, Table, Term

SOURCE = Source(
    name="mnms2",
    title="M&Ms-2 2021",
    version="1.0.0",
    homepage="https://www.ub.edu/mnms-2/",
    license="LicenseRef-MnMs-2",
    access="registration",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    modality="MR",
    sequence="cine",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    cite="Martin-Isla et al., IEEE JBHI 2023, doi:10.1109/JBHI.2023.3267857",
    root=("MnM2", ""),
    cases=Files("dataset/{patient:03d}/{patient}_{axis:SA|LA}_{phase:ED|ES}.nii.gz"),
    join=[
        Table(
            "dataset_information.csv",
            parse={"SUBJECT_CODE": "{patient:d}"},
            on="patient",
            optional=True,
        )
    ],
    subject="{patient}",
    study="{patient}",
    split=Term(
        "{patient}", {range(1, 161): "train", range(161, 201): "val", range(201, 361): "test"}
    ),
    view=Term("{axis}", {"SA": "short-axis", "LA": "long-axis"}),
    labels=[
        Mask(
            "dataset/{patient}/{patient}_{axis}_{phase}_gt.nii.gz",
            names={1: "left ventricle", 2: "left ventricular myocardium", 3: "right ventricle"},
        ),
        Class(
            "{phase}",
            of="cardiac phase",
            names={"ED": "end diastole", "ES": "end systole"},
            level="image",
        ),
        Class(
            "{DISEASE}",
            names={
                "NOR": "normal heart",
                "LV": "dilated left ventricle",
                "HCM": "hypertrophic cardiomyopathy",
                "ARR": "arrhythmogenic cardiomyopathy",
                "FALL": "tetralogy of Fallot",
                "CIA": "atrial septal defect",
                "RV": "dilated right ventricle",
                "TRI": "tricuspid regurgitation",
            },
            level="subject",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "MNMS2_LABEL_MAP" (labels, diseases)',
        'public code search for "_SA_ED_gt.nii.gz"',
    ),
    verified="loader",
)
