"""StructSeg 2019 Task1: 22 organs at risk of the head and neck on planning CT.

Values are in the order of a public listing, of which public code confirms one (20 is the spinal
cord). Nothing confirms which of a pair is left: for Task3 sources contradict each other on it. So
both of a pair are read as one class without a side. A numbered folder per patient; the test
patients are not public.
"""

from gmai_data import Files, Mask, Source

ORGANS = {
    1: "brainstem", 2: "eye", 3: "eye", 4: "lens", 5: "lens", 6: "optic nerve", 7: "optic nerve",
    8: "optic chiasm", 9: "temporal lobe", 10: "temporal lobe", 11: "pituitary gland",
    12: "parotid gland", 13: "parotid gland", 14: "inner ear", 15: "inner ear",
    16: "middle ear", 17: "middle ear", 18: "temporomandibular joint",
    19: "temporomandibular joint", 20: "spinal cord", 21: "mandible", 22: "mandible",
}  # fmt: skip

SOURCE = Source(
    name="structseg2019-task1",
    title="StructSeg 2019 Task1 (head and neck organs at risk)",
    version="1.0.0",
    homepage="https://structseg2019.grand-challenge.org/",
    license="LicenseRef-StructSeg2019",
    access="registration",
    redistribution=False,
    modality="CT",
    anatomy=("head and neck",),
    department="Oncology (Medical)",
    cite="StructSeg 2019, https://structseg2019.grand-challenge.org/",
    root=("HaN_OAR", ""),
    cases=Files("{n:d}/data.nii.gz"),
    subject="{n}",
    labels=[Mask("{n}/label.nii.gz", names=ORGANS)],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/StructSeg2019_Task1.md",
        'public loader code (search for "HaN_OAR"): numbered folders, two files, spinal cord is 20',
    ),
    verified="loader",
)
