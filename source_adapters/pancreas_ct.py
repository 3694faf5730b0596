"""Pancreas-CT of the NIH: the pancreas on portal-venous CT, images as DICOM, labels as NIfTI.

Slices or rows of the labels run against those of the images. They are put together by position,
and a label whose header does not agree is refused, not turned by guess: public code gives the
images the header of the label instead, so on a real copy first look at what is refused. Numbers
have gaps, two scans were withdrawn as duplicates. FLARE and AbdomenCT-1K hold the same scans.
"""

from gmai_data import DicomSeries, Mask, Source

SOURCE = Source(
    name="pancreas-ct",
    title="NIH Pancreas-CT",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/pancreas-ct/",
    license="CC-BY-3.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="CT",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    cite="Roth et al., Data From Pancreas-CT, TCIA 2016, doi:10.7937/K9/TCIA.2016.tNB1kqBU",
    cases=DicomSeries("Pancreas-CT/PANCREAS_{n:04d}/**/*.dcm"),
    subject="{n}",
    labels=[Mask("TCIA_pancreas_labels-02-05-2017/label{n}.nii.gz", names={1: "pancreas"})],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/MIC-DKFZ/nnUNet@nnunetv1 nnunet/dataset_conversion/"
        "Task062_NIHPancreas.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/Pancreas-CT.md",
    ),
    verified="loader",
)
