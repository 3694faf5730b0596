"""Tufts Dental Database: panoramic radiographs with masks of teeth, jaws and abnormalities.

Images end in `.JPG`, masks in `.jpg`, which are lossy and thresholded. Abnormalities are the
expert's (a student's and the eye-tracking maps are beside them); their descriptions and the numbers
of the teeth are in json files and not read. A film without teeth has a black tooth mask. Numbers
go beyond 1000 and have gaps. No patient id.
"""

from gmai_data import ABSENT, NO_SUBJECT, UNKNOWN, Files, Mask, Source

SOURCE = Source(
    name="tufts-dental",
    title="Tufts Dental Database",
    version="1.0.0",
    homepage="http://tdd.ece.tufts.edu/",
    license="LicenseRef-Tufts-Noncommercial",
    access="agreement",
    modality="X-Ray",
    sequence="panoramic",
    anatomy=("tooth",),
    department="Otolaryngology (ENT)/Head and Neck Surgery",
    redistribution=False,
    commercial=False,
    cite="Panetta et al., Tufts Dental Database, IEEE JBHI 2022",
    cases=Files("Radiographs/{n:d}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Mask("Segmentation/teeth_mask/{n}.jpg", name="tooth", threshold=127, empty=ABSENT),
        Mask(
            "Segmentation/maxillomandibular/{n}.jpg",
            name="maxillomandibular region",
            threshold=127,
            missing=UNKNOWN,
        ),
        Mask(
            "Expert/mask/{n}.jpg",
            name="abnormality",
            rater="expert",
            threshold=127,
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "Segmentation/maxillomandibular"',
        'public code search for "Expert/mask" (case of the suffixes, empty masks)',
    ),
    verified="loader",
)
