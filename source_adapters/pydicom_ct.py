"""Three real CT slices that ship with pydicom, two of them of the head.

CT_small was downsized by pydicom's authors and says nothing of its region, so none is declared for
it. 693_J2KI is from CQ500 (head CT) under lossy JPEG 2000. J2K_pixelrep_mismatch has a tilted
gantry, and a pixel representation that its codestream contradicts.
"""

from gmai_data import Class, DicomSeries, Source, Term

SOURCE = Source(
    name="pydicom-ct",
    title="CT test images of pydicom",
    version="1.0.0",
    homepage="https://github.com/pydicom/pydicom",
    license="MIT",
    access="open",
    modality="CT",
    department=Term(
        "{image}",
        {
            "CT_small": None,
            "693_J2KI": "Neurosurgery",
            "J2K_pixelrep_mismatch": "Neurosurgery",
        },
    ),
    package="pydicom/data/test_files",
    cases=DicomSeries("{image:CT_small|693_J2KI|J2K_pixelrep_mismatch}.dcm", by=None),
    subject="{PatientID}",
    labels=[
        Class(
            "{image}",
            names={"CT_small": None, "693_J2KI": "head", "J2K_pixelrep_mismatch": "head"},
        )
    ],
    evidence=(
        "pydicom/data/test_files/README.txt: CT_small.dcm is a CT image, downsized from CT1_UNC",
        "693_J2KI.dcm: PatientID CQ500-CT-310, a case of a head CT collection",
        "J2K_pixelrep_mismatch.dcm: BodyPartExamined HEAD",
    ),
    verified="data",
)
