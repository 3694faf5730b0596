"""LASC 2018: the cavity and the wall of the left atrium on late gadolinium enhanced MR.

Foreground is 255. Folder names are the only identity: some patients may have been scanned twice
and cannot be told. A public audit found one scan twice in the training set, under two names, and
training scans that look like some of the test. The wall is not outlined in every release of the
test set: unknown.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="lasc2018",
    title="LASC 2018 (Atrial Segmentation Challenge)",
    version="1.0.0",
    homepage="http://atriaseg2018.cardiacatlas.org/",
    license="LicenseRef-LASC-2018",
    access="registration",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    modality="MR",
    sequence="LGE",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    cite="Xiong et al., Medical Image Analysis 2021, doi:10.1016/j.media.2020.101832",
    cases=Files("{set:Training Set|Testing Set}/{scan}/lgemri.nrrd"),
    subject="{scan}",
    split=Term("{set}", {"Training Set": "train", "Testing Set": "test"}),
    labels=[
        Mask("{set}/{scan}/laendo.nrrd", names={255: "left atrium"}, missing=UNKNOWN),
        Mask("{set}/{scan}/lawall.nrrd", names={255: "left atrial wall"}, missing=UNKNOWN),
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/ (folders, 255, "
        "both masks; the loader that reads lgemri.nrrd)",
        'public code search for "lgemri.nrrd"',
    ),
    verified="loader",
)
