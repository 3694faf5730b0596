"""Polyp bundle of PraNet: one training folder and five test folders of colonoscopy frames.

The images are those of Kvasir-SEG, CVC-ClinicDB, CVC-ColonDB, CVC-300 and ETIS-Larib. Those of
Kvasir-SEG keep its names, so that what is tested on here is not trained on there; those of the
others do not say enough: do not mix without removing doubles. Frames of one video are not marked,
so every image is its own subject. Folders are named in the singular in some copies. Masks have grey
borders.
"""

from collections.abc import Mapping

from gmai_data import Files, Layout, Mask, Source


def image(row: Mapping[str, str]) -> str:
    """The name in Kvasir-SEG; of another set, whose names are numbers, with the set before it."""
    name = row["name"]
    return f"{row.get('set') or 'CVC-ClinicDB'}/{name}" if name.isdigit() else name


SOURCE = Source(
    name="pranet-polyp-bundle",
    title="Polyp bundle of PraNet",
    version="1.0.0",
    homepage="https://github.com/DengPingFan/PraNet",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Endoscopy",
    sequence="colonoscopy",
    anatomy=("colon",),
    department="Gastroenterology and Hepatology",
    benchmark=("test",),
    derived_from=("kvasir-seg", "cvc-clinicdb", "cvc-endoscene"),
    cite="Fan et al., PraNet: Parallel Reverse Attention Network, MICCAI 2020",
    subject="{own}",
    subject_space="kvasir-seg",
    parts=(
        Layout(
            "train",
            cases=Files("TrainDataset/{:images|image}/{name}.png", derive={"own": image}),
            split="train",
            labels=[
                Mask("TrainDataset/{:masks|mask}/{name}.png", name="polyp", threshold=127),
            ],
        ),
        Layout(
            "test",
            cases=Files(
                "TestDataset/{set:CVC-300|CVC-ClinicDB|CVC-ColonDB|ETIS-LaribPolypDB|Kvasir}/"
                "{:images|image}/{name}.png",
                derive={"own": image},
            ),
            split="test",
            labels=[
                Mask("TestDataset/{set}/{:masks|mask}/{name}.png", name="polyp", threshold=127),
            ],
        ),
    ),
    evidence=('public code search for "TestDataset/CVC-300"',),
    verified="loader",
)
