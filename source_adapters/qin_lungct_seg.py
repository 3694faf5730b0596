"""QIN-LungCT-Seg: lung nodules outlined by three programs, three times each, on chest CT.

The outlines are by programs, not by readers: each is a SEG series of its own, in a study folder of
its own, and stands as the opinion of one run (the rater). Every segment is a nodule, whatever it is
called. A nodule has about nine outlines. Who the runs are is in the folder's name. Patients are
called QIN-LSC-0003 or QIN-LUNG-01-0007, by their hospital. The study also used scans of LIDC-IDRI
and RIDER; what TCIA files under those collections is not read.
"""

import re

from gmai_data import UNKNOWN, DicomSeries, Mask, Source

SOURCE = Source(
    name="qin-lungct-seg",
    title="QIN-LungCT-Seg",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/analysis-result/qin-lungct-seg/",
    license="CC-BY-3.0",
    access="open",
    redistribution=True,
    commercial=True,
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    cite="Kalpathy-Cramer et al., Journal of Digital Imaging 2016, doi:10.1007/s10278-016-9859-z",
    cases=DicomSeries("QIN LUNG CT/QIN-{patient}/{visit}/{series}/*.dcm", where={"Modality": "CT"}),
    subject="{patient}",
    study="{patient}-{visit}",
    labels=[
        Mask(
            "QIN LUNG CT/QIN-{patient}/*/*alg{algorithm:2} run{run:2}*/*.dcm",
            form="seg",
            names={re.compile(r".*"): "lung nodule"},
            rater="algorithm {algorithm}, run {run}",
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/QIN-LungCT-Seg.md",
        'public code search for "QIN-LSC-0003" (series names of the runs, both kinds of names)',
    ),
    verified="loader",
)
