"""The liver segmentation that ships with pydicom: a DICOM SEG without the CT it segments.

There is no image to show and none is invented: the object is listed and rejected as one that is no
image. It is malformed as well (one frame of pixels, three items of per-frame groups).
"""

from gmai_data import DicomSeries, Source

SOURCE = Source(
    name="pydicom-liver-seg",
    title="Liver segmentation test object of pydicom",
    version="1.0.0",
    homepage="https://github.com/pydicom/pydicom",
    license="MIT",
    access="open",
    modality="CT",
    anatomy=("liver",),
    department="Gastroenterology and Hepatology",
    package="pydicom/data/test_files",
    cases=DicomSeries("liver_1frame.dcm", by=None),
    subject="{PatientID}",
    evidence=(
        "pydicom/data/test_files/README.txt: liver.dcm was made with dcmqi; single-frame version",
        "liver_1frame.dcm: Modality SEG, SegmentLabel Liver, references three CT instances",
    ),
    verified="data",
)
