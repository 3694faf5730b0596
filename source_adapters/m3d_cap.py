"""M3D-Cap: CT series of Radiopaedia as arrays of 32 slices, with the text of their case.

Prepared arrays, cropped and squeezed to 32 x 256 x 256 and to values of 0 to 1: neither Hounsfield
units nor spacing are left, nor is it known how the series lies. The middle slice is shown. The text
is of the whole case and of all its series. The card says Apache-2.0; cases are Radiopaedia's, whose
terms forbid reuse without permission. The two folders number their cases apart. Series that the
JSON does not list have no official split.
"""

from gmai_data import UNKNOWN, Arrays, Records, Report, Source, Term

SOURCE = Source(
    name="m3d-cap",
    title="M3D-Cap",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/GoodBaiBai88/M3D-Cap",
    license="LicenseRef-Radiopaedia",
    access="open",
    redistribution=False,
    commercial=False,
    benchmark=("test", "val"),
    cite="Bai et al., M3D: advancing 3D medical image analysis with MLLMs, 2024",
    modality="CT",
    cases=Arrays(
        "M3D_Cap_npy/{kind:ct_case|ct_quizze}/{number}/{series}.npy",
        axes="NDHW",
    ),
    join=[
        Records(
            "M3D_Cap_npy/M3D_Cap.json",
            each="{set:train|validation|test}/*",
            parse={"image": "M3D_Cap_npy/{kind}/{number}/{series}.npy"},
            on=("kind", "number", "series"),
        )
    ],
    subject="{kind}-{number}",
    study="{kind}-{number}",
    split=Term("{set}", {"train": "train", "validation": "val", "test": "test"}),
    labels=[
        Report("M3D_Cap_npy/{kind}/{number}/text.txt", level="study", missing=UNKNOWN),
    ],
    evidence=(
        "https://github.com/BAAI-DCAI/M3D Data/process/m3d_cap_data_prepare.py",
        'public code search for "M3D_Cap_npy/ct_case" and "M3D_Cap.json"',
    ),
    verified="loader",
)
