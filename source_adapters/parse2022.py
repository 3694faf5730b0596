"""PARSE 2022: the pulmonary artery and its branches on CT pulmonary angiography.

A folder per case, with one folder for the image and one for the label. Labels of the evaluation
images are hidden, so these are not read.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="parse2022",
    title="PARSE 2022 (pulmonary artery segmentation)",
    version="1.0.0",
    homepage="https://parse2022.grand-challenge.org/",
    license="LicenseRef-PARSE2022",
    access="registration",
    redistribution=False,
    modality="CT",
    sequence="CT angiography",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cite="Luo et al., Efficient automatic segmentation for multi-level pulmonary arteries: "
    "The PARSE challenge, arXiv:2304.03708",
    root=("train", ""),
    cases=Files("PA{n:06d}/image/PA{n}.nii.gz"),
    subject="{n}",
    labels=[Mask("PA{n}/label/PA{n}.nii.gz", names={1: "pulmonary artery"})],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/Parse.md",
    ),
    verified="loader",
)
