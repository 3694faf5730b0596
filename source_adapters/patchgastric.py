"""PatchGastricADC22: patches of gastric cancer slides with the diagnosis of their slide.

The text is the slide's: a patch need not show what it says, hence `level`. No official split.
"""

from gmai_data import Caption, Files, Source, Table

SOURCE = Source(
    name="patchgastric",
    title="PatchGastricADC22",
    version="1.0.0",
    homepage="https://github.com/masatsuneki/histopathology-image-caption",
    license="LicenseRef-PatchGastric-research",
    access="open",
    commercial=False,
    cite="Tsuneki and Kanavati, Inference of captions from histopathological patches, MIDL 2022",
    modality="Pathology",
    sequence="H&E",
    anatomy=("stomach",),
    department="Laboratory Medicine and Pathology",
    cases=Files("patches_captions/{id}_{patch}.jpg"),
    join=[Table("captions.csv", on="id")],
    subject="{id}",
    study="{id}",
    labels=[Caption("{text}", level="study")],
    evidence=("https://github.com/masatsuneki/histopathology-image-caption README",),
    verified="loader",
)
