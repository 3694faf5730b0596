"""ImageCAS: coronary arteries on a thousand cardiac CT angiographies.

Folders hold two hundred numbers each; the suffix is double. The spreadsheet has four folds, of
which none is the official one, so no split is taken from it. The archive comes in parts that the
user joins first; an older release by e-mail has a folder per case and is not read.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="imagecas",
    title="ImageCAS (coronary CTA)",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/xiaoweixumedicalai/imagecas",
    license="Apache-2.0",
    access="registration",
    modality="CT",
    sequence="CT angiography",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    cite="Zeng et al., ImageCAS, Computerized Medical Imaging and Graphics 2023, arXiv:2211.01607",
    cases=Files("*/{n:d}.img.nii.gz"),
    subject="{n}",
    labels=[Mask("*/{n}.label.nii.gz", names={1: "coronary artery"})],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/imagecas.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/ImageCAS.md",
    ),
    verified="loader",
)
