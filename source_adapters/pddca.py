"""PDDCA (head and neck auto-segmentation challenge 2015): nine organs at risk on planning CT.

A file per structure; a structure that has no file was not drawn: unknown, not absent. Landmarks
are not read. The split into training, off-site and on-site tests is only in the paper.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="pddca",
    title="PDDCA 1.4.1 (head and neck CT)",
    version="1.4.1",
    homepage="https://www.imagenglab.com/newsite/pddca/",
    license="CC-BY-NC-ND-3.0",
    access="open",
    redistribution=True,
    commercial=False,
    derivatives=False,
    modality="CT",
    anatomy=("head and neck",),
    department="Oncology (Medical)",
    cite="Raudaschl et al., Medical Physics 2017, doi:10.1002/mp.12197",
    cases=Files("{patient:9}/img.nrrd"),
    subject="{patient}",
    labels=[
        Mask(
            "{patient}/structures/{structure}.nrrd",
            by="{structure}",
            names={
                "BrainStem": "brainstem",
                "Chiasm": "optic chiasm",
                "Mandible": "mandible",
                "OpticNerve_L": "left optic nerve",
                "OpticNerve_R": "right optic nerve",
                "Parotid_L": "left parotid gland",
                "Parotid_R": "right parotid gland",
                "Submandibular_L": "left submandibular gland",
                "Submandibular_R": "right submandibular gland",
            },
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/PDDCA.md",
    ),
    verified="loader",
)
