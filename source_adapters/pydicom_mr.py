"""Two real MR slices that ship with pydicom: one of the abdomen, one of an unnamed region.

MR_small was cut to 64 by 64 by pydicom's authors and its region is not recorded, so none is
declared. The other MR_small_* files hold the same image in other encodings and are not read. The
overlay plane of examples_overlay circles a lesion: it is no part of the pixels and is not read.
"""

from gmai_data import Class, DicomSeries, Source

SOURCE = Source(
    name="pydicom-mr",
    title="MR test images of pydicom",
    version="1.0.0",
    homepage="https://github.com/pydicom/pydicom",
    license="MIT",
    access="open",
    modality="MR",
    package="pydicom/data/test_files",
    cases=DicomSeries("{image:MR_small|examples_overlay}.dcm", by=None),
    subject="{PatientID}",
    labels=[
        Class("{image}", names={"MR_small": None, "examples_overlay": "abdomen"}),
        Class("{image}", names={"MR_small": None, "examples_overlay": "liver lesion"}),
    ],
    evidence=(
        "pydicom/data/test_files/README.txt: MR_small.dcm is an MR image, downsized from MR1_UNC",
        "examples_overlay.dcm: BodyPartExamined ABDOMEN, StudyDescription abdomen^liver, "
        "SeriesDescription 'marked lesion', overlay 6000 circles one lesion of the liver",
    ),
    verified="data",
)
