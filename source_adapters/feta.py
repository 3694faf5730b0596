"""FeTA: seven tissues of the fetal brain on super-resolution T2w, some with malformations.

Releases `feta_2.1` to `feta_2.4` hold the same fetuses: keep one of them (two of them are refused).
Vienna's scans of 2022 (`feta22_Vienna`) are a download of their own, and may be in `feta_2.3` and
later under other numbers: then leave them out. The tag `rec-` names the method of reconstruction;
the spacing is that of the reconstruction.
"""

from gmai_data import Files, Layout, Mask, Source

RELEASE = "{:feta_2.1|feta_2.2|feta_2.3|feta_2.4}"
STEM = "sub-{n:03d}/anat/sub-{n}_rec-{rec:mial|irtk|nmic}"
TISSUES = {
    1: "external cerebrospinal fluid",
    2: "grey matter",
    3: "white matter",
    4: "cerebral ventricles",
    5: "cerebellum",
    6: "subcortical grey matter",
    7: "brainstem",
}

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
    parts=(
        Layout(
            "releases",
            cases=Files(f"{RELEASE}/{STEM}_T2w.nii.gz"),
            subject="{n}",
            labels=[Mask(f"{RELEASE}/{STEM}_dseg.nii.gz", names=TISSUES)],
        ),
        Layout(
            "vienna",
            cases=Files(f"feta22_Vienna/{STEM}_T2w.nii.gz"),
            subject="vienna-{n}",
            labels=[Mask(f"feta22_Vienna/{STEM}_dseg.nii.gz", names=TISSUES)],
        ),
    ),
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/feta24.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/FeTA.md",
    ),
    verified="loader",
)
