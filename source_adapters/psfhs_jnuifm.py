"""PSFHS and JNU-IFM (FH-PS-AOP): transperineal ultrasound, pubic symphysis and fetal head.

Images are MetaImage files of three equal planes (256 x 256), planes first; labels are single. 1124
patients of PSFHS are told of, none is named: their pictures cannot be kept together. Those of
JNU-IFM are frames of videos of some fifty women (from memory), so all of it is for training. The
two sets may share patients. PSFHS is CC-BY-4.0; a public list has JNU-IFM as non-commercial, and
the narrower is given for both.
"""

from typing import Any

from gmai_data import NO_SUBJECT, Files, Layout, Mask, Source

FOLDER = "Pubic Symphysis-Fetal Head Segmentation and Angle of Progression"


def picture(name: str) -> Any:
    """Rows, columns, colours of a file whose colours come first."""
    import numpy as np
    import SimpleITK as sitk

    array = sitk.GetArrayFromImage(sitk.ReadImage(name))
    if array.ndim == 3 and array.shape[0] == 3:
        array = np.ascontiguousarray(array.transpose(1, 2, 0))
    return array.astype(np.uint8)


NAMES = {1: "pubic symphysis", 2: "fetal head"}

SOURCE = Source(
    name="psfhs-jnuifm",
    title="PSFHS and JNU-IFM",
    version="1.0.0",
    homepage="https://zenodo.org/records/10969427",
    license="CC-BY-NC-4.0",
    access="open",
    modality="Ultrasound",
    anatomy=("fetal head",),
    department="Obstetrics and Gynecology",
    redistribution=True,
    commercial=False,
    derivatives=True,
    cite="Chen et al., PSFHS, Scientific Data 2024, doi:10.1038/s41597-024-03266-4",
    read=picture,
    subject=NO_SUBJECT,
    parts=(
        Layout(
            "psfhs",
            cases=Files("PSFHS/image_mha/{n:05d}.mha"),
            labels=[Mask("PSFHS/label_mha/{n}.mha", names=NAMES)],
        ),
        Layout(
            "jnu-ifm",
            cases=Files(f"{FOLDER}/image_mha/{{n:05d}}.mha"),
            labels=[Mask(f"{FOLDER}/label_mha/{{n}}.mha", names=NAMES)],
            split="train",
        ),
    ),
    evidence=(
        "torch_em/data/datasets/medical/psfhs.py",
        "torch_em/data/datasets/medical/jnuifm.py",
        "https://github.com/adamtupper/ultrabench/blob/main/src/ultrabench/process/psfhs.py",
        'public code search for "FH-PS-AOP" (values, 4000 pictures)',
    ),
    verified="loader",
)
