"""Brain tumours of Cheng: T1-weighted slices after contrast, one of three tumours drawn in each.

MATLAB 7.3 files, one per slice, in all three planes; the file does not say which. A patient has
several. `cvind.mat` holds five folds, which are not a split.
"""

from gmai_data import Class, Files, Mask, Source, Table

SOURCE = Source(
    name="brain-tumor-cheng",
    title="Brain tumour data set (Cheng)",
    version="1.0.0",
    homepage="https://figshare.com/articles/dataset/brain_tumor_dataset/1512427",
    license="CC-BY-4.0",
    access="open",
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    sequence="T1w+Gd",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Cheng et al., Enhanced Performance of Brain Tumor Classification, PLoS ONE 2015",
    cases=Files("**/{n:d}.mat!cjdata/image"),
    join=[Table("**/{n:d}.mat", on="n")],
    subject="{cjdata/PID}",
    labels=[
        Class(
            "{cjdata/label}",
            names={1: "meningioma", 2: "glioma", 3: "pituitary tumour"},
        ),
        Mask("**/{n}.mat!cjdata/tumorMask", name="brain tumour"),
    ],
    evidence=('public code search for "cjdata/label" and "cjdata/tumorMask" (stored transposed)',),
    verified="loader",
)
