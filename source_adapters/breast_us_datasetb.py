"""UDIAT (Dataset B): breast ultrasound with one lesion in each image, outlined, benign or not.

The spreadsheet has the number of the image without zeros (`Image`) and its `Type`. No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Mask, Source, Table

SOURCE = Source(
    name="breast-us-datasetb",
    title="UDIAT Breast Ultrasound (Dataset B)",
    version="1.0.0",
    homepage="http://www2.docm.mmu.ac.uk/STAFF/M.Yap/dataset.php",
    license="LicenseRef-Research-Only",
    access="agreement",
    modality="Ultrasound",
    anatomy=("breast",),
    department="Oncology (Medical)",
    redistribution=False,
    cite="Yap et al., IEEE JBHI 2018, doi:10.1109/JBHI.2017.2731873",
    cases=Table("DatasetB.xlsx", image="original/{Image:06d}.png"),
    subject=NO_SUBJECT,
    labels=[
        Class("{Type}", of="malignancy", names={"Benign": "benign", "Malignant": "malignant"}),
        Mask("GT/{Image}.png", name="breast lesion", threshold=127),
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "Breast_Ultrasound_DatasetB.md",
        'public code search for "DatasetB.xlsx": columns Image and Type',
    ),
    verified="loader",
)
