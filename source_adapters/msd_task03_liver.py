"""MSD Task03: liver and liver tumour on contrast-enhanced CT.

The volumes are those of LiTS under the same numbers, with the spacing of some corrected: the
subject is LiTS's `volume-<n>`, where it is training. The archive holds `._*` files. Test labels are
hidden.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="msd-task03-liver",
    title="Medical Segmentation Decathlon Task03 Liver",
    version="1.0.0",
    homepage="http://medicaldecathlon.com/",
    license="CC-BY-SA-4.0",
    access="open",
    redistribution=True,
    modality="CT",
    anatomy=("liver",),
    department="Gastroenterology and Hepatology",
    cite="Antonelli et al., Nature Communications 2022, doi:10.1038/s41467-022-30695-9",
    derived_from=("lits",),
    root=("Task03_Liver", ""),
    cases=Files("imagesTr/liver_{n:d}.nii.gz"),
    subject="volume-{n}",
    subject_space="lits",
    labels=[
        Mask(
            "labelsTr/liver_{n}.nii.gz",
            names={1: "liver", 2: "liver tumour"},
            includes={1: (2,)},  # the tumour is cut out of the liver
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/convert_MSD_dataset.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/MIC-DKFZ/nnUNet/issues/602, "
        "https://github.com/JunMa11/AbdomenCT-1K/issues/27 (the volumes of LiTS; their numbers)",
    ),
    verified="loader",
)
