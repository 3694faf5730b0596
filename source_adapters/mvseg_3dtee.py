"""MVSeg 2023: leaflets of the mitral valve on 3D transoesophageal echocardiography.

One frame per patient. The release is on Hugging Face behind a form, its mirror on Synapse
(syn51186045); test labels are public since. Axes of the volume are not those of the body: slices
are shown as stored, and no side or plane is said. Numbers begin anew in each part.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="mvseg-3dtee",
    title="MVSeg 2023 (3D TEE of the mitral valve)",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/pcarnahan/MVSeg2023",
    license="CC-BY-NC-ND-4.0",
    access="registration",
    redistribution=True,
    commercial=False,
    derivatives=False,
    benchmark=("test",),
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
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MVSeg-3DTEE.md",
        'public loader code (search for "train_001-US.nii.gz"): three archives, values',
        'public code search for "pcarnahan/MVSeg2023" (licence)',
    ),
    verified="loader",
)
