"""OmniMedVQA: a multiple-choice benchmark over 42 open (73 in all) classification datasets.

All of it is evaluation data. Its images are train and test images of sources this project converts:
drop them there by image hash. Rows have two to four options, and the answer repeats one in words.
One entry of 'Chest CT Scan.json' says `modality` for `modality_type`. The folder of restricted sets
holds questions without images, which the scan reports.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source

SOURCE = Source(
    name="omnimedvqa",
    title="OmniMedVQA (open access)",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/foreverbeliever/OmniMedVQA",
    license="LicenseRef-OmniMedVQA-per-dataset",
    access="open",
    derived_from=(  # sets of the open part, from memory
        "acrima",
        "adam",
        "blood-cells-kaggle",
        "breakhis",
        "c-nmc-2019",
        "chest-ctscan-kaggle",
        "covid-ct",
        "covidx-cxr",
        "deepdrid",
        "fitzpatrick17k",
        "hushem",
        "isic2016",
        "isic2018",
        "isic2019",
        "isic2020",
        "jsiec1000",
        "kermany-chest-xray",
        "knee-oa-kl",
        "malaria-nih",
        "malignant-lymphoma",
        "mini-mias",
        "montgomery-tb",
        "mura",
        "nct-crc-he",
        "oct2017-kermany",
        "olives",
        "pad-ufes-20",
        "palm",
        "radimagenet",
        "retinal-oct-c8",
        "sarscov2-ct",
        "shenzhen-tb",
    ),
    benchmark=("test",),
    cite="Hu et al., OmniMedVQA: a large-scale comprehensive evaluation benchmark, CVPR 2024",
    cases=Records("QA_information/Open-access/{file}.json", image="{image_path}"),
    subject=NO_SUBJECT,
    split="test",
    labels=[
        QA(
            "{question}",
            answer="{gt_answer}",
            choices=("{option_A}", "{option_B}", "{option_C}", "{option_D}"),
        )
    ],
    evidence=("https://github.com/alibaba-damo-academy/MedEvalKit utils/OmniMedVQA/OmniMedVQA.py",),
    verified="loader",
)
