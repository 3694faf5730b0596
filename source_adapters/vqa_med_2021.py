"""ImageCLEF VQA-Med 2021, task 1: the new validation set (500 images, a question each).

Pipe-separated without a header. Training data of 2021 is vqa-med-2020. Answers may give
alternatives behind "#". The test set's image folder was not seen and is not read. The id of the
MedPix image is the subject: it has one split in all years and VQA-RAD.
"""

from gmai_data import QA, Source, Table

SOURCE = Source(
    name="vqa-med-2021",
    title="ImageCLEF VQA-Med 2021 (new validation set)",
    version="1.0.0",
    homepage="https://www.imageclef.org/2021/medical/vqa",
    license="LicenseRef-ImageCLEF",
    access="open",
    benchmark=("val",),
    cite="Ben Abacha et al., Overview of the VQA-Med task at ImageCLEF 2021, CLEF 2021",
    root=("VQA-Med-2021-Tasks-1-2-NewValidationSets", ""),
    cases=Table(
        "VQA-Med-2021-VQAnswering-Task1-New-ValidationSet.txt",
        sep="|",
        header=("image_id", "question", "answer"),
        image="ImageCLEF-2021-VQA-Med-New-Validation-Images/{image_id}.jpg",
    ),
    derived_from=("medpix",),
    subject="{image_id}",
    subject_space="medpix",
    split="val",
    labels=[QA("{question}", answer="{answer}")],
    evidence=("https://github.com/abachaa/VQA-Med-2021 README",),
    verified="loader",
)
