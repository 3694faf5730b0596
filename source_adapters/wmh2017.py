"""WMH 2017: white matter hyperintensities of presumed vascular origin on FLAIR and T1.

Read are the images of `pre/`, where T1 is registered to FLAIR; the mask is on the FLAIR. Value 2
is other pathology, which is neither lesion nor background, and ignored (from memory). Numbers are
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
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Kuijf et al., IEEE TMI 2019, doi:10.1109/TMI.2019.2905770",
    root=("dataverse_files", ""),
    cases=Files(
        "{set:training|test}/{site:Amsterdam|Singapore|Utrecht}/**/{n:d}/pre/"
        "{channel:FLAIR|T1}.nii.gz",
        channels={"FLAIR": "FLAIR", "T1": "T1w"},
    ),
    subject="{site}-{n}",
    split=Term("{set}", {"training": "train", "test": "test"}),
    labels=[
        Mask(
            "{set}/{site}/**/{n}/wmh.nii.gz",
            names={1: "white matter hyperintensity", 2: None},
            grid="FLAIR",
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/WMH.md",
    ),
    verified="loader",
)
