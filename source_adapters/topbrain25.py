"""TopBrain 2025: arteries of the brain on CT and MR angiography.

CT and MR of one patient share a number, which is also the patient's in TopCoW. Segments of an
artery are values of their own; here they are one artery, measured together. Values 35 and above
differ between CT and MR and are ignored, as are the third A2 and A3. A label keeps `_0000` in its
name, or not: both are tried. All vessels that are there were drawn, but small ones may not be seen,
so what is missing is unknown.
"""

from gmai_data import Files, First, Mask, Source, Term

SIDED = {  # value of the right one; the left one follows
    2: "posterior cerebral artery",
    8: "posterior communicating artery",
    11: "anterior cerebral artery",
    23: "vertebral artery",
    25: "superior cerebellar artery",
    27: "anterior inferior cerebellar artery",
    29: "posterior inferior cerebellar artery",
    31: "anterior choroidal artery",
    33: "ophthalmic artery",
}
NAMES: dict[int | range, str | None] = {
    1: "basilar artery",
    10: "anterior communicating artery",
    4: "right internal carotid artery",
    6: "left internal carotid artery",
    5: "right middle cerebral artery",
    7: "left middle cerebral artery",
    **{n + k: f"{side} {t}" for n, t in SIDED.items() for k, side in enumerate(("right", "left"))},
    **{n: None for n in range(13, 23)},  # A3, third A2 and A3, M2, M3, P3 and P4
    range(35, 100): None,
}

SOURCE = Source(
    name="topbrain25",
    title="TopBrain 2025 (brain vessels, CTA and MRA)",
    version="1.0.0",
    homepage="https://topbrain2025.grand-challenge.org/",
    license="LicenseRef-opendata-swiss-by-ask",
    access="open",
    derived_from=("topcow24",),
    subject_space="topcow24",
    modality=Term("{mod}", {"ct": "CT", "mr": "MR"}),
    anatomy=("brain",),
    department="Neurosurgery",
    window="angiography",
    cite="TopBrain 2025 challenge, https://topbrain2025.grand-challenge.org/",
    cases=Files("imagesTr_topbrain_{mod:ct|mr}/topcow_{mod}_{n:03d}_0000.nii.gz"),
    subject="{n}",
    study="{n}-{mod}",
    labels=[
        Mask(
            First(
                "labelsTr_topbrain_{mod}/topcow_{mod}_{n}.nii.gz",
                "labelsTr_topbrain_{mod}/topcow_{mod}_{n}_0000.nii.gz",
            ),
            names=NAMES,
            includes={
                2: (21,), 3: (22,), 11: (13,), 12: (14,), 5: (17, 18), 7: (19, 20),
            },
        )
    ],
    evidence=(
        "https://github.com/rajpurkarlab/ReX-MLE "
        "rex-mle/rexmle/challenges/topbrain-track1/description.md",
        "https://topbrain2025.grand-challenge.org/data/ (values 1 to 34, as public code quotes it)",
    ),
    verified="loader",
)  # fmt: skip
