"""LiTS 2017: liver and liver tumour on contrast-enhanced CT.

Orientation differs between cases: it is taken from each affine. The volumes are those of MSD
Task03 under the same numbers, and cases of 3D-IRCADb are among them. Labels of the test volumes,
whose numbers start again at 0, are hidden: unknown.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="lits",
    title="LiTS 2017 (Liver Tumor Segmentation)",
    version="1.0.0",
    homepage="https://competitions.codalab.org/competitions/17094",
    license="CC-BY-NC-ND-4.0",
    access="registration",
    redistribution=True,
    commercial=False,
    derivatives=False,
    benchmark=("test",),
    derived_from=("3d-ircadb-01",),  # some of its cases
    modality="CT",
    anatomy=("liver",),
    department="Gastroenterology and Hepatology",
    cite="Bilic et al., Medical Image Analysis 2023, doi:10.1016/j.media.2022.102680",
    cases=Files("**/{kind:volume|test-volume}-{n:d}.nii"),
    subject="{kind}-{n}",
    split=Term("{kind}", {"volume": "train", "test-volume": "test"}),
    labels=[
        Mask(
            "**/segmentation-{n}.nii",
            names={1: "liver", 2: "liver tumour"},
            includes={1: (2,)},  # the tumour is cut out of the liver
            where={"kind": "volume"},  # numbers of the test volumes are others
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/neuro-ml/amid amid/lits/dataset.py",
        "https://github.com/MIC-DKFZ/nnUNet (nnunetv1) nnunet/dataset_conversion/"
        "Task029_LiverTumorSegmentationChallenge.py",
    ),
    verified="loader",
)
