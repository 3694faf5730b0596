"""ATM22: the airway tree on chest CT, two training batches.

Labels keep the channel suffix `_0000` of their images. Twenty labels are of EXACT09, whose images
are not part of the release: they are not read. Other scans are of LIDC-IDRI, but nothing says
which. In case 164 image and label do not match.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="atm22",
    title="ATM22 (multi-site airway tree modelling)",
    version="1.0.0",
    homepage="https://atm22.grand-challenge.org/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    derived_from=("lidc-idri",),
    modality="CT",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    window="lung",
    cite="Zhang et al., Medical Image Analysis 2023, doi:10.1016/j.media.2023.102957",
    cases=Files("TrainBatch{batch:d}/imagesTr/ATM_{n:03d}_0000.nii.gz"),
    subject="{n}",
    labels=[Mask("TrainBatch{batch}/labelsTr/ATM_{n}_0000.nii.gz", names={1: "airway"})],
    exclude={"164": "label and image do not match"},
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/atm22.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
    ),
    verified="loader",
)
