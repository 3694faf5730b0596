"""Montgomery County: chest radiographs, tuberculosis or normal, with a mask for each lung.

The last digit of the name is the answer. `leftMask` is taken as the patient's left lung. The
readings hold sex and age and are not read.
"""

from gmai_data import Class, Files, Mask, Source

SOURCE = Source(
    name="montgomery-tb",
    title="Montgomery County X-ray Set",
    version="1.0.0",
    homepage="https://lhncbc.nlm.nih.gov/LHC-downloads/dataset.html",
    license="LicenseRef-Public-Domain",
    access="open",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=True,
    cases=Files("CXR_png/MCUCXR_{n:04d}_{tb:0|1}.png"),
    subject="{n}",
    labels=[
        Class("{tb}", names={"0": "normal chest radiograph", "1": "pulmonary tuberculosis"}),
        Mask(
            "ManualMask/{side:leftMask|rightMask}/MCUCXR_{n}_{tb}.png",
            by="{side}",
            names={"leftMask": "left lung", "rightMask": "right lung"},
        ),
    ],
    evidence=(
        "https://github.com/mlmed/torchxrayvision/blob/main/torchxrayvision/datasets.py",
        "torch_em/data/datasets/medical/montgomery.py",
    ),
    verified="loader",
)
