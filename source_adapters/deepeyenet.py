"""DeepEyeNet: retinal images of many kinds with a short clinical description.

A record is an object whose one key is the path of its image. Fundus photographs, angiograms and
OCT stand side by side and the release does not say which is which, so no modality is given.
Descriptions often begin with the patient's age and may tell of both eyes; images of a patient
share one. No patient id. The disease stands only in the keywords, which are not declared.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Caption, Records, Source, Term

SOURCE = Source(
    name="deepeyenet",
    title="DeepEyeNet",
    version="1.0.0",
    homepage="https://github.com/Jhhuangkay/DeepOpht-Medical-Report-Generation-for-Retinal-Images",
    license="LicenseRef-DeepEyeNet",
    access="agreement",
    redistribution=False,
    benchmark=("test",),
    cite="Huang et al., DeepOpht: medical report generation for retinal images, WACV 2021",
    department="Ophthalmology",
    cases=Records(
        "DeepEyeNet_{set:train|valid|test}.json",
        each="*/{path:text}",
        parse={"path": "eyenet0420/{folder}/{file}"},
        image="eyenet0420/{folder}/{file}",
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[Caption("{clinical-description}", missing=UNKNOWN)],
    evidence=(
        "https://github.com/Jhhuangkay DeepOpht README",
        'public code search for "DeepEyeNet_train.json" (one key per image, clinical-description)',
    ),
    verified="loader",
)
