"""MedSegBench: the arrays of 30 public segmentation sets, resized, with what each had annotated.

Every picture is from another release, most of them sources of their own here, with better pictures
and with patients, which are lost in the arrays: two pictures of a patient may be in two splits, and
a training picture may be a test picture of its own set. Licences differ per set (some forbid
commercial use, some derivatives): the strictest holds for all. Left out are sets that are simulated
(`abdomenus`, `usforkidney`), of worms (`bbbc010`), of clinical photographs (`uwaterlooskincancer`),
or whose one label is not explained (`idrib`, `covidquex`). The largest of three sizes is read. Keys
that end in `_C1` repeat pictures by class and are not read.
"""

from gmai_data import NO_SUBJECT, Arrays, First, Layout, Mask, Source, Term

BINARY = {
    "kvasir": "polyp", "polypgen": "polyp", "isic2016": "skin lesion", "isic2018": "skin lesion",
    "drive": "retinal vessel", "chasedb1": "retinal vessel", "dca1": "coronary artery",
    "chuac": "coronary artery", "cellnuclei": "nucleus", "dynamicnuclear": "nucleus",
    "nuset": "nucleus", "brifiseg": "nucleus", "nuclei": "nucleus", "tnbcnuclei": "nucleus",
    "pandental": "mandible", "deepbacs": "bacterium", "yeaz": "yeast", "busi": "breast lesion",
    "covid19radio": "lung", "cystoidfluid": "intraretinal fluid", "promise12": "prostate",
    "robotool": "surgical instrument", "ultrasoundnerve": "brachial plexus",
    "mosmedplus": "infection lesion",
}  # fmt: skip
MAPS: dict[str, dict[int, str | None]] = {
    "wbc": {1: "cytoplasm", 2: "nucleus"},
    "monusac": {
        1: "epithelial cell", 2: "lymphocyte", 3: "macrophage", 4: "neutrophil", 5: None,
    },
    "bkai-igh": {1: "neoplastic polyp", 2: "non-neoplastic polyp"},
    "m2caiseg": {
        1: "grasper", 2: "bipolar forceps", 3: "hook", 4: "scissors", 5: "clipper",
        6: "irrigator", 7: "specimen bag", 8: "trocar", 9: "surgical clip", 10: "liver",
        11: "gallbladder", 12: "fat", 13: None, 14: "artery", 15: "bowel", 16: "bile",
        17: "blood", 18: None,
    },
    "fhpsaop": {1: "pubic symphysis", 2: "fetal head"},
}  # fmt: skip
MODALITIES = {
    **dict.fromkeys(("kvasir", "polypgen", "bkai-igh", "robotool", "m2caiseg"), "Endoscopy"),
    **dict.fromkeys(("isic2016", "isic2018"), "Dermoscopy"),
    **dict.fromkeys(("drive", "chasedb1"), "Fundus Photography"),
    **dict.fromkeys(("dca1", "chuac", "pandental", "covid19radio"), "X-Ray"),
    **dict.fromkeys(("wbc", "cellnuclei", "dynamicnuclear", "nuset", "brifiseg"), "Microscopy"),
    **dict.fromkeys(("deepbacs", "yeaz"), "Microscopy"),
    **dict.fromkeys(("nuclei", "tnbcnuclei", "monusac"), "Pathology"),
    **dict.fromkeys(("busi", "ultrasoundnerve", "fhpsaop"), "Ultrasound"),
    "cystoidfluid": "OCT",
    "promise12": "MR",
    "mosmedplus": "CT",
}
GREY = (
    "brifiseg", "busi", "chuac", "covid19radio", "dca1", "deepbacs", "dynamicnuclear", "fhpsaop",
    "nuset", "pandental", "promise12", "ultrasoundnerve", "yeaz",
)  # fmt: skip
COLOUR = tuple(name for name in (*BINARY, *MAPS) if name not in GREY)
LABELS = First(*(f"{{set}}_{size}.npz!{{split}}_label" for size in (512, 256, 128)))


def images(sets: tuple[str, ...]) -> First:
    """The arrays of pictures of some sets, the largest size that is there."""
    names = "|".join(sets)
    return First(
        *(f"{{set:{names}}}_{size}.npz!{{split:train|val|test}}_images" for size in (512, 256, 128))
    )


SOURCE = Source(
    name="medsegbench",
    title="MedSegBench",
    version="1.0.0",
    homepage="https://zenodo.org/records/13358372",
    license="LicenseRef-MedSegBench-per-set",
    access="open",
    modality=Term("{set}", MODALITIES),
    commercial=False,
    derivatives=False,
    benchmark=("test",),
    derived_from=(
        "bkai-igh",
        "busi",
        "chase-db1",
        "covid19-radiography-db",
        "dca1",
        "drive",
        "dsb2018",
        "isic2016",
        "isic2018",
        "kvasir-seg",
        "m2caiseg",
        "medseg-covid9",
        "monusac",
        "mosmed-covid1110",
        "polypgen",
        "promise12",
        "psfhs-jnuifm",
        "tnbc-naylor",
        "uns-nerve",
    ),
    cite="Kuş and Aydin, MedSegBench: a comprehensive benchmark for medical image segmentation in "
    "diverse data modalities, Scientific Data 2024",
    subject=NO_SUBJECT,
    split="{split}",
    labels=[
        Mask(
            LABELS,
            form="binary",
            by="{set}",
            names={**BINARY, **dict.fromkeys(MAPS)},
            where={"set": tuple(BINARY)},
        ),
        *(Mask(LABELS, names=names, where={"set": name}) for name, names in MAPS.items()),
    ],
    parts=(
        Layout("colour", cases=Arrays(images(COLOUR), axes="NHWC")),
        Layout("grey", cases=Arrays(images(GREY), axes="NHW")),
    ),
    evidence=(
        "https://github.com/zekikus/MedSegBench/blob/main/medsegbench/info.py",
        "https://github.com/zekikus/MedSegBench/blob/main/medsegbench/dataset.py",
    ),
    verified="loader",
)
