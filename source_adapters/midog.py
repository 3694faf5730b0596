"""MIDOG 2021 and MIDOG++: H&E regions of tumours, mitotic figures and look-alikes boxed.

The files have the form of COCO but boxes are two corners, not corner and size; all are 50 pixels
wide. Images 151 to 200 have no labels. In MIDOG++ four tumours of seven are of dogs: the kind of
tumour is said of people alone. A region is one patient's. MIDOG++ holds the images of 2021. At 7000
pixels a side a figure is small in the stored picture: raise `max_side` for it.
"""

from gmai_data import UNKNOWN, Boxes, Class, Files, First, Records, Source, Table

SOURCE = Source(
    name="midog",
    title="MIDOG 2021 and MIDOG++",
    version="1.0.0",
    homepage="https://zenodo.org/record/4643381",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Aubreville et al., MIDOG++, Scientific Data 2023, doi:10.1038/s41597-023-02327-4",
    cases=Files("images/{file_name}"),
    subject="{file_name}",
    labels=[
        Boxes(
            xyxy=("{x}", "{y}", "{w}", "{h}"),
            by="{class}",
            names={
                "mitotic figure": "mitotic figure",
                "not mitotic figure": "mitotic figure look-alike",
                "hard negative": "mitotic figure look-alike",
            },
            table=Table(
                First("databases/MIDOG++.json", "MIDOG++.json", "MIDOG.json"),
                form="coco",
                on="file_name",
            ),
            missing=UNKNOWN,
        ),
        Class(
            "{tumor_type}",
            names={
                "human breast cancer": "breast cancer",
                "human melanoma": "melanoma",
                "human neuroendocrine tumor": "neuroendocrine tumour",
                "canine cutaneous mast cell tumor": None,
                "canine lung cancer": None,
                "canine lymphosarcoma": None,
                "canine soft tissue sarcoma": None,
            },
            table=Records(
                First("databases/MIDOG++.json", "MIDOG++.json"),
                each="images/*",
                on="file_name",
                optional=True,
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/DeepMicroscopy/MIDOGpp/blob/main/databases/MIDOG++.json",
        'public code search for "MIDOG.json"',
    ),
    verified="loader",
)
