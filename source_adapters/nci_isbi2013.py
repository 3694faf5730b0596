"""NCI-ISBI 2013: peripheral zone and central gland of the prostate on T2 MR.

Images are two DICOM collections (Prostate-3T, PROSTATE-DIAGNOSIS), labels an NRRD per patient in
another download. Numbers 01, 02 and 03 in an id are the training, leaderboard and test part; each
numbers its patients anew. Labels of the last two are called `_truth`; one of training was corrected
(`_correctedLabels`). Series whose description does not say T2 are not read. Public code leaves out
ProstateDx-01-0055, whose labels do not fit.
"""

from gmai_data import SKIP, DicomSeries, First, Mask, Source, Term

SOURCE = Source(
    name="nci-isbi2013",
    title="NCI-ISBI 2013 prostate challenge",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/analysis-result/isbi-mr-prostate-2013/",
    license="CC-BY-3.0",
    access="open",
    redistribution=True,
    commercial=True,
    benchmark=("test",),
    modality="MR",
    sequence="T2w",
    anatomy=("prostate",),
    department="Urology",
    cite="Bloch et al., NCI-ISBI 2013 Challenge, TCIA 2015, doi:10.7937/K9/TCIA.2015.zF0vlOPv",
    cases=DicomSeries(
        "**/{scanner:Prostate3T|ProstateDx}-{part:01|02|03}-{patient:4}/{visit}/{series}/*.dcm",
        where={"Modality": "MR", "SeriesDescription": "(?i).*t2.*"},
    ),
    subject="{scanner}-{part}-{patient}",
    study="{scanner}-{part}-{patient}-{visit}",
    split=Term("{part}", {"01": "train", "02": "val", "03": "test"}),
    labels=[
        Mask(
            First(
                "**/{scanner}-{part}-{patient}_correctedLabels.nrrd",
                "**/{scanner}-{part}-{patient}_truth.nrrd",
                "**/{scanner}-{part}-{patient}.nrrd",
            ),
            names={1: "peripheral zone", 2: "central gland"},
            missing=SKIP,
        )
    ],
    evidence=(
        'public code search for "_correctedLabels.nrrd" (names, parts in the ids)',
        'public code search for "_truth.nrrd" (leaderboard and test, three converters)',
        "https://github.com/pfjaeger/prostate_segmentation configs.py (1 PZ, 2 CG)",
        'public code search for "NCI_ISBI_Challenge-Prostate3T_Training_Segmentations"',
    ),
    verified="loader",
)
