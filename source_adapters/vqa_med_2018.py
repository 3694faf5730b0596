"""VQA-Med 2018: questions made by rule from captions of PubMed Central figures, then checked.

The .csv files are separated by tabs and have no header: row, image, question, answer. Answers to
the test questions were never released, so that part is not read. Wording is rough ("what does mri
show?"). The images carry the names of journal figures: several may be of one patient, and no
patient is known.
"""

from gmai_data import NO_SUBJECT, QA, Source, Table, Term

SOURCE = Source(
    name="vqa-med-2018",
    title="ImageCLEF VQA-Med 2018",
    version="1.0.0",
    homepage="https://www.imageclef.org/2018/VQA-Med",
    license="LicenseRef-ImageCLEF-2018",
    access="registration",
    derived_from=("pmc",),
    benchmark=("test",),
    cite="Hasan et al., Overview of ImageCLEF 2018 medical domain VQA task, CLEF 2018",
    cases=Table(
        "VQAMed2018{set:Train|Valid}/VQAMed2018{set}-QA.csv",
        sep="\t",
        header=("row", "image", "question", "answer"),
        image="VQAMed2018{set}/VQAMed2018{set}-images/{image}.jpg",
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"Train": "train", "Valid": "val"}),
    labels=[QA("{question}", answer="{answer}")],
    evidence=(
        'public code search for "VQAMed2018Train-QA.csv" (columns by position, image folder, .jpg)',
    ),
    verified="loader",
)
