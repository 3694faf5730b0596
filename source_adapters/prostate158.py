"""Prostate158: zones of the prostate and cancer on biparametric MR, by one or two readers.

ADC and DWI lie on the T2w grid. `t2_anatomy` holds transition zone 1 and peripheral zone 2; a
tumour is drawn on ADC (1) and, in some cases, on T2w (3 in public loader code, so any value above 0
is taken), which is read where ADC has none. A case without a tumour has neither file: its row in
the table names `empty.nii.gz`. The test archive carries the same files.
"""

from gmai_data import ABSENT, Files, First, Mask, Source, Table, Term

SOURCE = Source(
    name="prostate158",
    title="Prostate158",
    version="1.0.0",
    homepage="https://github.com/kbressem/prostate158",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    benchmark=("test",),
    modality="MR",
    anatomy=("prostate",),
    department="Urology",
    cite="Adams et al., Computers in Biology and Medicine 2022, "
    "doi:10.1016/j.compbiomed.2022.105817",
    cases=Files(
        "prostate158_{part:train|test}/{part}/{n:03d}/{channel:t2|adc|dwi}.nii.gz",
        channels={"t2": "T2w", "adc": "ADC", "dwi": "DWI"},
    ),
    join=[Table("prostate158_{part:train|test}/{list:train|valid|test}.csv", on=("part", "n"),
                parse={"ID": "{n:d}"})],
    subject="{n}",
    split=Term("{list}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[
        Mask(
            "prostate158_{part}/{part}/{n}/t2_anatomy_reader{rater:d}.nii.gz",
            names={1: "transition zone", 2: "peripheral zone"},
            rater="{rater}",
            grid="T2w",
        ),
        First(
            Mask(
                "prostate158_{part}/{part}/{n}/adc_tumor_reader{rater:d}.nii.gz",
                form="binary",
                name="prostate cancer",
                rater="{rater}",
                grid="ADC",
            ),
            Mask(
                "prostate158_{part}/{part}/{n}/t2_tumor_reader{rater:d}.nii.gz",
                form="binary",
                name="prostate cancer",
                rater="{rater}",
                grid="T2w",
                missing=ABSENT,
            ),
        ),
    ],
    evidence=(
        "https://github.com/kbressem/prostate158 anatomy.yaml, prostate158/data.py",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/prostate158.py",
        'public code search for "t2_anatomy_reader1"',
    ),
    verified="loader",
)  # fmt: skip
