"""ACDC: short-axis cine MR of the heart at end-diastole and end-systole.

The 4D cine (`*_4d.nii.gz`) is not read: its two labelled frames are files of their own. Labels are
1 = right, 3 = left, the reverse of M&Ms. The affine has no trusted orientation, so no side can be
said. Test labels were released after the challenge: that split stays a benchmark.
"""

from gmai_data import Class, Files, Mask, Source, Table, Term

SOURCE = Source(
    name="acdc",
    title="ACDC 2017",
    version="1.0.0",
    homepage="https://www.creatis.insa-lyon.fr/Challenge/acdc/databases.html",
    license="CC-BY-NC-SA-4.0",
    access="registration",
    commercial=False,
    benchmark=("test",),
    modality="MR",
    sequence="cine",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    cite="Bernard et al., IEEE TMI 2018, doi:10.1109/TMI.2018.2837502",
    root=("database", ""),
    cases=Files("{set:training|testing}/patient{patient:03d}/patient{patient}_frame{f:02d}.nii.gz"),
    join=[Table("{set}/patient{patient:03d}/Info.cfg", sep=":", on=("set", "patient"))],
    subject="{patient}",
    study="{patient}",
    split=Term("{set}", {"training": "train", "testing": "test"}),
    view="short axis",
    labels=[
        Mask(
            "{set}/patient{patient}/patient{patient}_frame{f}_gt.nii.gz",
            names={1: "right ventricle", 2: "left ventricular myocardium", 3: "left ventricle"},
        ),
        Class(
            "{Group}",
            names={
                "NOR": "normal heart",
                "MINF": "myocardial infarct",
                "DCM": "dilated cardiomyopathy",
                "HCM": "hypertrophic cardiomyopathy",
                "RV": "abnormal right ventricle",
            },
            level="subject",
        ),
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/Dataset027_ACDC.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/ACDC.md",
    ),
    verified="loader",
)
