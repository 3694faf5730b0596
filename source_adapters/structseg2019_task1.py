"""StructSeg 2019 Task1: 22 organs at risk of the head and neck on planning CT.

The release's readme gives the values, left before right; a public loader looked at all fifty scans:
each holds all values, and by their headers what is called left lies on the patient's left. A
numbered folder per patient; the test patients are not public.
"""

from gmai_data import Files, Mask, Source

ORGANS = {
    1: "brainstem", 2: "left eye", 3: "right eye", 4: "left lens", 5: "right lens",
    6: "left optic nerve", 7: "right optic nerve", 8: "optic chiasm", 9: "left temporal lobe",
    10: "right temporal lobe", 11: "pituitary gland", 12: "left parotid gland",
    13: "right parotid gland", 14: "left inner ear", 15: "right inner ear",
    16: "left middle ear", 17: "right middle ear", 18: "left temporomandibular joint",
    19: "right temporomandibular joint", 20: "spinal cord", 21: "left hemimandible",
    22: "right hemimandible",
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
        "https://github.com/zhilothebest/Coronary_Calcium README (the release's readme: values)",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/structseg.py "
        "(folders; values and sides checked on the fifty scans)",
    ),
    verified="loader",
)
