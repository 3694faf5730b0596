"""MSLUB: multiple sclerosis lesions on FLAIR of patients in Ljubljana, drawn by consensus.

Read is the cross-sectional part (30 patients, one scan). In the longitudinal part `gt.nii.gz` marks
what changed between two scans, not the lesions of one: it is not read, nor are its patients, who
are numbered anew. Other sequences of the raw part are on other grids and are not read. The header
of the lesions places them half a voxel from the brain mask of the same patient; which of the two
the images follow we have not seen, so that lesions are put on the image by position.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="mslub",
    title="MSLUB (Ljubljana 3D MR of multiple sclerosis)",
    version="1.0.0",
    homepage="https://lit.fe.uni-lj.si/en/research/resources/3D-MR-MS/",
    license="CC-BY-3.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="MR",
    sequence="FLAIR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Lesjak et al., Neuroinformatics 2018, doi:10.1007/s12021-017-9348-7",
    cases=Files("cross_sectional/raw/{patient}/FLAIR.nii.gz"),
    subject="{patient}",
    labels=[
        Mask(
            "cross_sectional/raw/{patient}/consensus_gt.nii.gz",
            names={1: "multiple sclerosis lesion"},
            resample=True,
        )
    ],
    evidence=(
        "https://github.com/neuro-ml/amid amid/mslub/dataset.py",
        "https://github.com/muschellij2/open_ms_data (names; headers of masks read)",
    ),
    verified="loader",
)
