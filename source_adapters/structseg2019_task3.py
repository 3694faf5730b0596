"""StructSeg 2019 Task3: lungs, heart, oesophagus, trachea and spinal cord on CT of lung cancer.

The release's readme, and MultiTalent, say left lung, right lung, heart, oesophagus, trachea, cord;
the volumes of 1 to 4 are those of the masks so named in SA-Med3D. A public listing has the names in
another order, and a thesis exchanges the first pair and the third. Nobody has said that the headers
put 1 on the patient's left, so the lungs are read without sides. A numbered folder per patient; the
test is not public.
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
            names={
                1: "lung",
                2: "lung",
                3: "heart",
                4: "oesophagus",
                5: "trachea",
                6: "spinal cord",
            },
        )
    ],
    evidence=(
        "https://github.com/zhilothebest/Coronary_Calcium README (the release's readme: values)",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/structseg.py "
        "(folders; volumes of 1 to 4)",
        'public code search for "Thoracic_OAR" (values by MultiTalent)',
    ),
    verified="loader",
)
