"""ImageCLEF VQA-Med 2019: modality, plane, organ and abnormality of MedPix images.

Pipe-separated without a header; the test file has the category in second place. Answers may give
alternatives behind "#". All years and VQA-RAD draw on MedPix: the same synpic id can be train
here and test there: it is the subject, so that an image has one split in all.
"""

from gmai_data import QA, Layout, Source, Table

SOURCE = Source(
    name="vqa-med-2019",
    title="ImageCLEF VQA-Med 2019",
    version="1.0.0",
    homepage="https://www.imageclef.org/2019/medical/vqa",
    license="LicenseRef-ImageCLEF",
    access="open",
    benchmark=("test",),
    cite="Ben Abacha et al., VQA-Med: overview of the medical VQA task, CLEF 2019",
    derived_from=("medpix",),
    subject="{image_id}",
    subject_space="medpix",
    labels=[QA("{question}", answer="{answer}")],
    parts=(
        Layout(
            "training",
            cases=Table(
                "ImageClef-2019-VQA-Med-Training/All_QA_Pairs_train.txt",
                sep="|",
                header=("image_id", "question", "answer"),
                image="ImageClef-2019-VQA-Med-Training/Train_images/{image_id}.jpg",
            ),
            split="train",
        ),
        Layout(
            "validation",
            cases=Table(
                "ImageClef-2019-VQA-Med-Validation/All_QA_Pairs_val.txt",
                sep="|",
                header=("image_id", "question", "answer"),
                image="ImageClef-2019-VQA-Med-Validation/Val_images/{image_id}.jpg",
            ),
            split="val",
        ),
        Layout(
            "testing",
            cases=Table(
                "VQAMed2019Test/VQAMed2019_Test_Questions_w_Ref_Answers.txt",
                sep="|",
                header=("image_id", "category", "question", "answer"),
                image="VQAMed2019Test/VQAMed2019_Test_Images.zip!**/{image_id}.jpg",
            ),
            split="test",
        ),
    ),
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/ImageClef-2019-VQA-Med.md",
        "https://github.com/abachaa/VQA-Med-2019 README",
    ),
    verified="loader",
)
