"""EBHI-Seg: H&E images of colorectal biopsies in six classes, the tissue of the class outlined.

A name is case, block, magnification and number; the case is taken for the patient. A mask is of the
class of its folder. Polyp is not said to be neoplastic or not.
"""

from gmai_data import Class, Files, Mask, Source

NAMES = {
    "Adenocarcinoma": "colorectal adenocarcinoma",
    "High-grade IN": "high-grade intraepithelial neoplasia",
    "Low-grade IN": "low-grade intraepithelial neoplasia",
    "Normal": "normal colon mucosa",
    "Polyp": "polyp",
    "Serrated adenoma": "serrated adenoma",
}

SOURCE = Source(
    name="ebhi-seg",
    title="EBHI-Seg",
    version="1.0.0",
    homepage="https://figshare.com/articles/dataset/EBHI-SEG/21540159/1",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    anatomy=("colon",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Shi et al., EBHI-Seg: A novel enteroscope biopsy histopathological hematoxylin and "
    "eosin image dataset for image segmentation tasks, Frontiers in Medicine 2023",
    cases=Files(
        "{class:Adenocarcinoma|High-grade IN|Low-grade IN|Normal|Polyp|Serrated adenoma}/image/"
        "{case}-{block}-{magnification:d}-{n:d}.png"
    ),
    subject="{case}",
    labels=[
        Class("{class}", names=NAMES),
        Mask(
            "{class}/label/{case}-{block}-{magnification}-{n}.png",
            form="binary",
            by="{class}",
            names=NAMES,
        ),
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/EBHI-Seg.md",
    ),
    verified="loader",
)
