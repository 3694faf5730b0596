"""TN3K: thyroid ultrasound images, each with a nodule mask (JPEG, so thresholded).

The folds in `tn3k-trainval-fold*.json` are not used. No patient id.
"""

from gmai_data import NO_SUBJECT, Files, Mask, Source, Term

SOURCE = Source(
    name="tn3k",
    title="TN3K",
    version="1.0.0",
    homepage="https://github.com/haifangong/TRFE-Net-for-thyroid-nodule-segmentation",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Ultrasound",
    anatomy=("thyroid gland",),
    department="Endocrinology",
    benchmark=("test",),
    cases=Files("{set:trainval|test}-image/{n:04d}.jpg"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"trainval": "train", "test": "test"}),
    labels=[Mask("{set}-mask/{n}.jpg", name="thyroid nodule", threshold=127)],
    evidence=('public code search for "tn3k-trainval-fold"',),
    verified="loader",
)
