"""Four real ultrasound images that ship with pydicom: all carry text of the patient or hospital.

examples_palette shows its PatientID and date, examples_rgb_color and examples_jpeg2k (one frame in
two sizes) the hospital, examples_ybr_color (an echocardiogram of 30 frames) the word that also
stands in PatientName. The identity rule must reject them: this source shows that it does.
"""

from gmai_data import Class, DicomSeries, Source

SOURCE = Source(
    name="pydicom-ultrasound",
    title="Ultrasound test images of pydicom",
    version="1.0.0",
    homepage="https://github.com/pydicom/pydicom",
    license="MIT",
    access="open",
    modality="Ultrasound",
    package="pydicom/data/test_files",
    cases=DicomSeries(
        "examples_{image:palette|rgb_color|jpeg2k|ybr_color}.dcm",
        by=None,
    ),
    subject="{PatientID}",
    labels=[
        Class(
            "{image}",
            names={"palette": None, "rgb_color": None, "jpeg2k": None, "ybr_color": "heart"},
        )
    ],
    evidence=(
        "pydicom/data/test_files/README.txt: examples_*.dcm",
        "examples_ybr_color.dcm: ImageType EPICARDIAL, probe P21, sector scan of the heart",
    ),
    verified="data",
)
