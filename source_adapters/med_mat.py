"""Med-MAT: multiple-choice questions on the images of a hundred public classification sets.

Each picture has one question, whose wrong options are other labels of its subset. The user fetches
the pictures set by set into `med-mat/`: those that are there are taken, if a question names them.
The JSON of each original set repeats the same questions and is not read; the subsets of detection
and segmentation that the README lists were not published. Only training questions are, but their
pictures may be test pictures of the set they are from: build with those sources, so that a picture
is not in two splits. Labels are the sets' words, unedited.
"""

from gmai_data import NO_SUBJECT, QA, SKIP, Files, Records, Source

SOURCE = Source(
    name="med-mat",
    title="Med-MAT",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/FreedomIntelligence/Med-MAT",
    license="LicenseRef-Med-MAT-per-source",
    access="open",
    derived_from=(
        "acrima", "adam", "airogs", "aptos2019", "bladder-tissue", "blood-cells-kaggle",
        "bone-marrow-cytomorphology", "brain-tumor-mri-nickparvar", "breakhis", "busi",
        "cbis-ddsm", "chaoyang", "chest-ctscan-kaggle", "chestx-det", "chexpert", "covid-ct",
        "covid19-radiography-db", "covidx-cxr", "digital-knee-xray", "dr-paraguay",
        "fitzpatrick17k", "head-ct-hemorrhage", "hpa-kaggle", "hushem", "intel-mobileodt",
        "isic2016", "isic2017", "isic2018", "isic2019", "isic2020", "jsiec1000",
        "kermany-chest-xray", "kidney-ct-4", "knee-oa-kl", "kvasir-v2", "lc25000",
        "malignant-lymphoma", "med-node", "mini-mias", "monkeypox-2022-6class", "montgomery-tb",
        "msld-monkeypox", "mured", "nct-crc-he", "nerthus", "nih-chestxray14", "odir5k",
        "openi-iu-xray", "pad-ufes-20", "patchcamelyon", "pbc-dib", "ph2", "retina-cataract-601",
        "retinal-oct-c8", "rfmid", "rsna-pneumonia", "sarscov2-ct", "shenzhen-tb", "sicapv2",
        "tb-chest-radiography-db", "vindr-mammo", "vindr-pcxr", "vindr-spinexr",
    ),
    cite="Cai et al., Exploring compositional generalization of multimodal LLMs, ACL 2025",
    cases=Files("med-mat/{picture:text}"),
    subject=NO_SUBJECT,
    split="train",
    labels=[
        QA(
            "{stem}",
            choices=("{a}", "{b}", "{c}", "{d}"),
            letter="{Answer-choice}",
            table=Records(
                "Aggregated_Subsets/Subset--*-train.json",
                parse={
                    "image": "med-mat/{picture:text}",
                    "Question-choice": (
                        "{stem:text}\nA: {a:text}\nB: {b:text}\nC: {c:text}\nD: {d:text}\n"
                        "Answer with*",
                        "{stem:text}\nA: {a:text}\nB: {b:text}\nC: {c:text}\nAnswer with*",
                        "{stem:text}\nA: {a:text}\nB: {b:text}\nAnswer with*",
                    ),
                },
                on="picture",
            ),
            missing=SKIP,
        )
    ],
    evidence=(
        "https://github.com/FreedomIntelligence/Med-MAT README: tree, a sample, the list of sets",
        "https://huggingface.co/datasets/FreedomIntelligence/Med-MAT (37 files of subsets)",
    ),
    verified="loader",
)  # fmt: skip
