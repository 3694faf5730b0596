"""COVID-19-CT-Seg: lungs and infection on CT; only the ten scans of Coronacases are read.

The other ten (`radiopaedia_*`) were windowed to 8 bits before release: they are not HU, and are
left out. Label 1 is called the left lung by the release. The copy on Kaggle has other names.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="covid19-ct-seg",
    title="COVID-19-CT-Seg (20 cases)",
    version="1.0.0",
    homepage="https://zenodo.org/records/3757476",
    license="CC-BY-NC-SA-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="lung",
    cite="Ma et al., Medical Physics 2021, doi:10.1002/mp.14676",
    cases=Files("COVID-19-CT-Seg_20cases/coronacases_{n:03d}.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "Lung_and_Infection_Mask/coronacases_{n}.nii.gz",
            names={1: "left lung", 2: "right lung", 3: "infection lesion"},
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/covid19_seg.py",
    ),
    verified="loader",
)
