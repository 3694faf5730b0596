"""TopBrain 2025: arteries of the brain on CT and MR angiography, with veins (CT) or branches (MR).

CT and MR of one patient share a number, which is also the patient's in TopCoW. Segments of an
artery are values of their own; here they are one artery, measured together. Values from 35 on mean
other vessels on CT than on MR; the third A2 and A3 are ignored. The release of August 2025 has a
folder of images for each, and a label there keeps `_0000` in its name, or not: both are tried; that
of August 2026 has one folder, and the same labels under `v1`. Its `v2_topaneu36class` maps cut the
internal carotid artery in two and are not read. All vessels that are there were drawn, but small
ones may not be seen, so what is missing is unknown.
"""

from gmai_data import Files, First, Layout, Mask, Source

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
SHARED: dict[int, str | None] = {
    1: "basilar artery",
    10: "anterior communicating artery",
    4: "right internal carotid artery",
    6: "left internal carotid artery",
    5: "right middle cerebral artery",
    7: "left middle cerebral artery",
    **{n + k: f"{side} {t}" for n, t in SIDED.items() for k, side in enumerate(("right", "left"))},
    **{n: None for n in range(13, 23)},  # A3, third A2 and A3, M2, M3, P3 and P4
}
OTHERS = {
    "ct": {
        35: "vein of Galen", 36: "straight sinus", 37: "internal cerebral vein",
        38: "right basal vein", 39: "left basal vein", 40: "superior sagittal sinus",
    },
    "mr": {
        35: "right external carotid artery", 36: "left external carotid artery",
        37: "right superficial temporal artery", 38: "left superficial temporal artery",
        39: "right maxillary artery", 40: "left maxillary artery",
        41: "right middle meningeal artery", 42: "left middle meningeal artery",
    },
}  # fmt: skip


SOURCE = Source(
    name="topbrain25",
    title="TopBrain 2025 (brain vessels, CTA and MRA)",
    version="1.0.0",
    homepage="https://topbrain2025.grand-challenge.org/",
    license="LicenseRef-opendata-swiss-by-ask",
    access="open",
    commercial=False,
    derived_from=("topcow24",),
    subject_space="topcow24",
    anatomy=("brain",),
    department="Neurosurgery",
    window="angiography",
    cite="Yang et al., TopBrain 2025, https://topbrain2025.grand-challenge.org/",
    subject="{n}",
    parts=tuple(
        Layout(
            kind,
            cases=Files(
                {
                    sequence: First(
                        f"imagesTr_topbrain_{kind}/topcow_{kind}_{{n:03d}}_0000.nii.gz",
                        f"imagesTr_topbrain/topcow_{kind}_{{n:03d}}_0000.nii.gz",
                    )
                }
            ),
            study=f"{{n}}-{kind}",
            modality=kind.upper(),
            labels=[
                Mask(
                    First(
                        f"labelsTr_topbrain_{kind}/topcow_{kind}_{{n}}.nii.gz",
                        f"labelsTr_topbrain_{kind}/topcow_{kind}_{{n}}_0000.nii.gz",
                        f"labelsTr_topbrain_v1_{kind}/topcow_{kind}_{{n}}.nii.gz",
                    ),
                    names={**SHARED, **OTHERS[kind]},
                    includes={2: (21,), 3: (22,), 11: (13,), 12: (14,), 5: (17, 18), 7: (19, 20)},
                )
            ],
        )
        for kind, sequence in (("ct", "CT angiography"), ("mr", "MRA"))
    ),
    evidence=(
        "https://github.com/rajpurkarlab/ReX-MLE "
        "rex-mle/rexmle/challenges/topbrain-track1/description.md",
        "https://github.com/CoWBenchmark/TopBrain_Eval_Metrics topbrain25_eval/constants.py",
        'public code search for "labelsTr_topbrain_v1" (folders of the second release, terms)',
    ),
    verified="loader",
)  # fmt: skip
