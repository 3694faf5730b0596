"""ImageCLEF VQA-Med 2020, task 1: questions on the abnormality in MedPix images.

Pipe-separated without a header. The letter case of the two QA files differs ("pairs", "Pairs").
This is also the training data of 2021. All years and VQA-RAD draw on MedPix: the id of the image is
the subject, so that it has one split in all. The test set's folder was not seen and is not read.
"""

from gmai_data import QA, Layout, Source, Table

SOURCE = Source(
    name="vqa-med-2020",
    title="ImageCLEF VQA-Med 2020 (training and validation)",
    version="1.0.0",
    homepage="https://www.imageclef.org/2020/medical/vqa",
    license="LicenseRef-ImageCLEF",
    access="open",
    cite="Ben Abacha et al., Overview of the VQA-Med task at ImageCLEF 2020, CLEF 2020",
    root=("VQA-Med-2020-Task1-VQAnswering-TrainVal-Sets", ""),
    derived_from=("medpix",),
    subject="{image_id}",
    subject_space="medpix",
    labels=[QA("{question}", answer="{answer}")],
    parts=(
        Layout(
            "training",
            cases=Table(
                "VQAMed2020-VQAnswering-TrainingSet/VQAnswering_2020_Train_QA_pairs.txt",
                sep="|",
                header=("image_id", "question", "answer"),
                image="VQAMed2020-VQAnswering-TrainingSet/"
                "VQAnswering_2020_Train_images/{image_id}.jpg",
            ),
            split="train",
        ),
        Layout(
            "validation",
            cases=Table(
                "VQAMed2020-VQAnswering-ValidationSet/VQAnswering_2020_Val_QA_Pairs.txt",
                sep="|",
                header=("image_id", "question", "answer"),
                image="VQAMed2020-VQAnswering-ValidationSet/"
                "VQAnswering_2020_Val_images/{image_id}.jpg",
            ),
            split="val",
        ),
    ),
    evidence=(
        "https://github.com/abachaa/VQA-Med-2020 README",
        'public code search for "VQAnswering_2020_Val_QA" (folders, names, columns)',
    ),
    verified="loader",
)
