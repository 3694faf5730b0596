"""CAMUS: apical two and four chamber echocardiograms, heart outlined at end diastole and systole.

Single frames stored as NIfTI, whose axes are width and depth and not the patient's. The sequences
of half a beat are not declared. Ejection fraction is of the examination, image quality of a view.
"""

from gmai_data import UNKNOWN, Class, Files, Mask, Source, Table, Term, Value

SOURCE = Source(
    name="camus",
    title="CAMUS",
    version="1.0.0",
    homepage="https://www.creatis.insa-lyon.fr/Challenge/camus/",
    license="CC-BY-NC-SA-4.0",
    access="registration",
    modality="Ultrasound",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    sequence="echocardiography",
    commercial=False,
    derivatives=True,
    benchmark=("test",),
    display="as stored",
    cite="Leclerc et al., Deep Learning for Segmentation using CAMUS, IEEE TMI 2019",
    cases=Files(
        "database_nifti/patient{patient:04d}/patient{patient}_{chambers:2CH|4CH}_{time:ED|ES}"
        ".nii.gz"
    ),
    join=[
        Table(
            "database_split/subgroup_{set:training|validation|testing}.txt",
            header=["name"],
            parse={"name": "patient{patient:04d}"},
            on="patient",
            optional=True,
        )
    ],
    subject="{patient}",
    study="{patient}",
    split=Term("{set}", {"training": "train", "validation": "val", "testing": "test"}),
    view=Term("{chambers}", {"2CH": "apical two-chamber", "4CH": "apical four-chamber"}),
    labels=[
        Mask(
            "database_nifti/patient{patient}/patient{patient}_{chambers}_{time}_gt.nii.gz",
            names={
                1: "left ventricular cavity",
                2: "left ventricular myocardium",
                3: "left atrium",
            },
        ),
        Class("{time}", of="cardiac phase", names={"ED": "end diastole", "ES": "end systole"}),
        Value(
            "{EF}",
            name="ejection fraction",
            unit="%",
            level="study",
            table=Table(
                "database_nifti/patient{patient:04d}/Info_{chambers:2CH|4CH}.cfg",
                sep=":",
                on=("patient", "chambers"),
            ),
            missing=UNKNOWN,
        ),
        Class(
            "{ImageQuality}",
            names={
                "Good": "good image quality",
                "Medium": "medium image quality",
                "Poor": "poor image quality",
            },
            table=Table(
                "database_nifti/patient{patient:04d}/Info_{chambers:2CH|4CH}.cfg",
                sep=":",
                on=("patient", "chambers"),
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "torch_em/data/datasets/medical/camus.py",
        'public code search for "subgroup_training.txt"',
    ),
    verified="loader",
)
