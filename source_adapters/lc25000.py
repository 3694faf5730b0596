"""LC25000: H&E tiles of lung and colon, three cancers and benign tissue.

The 25,000 tiles are rotations and flips of 1,250, without a list of which: any random split leaks,
so all of it is train.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="lc25000",
    title="LC25000",
    version="1.0.0",
    homepage="https://github.com/tampapath/lung_colon_image_set",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cases=Files(
        "{:colon|lung}_image_sets/{class:colon_aca|colon_n|lung_aca|lung_n|lung_scc}/{stem}.jpeg"
    ),
    subject=NO_SUBJECT,
    split="train",
    labels=[
        Class(
            "{class}",
            names={
                "colon_aca": "colorectal adenocarcinoma",
                "colon_n": "benign colon tissue",
                "lung_aca": "lung adenocarcinoma",
                "lung_n": "benign lung tissue",
                "lung_scc": "lung squamous cell carcinoma",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/LC25000.md",
    ),
    verified="loader",
)
