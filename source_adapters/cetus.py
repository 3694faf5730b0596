"""CETUS 2014: the left ventricle on 3D echocardiography at end diastole and end systole.

Volumes keep the axes of the probe, not of the patient: no plane or side can be said. The mask is
the cavity (255). Grey levels of 8 bits are stored as floats.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="cetus",
    title="CETUS 2014 (3D echocardiography)",
    version="1.0.0",
    homepage="https://www.creatis.insa-lyon.fr/Challenge/CETUS/",
    license="CC-BY-NC-SA-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="Ultrasound",
    sequence="echocardiography",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    display="as stored",
    cite="Bernard et al., IEEE TMI 2016, doi:10.1109/TMI.2015.2503890",
    cases=Files("patient{patient:2}/patient{patient}_{time:ED|ES}.nii.gz"),
    subject="{patient}",
    study="{patient}",
    labels=[
        Mask(
            "patient{patient}/patient{patient}_{time}_gt.nii.gz",
            form="binary",
            name="left ventricular cavity",
        ),
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/cetus.py",
    ),
    verified="loader",
)
