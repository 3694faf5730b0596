"""WMH 2017: white matter hyperintensities of presumed vascular origin on FLAIR.

Only the original FLAIR is read: the masks were drawn on it, and on T1 the lesions are not bright.
Value 2 is other pathology, roughly outlined, neither lesion nor background: ignored. Numbers are
unique inside a site only. Amsterdam has one more folder, for the scanner. The test set came with
its masks after the challenge. A second observer's masks lie apart and are not read.
"""

from gmai_data import Files, Mask, Source, Term

SOURCE = Source(
    name="wmh2017",
    title="WMH Segmentation Challenge 2017",
    version="1.0.0",
    homepage="https://dataverse.nl/dataset.xhtml?persistentId=doi:10.34894/AECRSD",
    license="CC-BY-NC-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    benchmark=("test",),
    modality="MR",
    sequence="FLAIR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Kuijf et al., IEEE TMI 2019, doi:10.1109/TMI.2019.2905770",
    root=("dataverse_files", ""),
    cases=Files(
        "{set:training|test}/{site:Amsterdam|Singapore|Utrecht}/**/{n:d}/orig/FLAIR.nii.gz"
    ),
    subject="{site}-{n}",
    split=Term("{set}", {"training": "train", "test": "test"}),
    labels=[
        Mask(
            "{set}/{site}/**/{n}/wmh.nii.gz",
            names={1: "white matter hyperintensity", 2: None},
        )
    ],
    evidence=(
        "https://wmh.isi.uu.nl/data/manual-reference-standard/ (values)",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/WMH.md",
    ),
    verified="loader",
)
