"""IVDM3Seg: lower intervertebral discs on the four images of a Dixon MR examination.

The four share one grid. All discs have the value 1: which is which is not said. The sixteen scans
are of eight people, before and after bed rest, and the numbers do not tell whose two are: a split
by scan may cut a person. The header of the mask of scan 16 puts it up to 11 mm beside its images:
it is refused.
"""

from gmai_data import NO_SUBJECT, Files, Mask, Source

SOURCE = Source(
    name="ivdm3seg",
    title="IVDM3Seg 2018",
    version="1.0.0",
    homepage="https://ivdm3seg.weebly.com/",
    license="LicenseRef-Challenge-Terms",
    access="agreement",
    redistribution=False,
    modality="MR",
    anatomy=("lumbar spine",),
    department="Orthopedic Surgery",
    cite="Li et al., 3D multi-scale FCN with random modality voxel dropout, Medical Image Analysis "
    "2018, doi:10.1016/j.media.2018.01.004",
    cases=Files(
        "{n:02d}/{n}_{channel:fat|inn|opp|wat}.nii",
        channels={"inn": "in-phase", "opp": "out-of-phase", "fat": "fat", "wat": "water"},
    ),
    subject=NO_SUBJECT,
    labels=[Mask("{n}/{n}_Labels.nii", form="binary", name="intervertebral disc")],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/IVDM3Seg.md",
        'public code search for "IVDM3Seg" (eight people scanned twice; audit of the grids)',
    ),
    verified="loader",
)
