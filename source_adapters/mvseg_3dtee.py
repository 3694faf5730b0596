"""MVSeg 2023: leaflets of the mitral valve on 3D transoesophageal echocardiography.

One frame per patient. Axes of the volume are not those of the body: slices are shown as stored, and
no side or plane is said. Numbers begin anew in each part.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="mvseg-3dtee",
    title="MVSeg 2023 (3D TEE of the mitral valve)",
    version="1.0.0",
    homepage="https://www.synapse.org/#!Synapse:syn51186045",
    license="LicenseRef-MVSeg-2023",
    access="registration",
    redistribution=False,
    modality="Ultrasound",
    sequence="echocardiography",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    display="as stored",
    cite="Carnahan et al., DeepMitral, MICCAI 2021",
    cases=Files("{set:train|val|test}/{set}_{n:03d}-US.nii.gz"),
    subject="{set}-{n}",
    split="{set}",
    labels=[
        Mask(
            "{set}/{set}_{n}-label.nii.gz",
            names={1: "posterior mitral leaflet", 2: "anterior mitral leaflet"},
        )
    ],
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset resources/MVSeg-3DTEE.md",),
    verified="loader",
)
