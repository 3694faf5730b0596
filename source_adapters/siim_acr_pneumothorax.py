"""SIIM-ACR: chest radiographs with pneumothorax masks, as the challenge's DICOM or a PNG mirror.

The challenge's run lengths are relative (offsets from the end of the last run), column by column on
1024 x 1024; "-1" is no pneumothorax; the column is called " EncodedPixels" with a blank; an image
may have several rows. The mirror writes the answer into the file name. DICOM tree from memory.
"""

from collections.abc import Mapping

from gmai_data import (
    ABSENT,
    NO_SUBJECT,
    UNKNOWN,
    DicomSeries,
    Files,
    Flags,
    Layout,
    Mask,
    Source,
    Table,
)


def absolute(row: Mapping[str, str]) -> str:
    """Starts counted from the first pixel, from starts counted from the end of the last run."""
    numbers = [int(n) for n in row["EncodedPixels"].split()]
    if len(numbers) < 2:
        return ""
    at, runs = 0, []
    for gap, length in zip(numbers[0::2], numbers[1::2], strict=True):
        runs += [at + gap, length]
        at += gap + length
    return " ".join(map(str, runs))


SOURCE = Source(
    name="siim-acr-pneumothorax",
    title="SIIM-ACR Pneumothorax Segmentation",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/siim-acr-pneumothorax-segmentation",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=False,
    derived_from=("nih-chestxray14",),
    layouts=(
        Layout(
            "official",
            cases=DicomSeries("dicom-images-train/*/*/{ImageId}.dcm", by=None),
            subject="{PatientID}",
            labels=[
                Mask(
                    rle="{runs}",
                    order="column",
                    base=0,
                    size=(1024, 1024),
                    name="pneumothorax",
                    table=Table("train-rle.csv", derive={"runs": absolute}, on="ImageId"),
                    missing=UNKNOWN,
                    empty=ABSENT,
                )
            ],
        ),
        Layout(
            "mirror",
            cases=Files("png_images/{n:d}_{set:train|test}_{has:0|1}_.png"),
            subject=NO_SUBJECT,
            split="{set}",
            labels=[
                Flags(names={"has": "pneumothorax"}),
                Mask(
                    "png_masks/{n}_{set}_{has}_.png",
                    name="pneumothorax",
                    threshold=127,
                    empty=ABSENT,
                ),
            ],
        ),
    ),
    evidence=(
        "https://github.com/mlmed/torchxrayvision/blob/main/torchxrayvision/datasets.py",
        "torch_em/data/datasets/medical/siim_acr.py",
    ),
    verified="loader",
    pixels_checked="NIH Clinical Center, before the release of ChestX-ray14",
)
