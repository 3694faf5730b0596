"""MSLesSeg: multiple sclerosis lesions on T1, T2 and FLAIR at one to four time points.

Training scans lie in a folder per patient and time point, test scans in a folder per patient. All
are registered to MNI space, skull-stripped, at 1 mm: sizes are those of the template's space.
"""

from gmai_data import Files, First, Mask, Source

SOURCE = Source(
    name="mslesseg",
    title="MSLesSeg",
    version="1.0.0",
    homepage="https://doi.org/10.6084/m9.figshare.27919209",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Guarnera et al., Scientific Data 2025, doi:10.1038/s41597-025-05250-y",
    cases=Files(
        (
            "{set:train}/P{patient:d}/T{time:d}/P{patient}_T{time}_{channel:T1|T2|FLAIR}.nii.gz",
            "{set:test}/P{patient:d}/P{patient}_{channel:T1|T2|FLAIR}.nii.gz",
        ),
        channels={"T1": "T1w", "T2": "T2w", "FLAIR": "FLAIR"},
    ),
    subject="{patient}",
    study=First("{patient}-{time}", "{patient}"),
    split="{set}",
    labels=[
        Mask(
            First(
                "{set}/P{patient}/T{time}/P{patient}_T{time}_MASK.nii.gz",
                "{set}/P{patient}/P{patient}_MASK.nii.gz",
            ),
            names={1: "multiple sclerosis lesion"},
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/mslesseg.py",
        'public loader code (search for "MSLesSeg Dataset/train")',
    ),
    verified="loader",
)
