"""BCCD with mask: blood smears, every blood cell painted white in a mask of equal name.

The mask is one for all cells and does not tell red from white cells or platelets; touching cells
are one blob, so cells are not counted. Some masks are RGB, and a picture may lack its own. No
patient id, and no licence on the page.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Files, Mask, Source

SOURCE = Source(
    name="bccd-mask",
    title="BCCD Dataset with mask",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/jeetblahiri/bccd-dataset-with-mask",
    license="LicenseRef-not-stated",
    access="registration",
    modality="Microscopy",
    anatomy=("blood",),
    department="Hematology",
    benchmark=("test",),
    cite="doi:10.34740/kaggle/dsv/6107556",
    cases=Files("BCCD Dataset with mask/{split:train|test}/original/{stem}.png"),
    subject=NO_SUBJECT,
    split="{split}",
    labels=[
        Mask(
            "BCCD Dataset with mask/{split}/mask/{stem}.png",
            form="binary",
            name="blood cells",
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em "
        "torch_em/data/datasets/light_microscopy/bccd.py",
    ),
    verified="loader",
)
