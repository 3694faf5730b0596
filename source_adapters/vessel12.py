"""VESSEL12: lungs on 23 chest CT, and points in three of them that are a vessel or not.

Vessels themselves are not drawn: the three example scans (21 to 23) have voxels, counted from 0,
that readers called vessel (1) or not (0, left out). Lung masks were made for the challenge and are
binary; what was drawn of the other scans was never released. Archives are `.tar.bz2` and must be
unpacked.
"""

from gmai_data import UNKNOWN, Files, Mask, Points, Source, Table

SOURCE = Source(
    name="vessel12",
    title="VESSEL12",
    version="1.0.0",
    homepage="https://vessel12.grand-challenge.org/",
    license="LicenseRef-Challenge-Terms",
    access="open",
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="lung",
    cite="Rudyanto et al., Medical Image Analysis 2014, doi:10.1016/j.media.2014.07.003",
    cases=Files("**/VESSEL12_{n:02d}.mhd"),
    subject="{n}",
    labels=[
        Mask(
            "**/{:VESSEL12_01-20_Lungmasks|Lungmasks}/VESSEL12_{n}.mhd",
            form="binary",
            name="lung",
            missing=UNKNOWN,
        ),
        Points(
            xy=("{x}", "{y}"),
            frame="{z}",
            by="{label}",
            names={"1": "pulmonary vessel", "0": None},
            table=Table("**/VESSEL12_{n}_Annotations.csv", header=("x", "y", "z", "label"), on="n"),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/VESSEL12.md",
        'public code search for "VESSEL12_21_Annotations"',
        "https://vessel12.grand-challenge.org/Details/ (masks, terms)",
    ),
    verified="loader",
)
