"""VinDr-Mammo: digital mammograms, four views per examination, breast grades and finding boxes.

BI-RADS and density hold for the breast in the view. A finding's categories are a list in a cell;
"No Finding" rows have no box. Some images are MONOCHROME1. The order of the headers is from memory.
"""

from gmai_data import UNKNOWN, Boxes, Class, Source, Table, Term

FINDINGS = {
    "Architectural Distortion": "architectural distortion",
    "Asymmetry": "asymmetry",
    "Focal Asymmetry": "focal asymmetry",
    "Global Asymmetry": "global asymmetry",
    "Mass": "breast mass",
    "Nipple Retraction": "nipple retraction",
    "Skin Retraction": "skin retraction",
    "Skin Thickening": "skin thickening",
    "Suspicious Calcification": "suspicious calcification",
    "Suspicious Lymph Node": "suspicious lymph node",
    "No Finding": None,
}

SOURCE = Source(
    name="vindr-mammo",
    title="VinDr-Mammo",
    version="1.0.0",
    homepage="https://physionet.org/content/vindr-mammo/1.0.0/",
    license="LicenseRef-PhysioNet-Restricted-1.5.0",
    access="agreement",
    modality="X-Ray",
    sequence="mammography",
    anatomy=("breast",),
    department="Oncology (Medical)",
    redistribution=False,
    send_to_api=False,
    benchmark=("test",),
    cases=Table("breast-level_annotations.csv", image="images/{study_id}/{image_id}.dicom"),
    subject="{study_id}",
    study="{study_id}",
    split=Term("{split}", {"training": "train", "test": "test"}),
    view=Term("{view_position}", {"CC": "CC", "MLO": "MLO"}),
    labels=[
        Class(
            "{breast_birads}",
            of="BI-RADS category",
            names={
                "BI-RADS 1": "BI-RADS category 1",
                "BI-RADS 2": "BI-RADS category 2",
                "BI-RADS 3": "BI-RADS category 3",
                "BI-RADS 4": "BI-RADS category 4",
                "BI-RADS 5": "BI-RADS category 5",
            },
        ),
        Class(
            "{breast_density}",
            of="breast density",
            names={
                "DENSITY A": "breast density A",
                "DENSITY B": "breast density B",
                "DENSITY C": "breast density C",
                "DENSITY D": "breast density D",
            },
        ),
        Boxes(
            xyxy=("{xmin}", "{ymin}", "{xmax}", "{ymax}"),
            by="{finding}",
            names=FINDINGS,
            table=Table(
                "finding_annotations.csv",
                # of several categories of one box, the first
                parse={"finding_categories": "['{finding:" + "|".join(FINDINGS) + "}'{more:text}"},
                on="image_id",
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "breast-level_annotations.csv"',
        "https://physionet.org/content/vindr-mammo/ (restricted access)",
    ),
    verified="loader",
)
