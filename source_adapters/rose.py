"""ROSE: en-face OCT angiograms of the retina with vessels drawn by hand.

ROSE-1 has three projections of each eye (superficial, deep, both) under equal numbers; names of
ROSE-2 begin with a number and the eye. In both the number is the subject. Deep vessels and
capillaries are drawn as centre lines of a pixel or two, so areas mean little. `thick_gt` and
`thin_gt` of ROSE-1 are not declared: `gt` unites them.
"""

from gmai_data import Files, Layout, Mask, Source

SOURCE = Source(
    name="rose",
    title="ROSE (retinal OCT angiography vessel segmentation)",
    version="1.0.0",
    homepage="https://imed.nimte.ac.cn/dataofrose.html",
    license="LicenseRef-Research-Only",
    access="agreement",
    modality="OCT",
    sequence="OCT angiography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=False,
    benchmark=("test",),
    cite="Ma et al., ROSE: A Retinal OCT-Angiography Vessel Segmentation Dataset, IEEE TMI 2021",
    split="{set}",
    parts=(
        Layout(
            "rose-1",
            cases=Files(
                "ROSE-1/{plexus:SVC|DVC|SVC_DVC}/{set:train|test}/img/{n}.{suffix:tif|png}"
            ),
            subject="1-{set}-{n}",
            study="1-{set}-{n}",
            labels=[
                Mask(
                    "ROSE-1/{plexus}/{set}/gt/{n}.{suffix}",
                    form="binary",
                    name="retinal vessel",
                )
            ],
        ),
        Layout(
            "rose-2",
            cases=Files(
                "ROSE-2/{set:train|test}/original/{patient:d}_{eye:OD|OS}_{layer}.{suffix:png|tif}"
            ),
            subject="2-{set}-{patient}",
            labels=[
                Mask(
                    "ROSE-2/{set}/gt/{patient}_{eye}_{layer}.{suffix}",
                    form="binary",
                    name="retinal vessel",
                ),
            ],
        ),
    ),
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/ROSE.md",
        'public loader code that reads "ROSE-1/SVC" (img, gt, thick_gt, thin_gt)',
        'public code search for "_OD_SVP" (names of ROSE-2)',
    ),
    verified="loader",
)
