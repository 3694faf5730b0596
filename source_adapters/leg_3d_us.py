"""LEG-3D-US: calf muscles on 3D ultrasound sweeps of the lower leg.

Values are 100, 150 and 200, not 1 to 3; others that occur are not named by the makers and are left
out. Which leg it is, and how the volume lies in the patient, is
not said: slices are shown as stored. A folder is one volunteer with several sweeps.
"""

import re

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="leg-3d-us",
    title="LEG-3D-US (calf muscles)",
    version="1.0.0",
    homepage="https://www.cs.cit.tum.de/camp/publications/leg-3d-us-dataset/",
    license="LicenseRef-Research-Only",
    access="open",
    benchmark=("test",),
    modality="Ultrasound",
    anatomy=("lower limb",),
    department="Orthopedic Surgery",
    display="as stored",
    cite="Gonzalez Duque et al., IPCAI 2024, leg 3D ultrasound",
    cases=Files("{set:train|val|test}/{subject}/x{k:d}.mha"),
    subject="{set} {subject}",
    split="{set}",
    labels=[
        Mask(
            "{set}/{subject}/masksX{k}.mha",
            names={
                100: "soleus muscle",
                150: "medial gastrocnemius muscle",
                200: "lateral gastrocnemius muscle",
                re.compile(r"\d+"): None,
            },
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/leg_3d_us.py",
    ),
    verified="loader",
)
