"""CBIS-DDSM: digitised film mammograms; each abnormality has BI-RADS category and pathology.

A row per abnormality, several per image. Paths in the tables do not match the folders of TCIA: the
series UID does. "BENIGN_WITHOUT_CALLBACK" is benign. Masks are not declared: a mask's series holds
the mask and a crop of the image in either order. Some patients are in the train table of masses and
in the test table of calcifications. File names of TCIA are from memory.
"""

from gmai_data import Class, First, Source, Table, Term

SOURCE = Source(
    name="cbis-ddsm",
    title="CBIS-DDSM",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/cbis-ddsm/",
    license="CC-BY-3.0",
    access="open",
    modality="X-Ray",
    sequence="mammography",
    anatomy=("breast",),
    department="Oncology (Medical)",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cases=Table(
        "{kind:mass|calc}_case_description_{set:train|test}_set.csv",
        parse={"image file path": "*/*/{series}/*"},
        image="CBIS-DDSM/*/*/{series}/*.dcm",
    ),
    subject="{patient_id}",
    study="{patient_id}",
    split=Term("{set}", {"train": "train", "test": "test"}),
    view=Term("{image view}", {"CC": "CC", "MLO": "MLO"}),
    labels=[
        Class("{kind}", names={"mass": "breast mass", "calc": "breast calcification"}),
        Class(
            "{pathology}",
            of="pathology",
            names={
                "BENIGN": "benign",
                "BENIGN_WITHOUT_CALLBACK": "benign",
                "MALIGNANT": "malignant",
            },
        ),
        Class(
            "{assessment}",
            of="BI-RADS category",
            names={
                "0": "BI-RADS category 0",
                "1": "BI-RADS category 1",
                "2": "BI-RADS category 2",
                "3": "BI-RADS category 3",
                "4": "BI-RADS category 4",
                "5": "BI-RADS category 5",
            },
        ),
        Class(
            First("{breast_density}", "{breast density}"),
            of="breast density",
            names={
                "0": None,
                "1": "breast density A",
                "2": "breast density B",
                "3": "breast density C",
                "4": "breast density D",
            },
        ),
    ],
    evidence=(
        "tensorflow_datasets/image_classification/cbis_ddsm.py",
        "torch_em/data/datasets/medical/cbis_ddsm.py",
    ),
    verified="loader",
    pixels_checked="The Cancer Imaging Archive, at submission",
)
