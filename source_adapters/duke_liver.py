"""Duke Liver Dataset: the liver on many MR series of patients with suspected cirrhosis.

Image and mask slices are DICOM files with the suffix `.dicom`. A patient has several series, of
different contrasts, and each has its own mask. Only `Segmentation/` is read; the series that have
no mask and the table of series types are not.
"""

from gmai_data import DicomSeries, Mask, Source

SOURCE = Source(
    name="duke-liver",
    title="Duke Liver Dataset v2",
    version="2.0.0",
    homepage="https://doi.org/10.5281/zenodo.7774566",
    license="LicenseRef-Duke-Liver",
    access="agreement",
    redistribution=False,
    commercial=False,
    modality="MR",
    anatomy=("liver",),
    department="Gastroenterology and Hepatology",
    cite="Macdonald et al., Radiology: AI 2023, doi:10.1148/ryai.220275",
    cases=DicomSeries("Segmentation/{patient:4}/{series}/images/*.dicom"),
    subject="{patient}",
    study="{patient}",
    labels=[
        Mask(
            "Segmentation/{patient}/{series}/masks/*.dicom",
            form="dicom-stack",
            names={1: "liver"},
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/duke_liver.py",
    ),
    verified="loader",
)
