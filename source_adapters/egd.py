"""Erasmus Glioma Database: glioma before surgery on four MR sequences in atlas space.

The mask is the whole tumour, drawn by hand or by a network, as `metadata.json` says of each case.
Grade, IDH and 1p/19q are in the same file: -1 is not known (from memory), and molecular markers
cannot be seen, so that none is read. The layout is that of egd-downloader.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="egd",
    title="Erasmus Glioma Database (EGD)",
    version="1.0.0",
    homepage="https://xnat.bmia.nl/data/archive/projects/egd",
    license="LicenseRef-EGD",
    access="agreement",
    redistribution=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="van der Voort et al., Data in Brief 2021, doi:10.1016/j.dib.2021.107191",
    cases=Files(
        "SUBJECTS/EGD-{n:04d}/{channel:T1|T1GD|T2|FLAIR}.nii.gz",
        channels={"T1": "T1w", "T1GD": "T1w+Gd", "T2": "T2w", "FLAIR": "FLAIR"},
    ),
    subject="{n}",
    labels=[Mask("SUBJECTS/EGD-{n}/MASK.nii.gz", names={1: "brain tumour"})],
    evidence=("https://github.com/neuro-ml/amid amid/egd.py",),
    verified="loader",
)
