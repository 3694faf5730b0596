"""BHSD (MBH-Seg): five types of intracranial haemorrhage on head CT, 192 scans with masks.

Scans come from the RSNA haemorrhage challenge of 2019, and are named after patient and study there
(by the form of its ids, from memory): a patient has one split in both. The order of the types is
that of public training code, not of the release: check it on a copy. The scans with labels per
slice only are not read.
"""

from gmai_data import Files, First, Mask, Source

SOURCE = Source(
    name="bhsd",
    title="BHSD / MBH-Seg",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/WuBiao/BHSD",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    modality="CT",
    anatomy=("brain",),
    department="Neurosurgery",
    window="brain",
    derived_from=("rsna-ich",),
    cite="Wu et al., BHSD, MLMI 2023, arXiv:2308.11298",
    cases=Files(
        "label_192/images/ID_{case}.nii.gz",
        parse={"case": ("{patient:8}_ID_{study:10}", "{another:text}")},
    ),
    subject=First("ID_{patient}", "{case}"),
    subject_space="rsna-ich",
    labels=[
        Mask(
            "label_192/ground truths/ID_{case}.nii.gz",
            names={
                1: "epidural haemorrhage",
                2: "intraparenchymal haemorrhage",
                3: "intraventricular haemorrhage",
                4: "subarachnoid haemorrhage",
                5: "subdural haemorrhage",
            },
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/mbh_seg.py",
        'public code search for "EDH", "IPH", "IVH", "SAH", "SDH"',
    ),
    verified="loader",
)
