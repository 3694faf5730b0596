"""FeTA: seven tissues of the fetal brain on super-resolution T2w, some with malformations.

Zurich's scans (`feta_2.1` to `2.4`) and Vienna's (`feta22_Vienna`) are two downloads; both number
their subjects, so the folder is part of a subject's name. The tag `rec-` names the method of
reconstruction. Spacing is that of the reconstruction.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="feta",
    title="FeTA (fetal tissue annotation)",
    version="2.4.0",
    homepage="https://feta.grand-challenge.org/data-download/",
    license="LicenseRef-FeTA",
    access="agreement",
    redistribution=False,
    modality="MR",
    sequence="T2w",
    anatomy=("brain",),
    department="Obstetrics and Gynecology",
    cite="Payette et al., Scientific Data 2021, doi:10.1038/s41597-021-00946-3",
    cases=Files("{site:feta_2.1|feta_2.2|feta_2.3|feta_2.4|feta22_Vienna}/"
                "sub-{n:03d}/anat/sub-{n}_rec-{rec:mial|irtk|nmic}_T2w.nii.gz"),
    subject="{site}-{n}",
    labels=[
        Mask(
            "{site}/sub-{n}/anat/sub-{n}_rec-{rec}_dseg.nii.gz",
            names={
                1: "external cerebrospinal fluid",
                2: "grey matter",
                3: "white matter",
                4: "cerebral ventricles",
                5: "cerebellum",
                6: "subcortical grey matter",
                7: "brainstem",
            },
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/feta24.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/FeTA.md",
    ),
    verified="loader",
)  # fmt: skip
