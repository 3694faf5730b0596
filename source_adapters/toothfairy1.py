"""ToothFairy: the inferior alveolar canal on cone-beam CT, a stack of slices as an array.

Arrays have no header: 0.3 mm voxels by the papers, no orientation, so no plane, side or size is
said and every tenth slice is a case. 153 patients have a dense annotation (`gt_alpha`), the others
a sparse one that was drawn on panoramic curves and is not read: unknown. `splits.json` lists
patients; `synthetic` are those without a dense annotation and may be listed again. Values are not
HU.
"""

from gmai_data import UNKNOWN, Arrays, Mask, Records, Source

SOURCE = Source(
    name="toothfairy1",
    title="ToothFairy",
    version="1.0.0",
    homepage="https://ditto.ing.unimore.it/toothfairy/",
    license="CC-BY-SA-4.0",
    access="registration",
    redistribution=True,
    benchmark=("test",),
    modality="CT",
    anatomy=("mandible",),
    department="Otolaryngology (ENT)/Head and Neck Surgery",
    cite="Cipriano et al., CVPR 2022, Improving Segmentation of the Inferior Alveolar Nerve",
    root=("ToothFairy_Dataset", ""),
    cases=Arrays("Dataset/P{patient:d}/data.npy", axes="NHW", where={"i": r"\d*0"}),  # every tenth
    join=[
        Records(
            "splits.json",
            each="{split}/*",
            parse={"item": "P{patient:d}"},
            where={"split": "train|val|test"},
            on="patient",
        )
    ],
    subject="{patient}",
    split="{split}",
    labels=[
        Mask(
            "Dataset/P{patient}/gt_alpha.npy",
            form="binary",
            name="mandibular canal",
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/toothfairy.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/ToothFairy.md",
    ),
    verified="loader",
)
