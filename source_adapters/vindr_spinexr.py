"""VinDr-SpineXR: radiographs of the spine with boxes of seven kinds of finding.

One table per split holds a row per box; "No finding" has no box and says that the reader saw none
of the list. The release paper names 13 findings; the rare ones are "Other lesions", not bound. The
study stands for the patient: no patient id is released. Boxes are in the pixels of the DICOM file.
"""

from gmai_data import Boxes, Class, Source, Table

NAMES = {
    "Osteophytes": "osteophyte",
    "Disc space narrowing": "disc space narrowing",
    "Surgical implant": "surgical implant",
    "Foraminal stenosis": "neural foraminal narrowing",
    "Spondylolysthesis": "spondylolisthesis",
    "Vertebral collapse": "vertebral collapse",
    "Other lesions": None,
}

SOURCE = Source(
    name="vindr-spinexr",
    title="VinDr-SpineXR",
    version="1.0.0",
    homepage="https://physionet.org/content/vindr-spinexr/1.0.0/",
    license="LicenseRef-PhysioNet-Restricted-1.5.0",
    access="agreement",
    modality="X-Ray",
    anatomy=("spine",),
    department="Orthopedic Surgery",
    redistribution=False,
    send_to_api=False,
    benchmark=("test",),
    cite="Nguyen et al., VinDr-SpineXR, MICCAI 2021, arXiv:2106.12930",
    cases=Table("annotations/{set:train|test}.csv", image="{set}_images/{image_id}.dicom"),
    subject="{study_id}",
    study="{study_id}",
    split="{set}",
    labels=[
        Class("{lesion_type}", names={**dict.fromkeys(NAMES), "No finding": "no finding"}),
        Boxes(
            xyxy=("{xmin}", "{ymin}", "{xmax}", "{ymax}"),
            by="{lesion_type}",
            names={**NAMES, "No finding": None},
            where={"lesion_type": "(?!No finding).*"},
        ),
    ],
    evidence=(
        'public code search for "spinexr/annotations" and "Spondylolysthesis" (a loader class '
        "reads image_id, lesion_type, xmin … and `{image_id}.dicom`)",
        "https://www.physionet.org/content/vindr-spinexr/ (restricted access, 13 kinds of finding)",
    ),
    verified="loader",
)
