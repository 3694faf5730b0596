"""ASOCA: coronary arteries on CT angiographies of twenty normal and twenty diseased patients.

The group is the folder; numbers start at 1 in either, so a patient is group and number. The mask
is of the lumen. Labels of the test set are hidden, centre lines are not read.
"""

from gmai_data import Class, Files, Mask, Source

SOURCE = Source(
    name="asoca",
    title="ASOCA 2020 (automated segmentation of coronary arteries)",
    version="1.0.0",
    homepage="https://asoca.grand-challenge.org/",
    license="LicenseRef-ASOCA",
    access="registration",
    redistribution=False,
    modality="CT",
    sequence="CT angiography",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    cite="Gharleghi et al., Computerized Medical Imaging and Graphics 2022, "
    "doi:10.1016/j.compmedimag.2022.102049",
    root=("ASOCA", ""),
    cases=Files("{group:Normal|Diseased}/CTCA/{group}_{n:d}.nrrd"),
    subject="{group}-{n}",
    labels=[
        Mask("{group}/Annotations/{group}_{n}.nrrd", names={1: "coronary artery"}),
        Class(
            "{group}",
            names={"Normal": "normal coronary arteries", "Diseased": "coronary artery disease"},
            level="subject",
        ),
    ],
    evidence=('public code search for "Normal_1.nrrd"',),
    verified="loader",
)
