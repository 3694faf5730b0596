"""CT-ORG: liver, bladder, lungs, kidneys, bones and brain on CT.

Lungs and kidneys are one value for both sides. Lungs and bones of the training cases were made by
an algorithm. Most volumes are those of LiTS and MSD Task03, and how their numbers go together was
not seen, so that patients are not matched. The official test cases are 0 to 20.
"""

from gmai_data import Files, Mask, Source, Term

SOURCE = Source(
    name="ct-org",
    title="CT-ORG",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/ct-org/",
    license="CC-BY-3.0",
    access="open",
    derived_from=("lits",),
    redistribution=True,
    benchmark=("test",),
    modality="CT",
    anatomy=("chest", "abdomen"),
    cite="Rister et al., Scientific Data 2020, doi:10.1038/s41597-020-00715-8",
    cases=Files("volumes/volume-{n:d}.nii.gz"),
    subject="{n}",
    split=Term("{n}", {range(0, 21): "test", range(21, 140): "train"}),
    labels=[
        Mask(
            "labels/labels-{n}.nii.gz",
            names={
                1: "liver",
                2: "urinary bladder",
                3: "lung",
                4: "kidney",
                5: "bone",
                6: "brain",
            },
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/ct_org.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
    ),
    verified="loader",
)
