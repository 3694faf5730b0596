"""HVSMR 2016: ventricular myocardium and blood pool on 3D MR of congenital heart disease.

The release names the map `-label`; a copy holds two instead, A and B, of which B also tells aorta
(64) and pulmonary arteries (71). The blood pool is all chambers and vessels, whose course may be
abnormal. Cut-outs of the same images (`axial_crop`, `sa_crop`) are not read. Test labels are
hidden.
"""

from gmai_data import UNKNOWN, Files, First, Mask, Source, Term

NAMES = {
    1: "ventricular myocardium",
    2: "cardiac blood pool",
    64: "aorta",
    71: "pulmonary artery",
}

SOURCE = Source(
    name="hvsmr2016",
    title="HVSMR 2016 (congenital heart disease)",
    version="1.0.0",
    homepage="https://segchd.csail.mit.edu/",
    license="LicenseRef-HVSMR-2016",
    access="registration",
    redistribution=False,
    benchmark=("test",),
    modality="MR",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    cite="Pace et al., MICCAI 2015, doi:10.1007/978-3-319-24574-4_10",
    cases=Files("**/{set:training|testing}_axial_full_pat{n:d}.nii.gz"),
    subject="{n}",
    split=Term("{set}", {"training": "train", "testing": "test"}),
    labels=[
        First(
            Mask("**/{set}_axial_full_pat{n}-label.nii.gz", names=NAMES),
            Mask(
                "**/{set}_axial_full_pat{n}_label_B.nii.gz",
                names=NAMES,
                includes={2: (64, 71)},
                missing=UNKNOWN,
            ),
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/HVSMR.md",
        'public code search for "class_lbl_myocardium" (values 1 and 2)',
        "https://github.com/scouvreur/WholeHeartMRISegmenter (names; label files read)",
    ),
    verified="loader",
)
