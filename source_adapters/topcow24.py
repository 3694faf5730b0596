"""TopCoW 2024: arteries of the circle of Willis on CT and MR angiography of the same patients.

R and L of the names are the patient's; files are stored LPS. 13 and 14 are not used, 15 is a third
A2 segment. A missing communicating artery is a variant, but the label map alone does not tell it
from one out of reach, so nothing is said to be absent. Boxes and edge lists are not read. Some
releases hold more sets with other names.
"""

from gmai_data import Files, Layout, Mask, Source

ARTERIES = {
    1: "basilar artery",
    2: "right posterior cerebral artery", 3: "left posterior cerebral artery",
    4: "right internal carotid artery", 5: "right middle cerebral artery",
    6: "left internal carotid artery", 7: "left middle cerebral artery",
    8: "right posterior communicating artery", 9: "left posterior communicating artery",
    10: "anterior communicating artery",
    11: "right anterior cerebral artery", 12: "left anterior cerebral artery",
    15: "third A2 segment",
}  # fmt: skip

SOURCE = Source(
    name="topcow24",
    title="TopCoW 2024",
    version="1.0.0",
    homepage="https://zenodo.org/records/15692630",
    license="LicenseRef-opendata-swiss-by-ask",
    access="open",
    commercial=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    window="angiography",
    cite="Yang et al., TopCoW, arXiv:2312.17670",
    root=("TopCoW2024_Data_Release", ""),  # other sets of the record lie beside it
    subject="{patient}",
    parts=tuple(
        Layout(
            kind,
            cases=Files({sequence: f"imagesTr/topcow_{kind}_{{patient:03d}}_0000.nii.gz"}),
            modality=modality,
            labels=[Mask(f"cow_seg_labelsTr/topcow_{kind}_{{patient}}.nii.gz", names=ARTERIES)],
        )
        for kind, modality, sequence in (("ct", "CT", "CT angiography"), ("mr", "MR", "MRA"))
    ),
    evidence=(
        "https://github.com/rajpurkarlab/ReX-MLE rex-mle/rexmle/challenges/topcow-track1-task1",
        'public code search for "cow_seg_labelsTr" (folders, values, orientation)',
    ),
    verified="loader",
)
