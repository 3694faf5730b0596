"""IXI: T1, T2, PD and angiography of the brain of healthy subjects, from three hospitals.

Not every subject has every sequence, and they are not registered. There are no labels: volunteers
are said to be healthy, but that no finding is there is not stated per image. Age and sex are in an
old Excel file, which is not read; nor is diffusion.
"""

from gmai_data import Files, Source

SOURCE = Source(
    name="ixi",
    title="IXI (Information eXtraction from Images)",
    version="1.0.0",
    homepage="https://brain-development.org/ixi-dataset/",
    license="CC-BY-SA-3.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="IXI dataset, https://brain-development.org/ixi-dataset/",
    cases=Files(
        "{channel:T1|T2|PD|MRA}/IXI{n:3}-{hospital:Guys|HH|IOP}-{number:4}-{channel}.nii.gz",
        channels={"T1": "T1w", "T2": "T2w", "PD": "PDw", "MRA": "MRA"},
        optional=("T1", "T2", "PD", "MRA"),
    ),
    subject="{n}",
    evidence=("https://github.com/fepegar/torchio src/torchio/datasets/ixi.py",),
    verified="loader",
)
