"""StructSeg 2019 Task3: lungs, heart and spinal cord on planning CT of lung cancer.

Sources disagree: whether 1 or 2 is the left lung, and whether 4 or 5 is the oesophagus or the
trachea. MultiTalent says left lung, right lung, heart, oesophagus, bronchi, cord, which the volumes
in a public listing bear out (1 is smaller than 2, 4 than 5); a thesis exchanges both pairs. So the
lungs are read without sides, and 4 and 5 not at all, until someone has looked at the release. A
numbered folder per patient; the test is not public.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="structseg2019-task3",
    title="StructSeg 2019 Task3 (thoracic organs at risk)",
    version="1.0.0",
    homepage="https://structseg2019.grand-challenge.org/",
    license="LicenseRef-StructSeg2019",
    access="registration",
    redistribution=False,
    modality="CT",
    anatomy=("chest",),
    department="Oncology (Medical)",
    cite="StructSeg 2019, https://structseg2019.grand-challenge.org/",
    root=("Thoracic_OAR", ""),
    cases=Files("{n:d}/data.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "{n}/label.nii.gz",
            names={1: "lung", 2: "lung", 3: "heart", 4: None, 5: None, 6: "spinal cord"},
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/StructSeg2019_Task3.md",
        'public code search for "Thoracic_OAR" (folders; values by MultiTalent and by a thesis)',
    ),
    verified="loader",
)
