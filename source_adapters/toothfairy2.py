"""ToothFairy2: jaws, mandibular canals, sinuses, pharynx, dental work and teeth on cone-beam CT.

Values of teeth are their FDI numbers (18 is the upper right third molar) and become one term,
tooth, an object each. 19, 20, 29, 30, 39 and 40 are placeholders that never occur. Values are those
of a cone-beam scanner, not HU. Letters in a name (F, P) are the two sources of scans; labels of the
P part come from another project and do not hold every structure, so nothing is said to be absent.
"""

from gmai_data import Files, Mask, Source

TEETH = [*range(11, 19), *range(21, 29), *range(31, 39), *range(41, 49)]

SOURCE = Source(
    name="toothfairy2",
    title="ToothFairy2",
    version="1.0.0",
    homepage="https://ditto.ing.unimore.it/toothfairy2/",
    license="CC-BY-SA-4.0",
    access="registration",
    redistribution=True,
    modality="CT",
    anatomy=("maxilla", "mandible"),
    department="Otolaryngology (ENT)/Head and Neck Surgery",
    window="bone",
    derived_from=("toothfairy1",),
    cite="Bolelli et al., CVPR 2025, Segmenting Maxillofacial Structures in CBCT Volumes",
    root=("Dataset112_ToothFairy2", ""),
    cases=Files("imagesTr/ToothFairy2{set:1}_{n:03d}_0000.mha"),
    subject="{set}-{n}",
    labels=[
        Mask(
            "labelsTr/ToothFairy2{set}_{n}.mha",
            names={
                1: "mandible", 2: "maxilla", 3: "left mandibular canal",
                4: "right mandibular canal", 5: "left maxillary sinus",
                6: "right maxillary sinus", 7: "pharynx", 8: "dental bridge",
                9: "artificial crown", 10: "dental implant",
                **{value: "tooth" for value in TEETH},
            },
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/"
        "Dataset119_ToothFairy2_All.py",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/toothfairy.py",
        'public code search for \'"Right Inferior Alveolar Canal": 4\' (dataset.json)',
    ),
    verified="loader",
)  # fmt: skip
