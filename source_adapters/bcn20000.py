"""BCN20000: dermoscopic images of one Barcelona hospital, eight diagnoses.

Two releases: figshare's, with codes of ISIC 2019 and `BCN_…` names, and the export of the ISIC
archive, with names of diagnoses and a date in the table's name. Several images show one lesion, and
the lesion is the subject; patients are not told. Many of the images are in the ISIC 2019 training
set under other names. Test images have no diagnosis.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Class, First, Layout, Source, Table, Term

SOURCE = Source(
    name="bcn20000",
    title="BCN20000",
    version="1.0.0",
    homepage=(
        "https://figshare.com/articles/journal_contribution/"
        "BCN20000_Dermoscopic_Lesions_in_the_Wild/24140028"
    ),
    license="CC-BY-NC-4.0",
    access="open",
    modality="Dermoscopy",
    anatomy=("skin",),
    department="Dermatology",
    redistribution=True,
    commercial=False,
    derivatives=True,
    cite="Hernández-Pérez et al., BCN20000: Dermoscopic Lesions in the Wild, Sci Data 2024",
    subject=First("{lesion_id}", NO_SUBJECT),
    subject_space="isic-archive",
    layouts=(
        Layout(
            "figshare",
            cases=Table("bcn_20k_train.csv", image="**/{bcn_filename}"),
            split=Term("{split}", {"train": "train", "test": "test"}),
            labels=[
                Class(
                    "{diagnosis}",
                    names={
                        "NV": "melanocytic naevus",
                        "MEL": "melanoma",
                        "SCC": "squamous cell carcinoma",
                        "BKL": "benign keratosis-like lesion",
                        "BCC": "basal cell carcinoma",
                        "AK": "actinic keratosis",
                        "DF": "dermatofibroma",
                        "VASC": "vascular skin lesion",
                        "": None,
                    },
                    missing=UNKNOWN,
                )
            ],
        ),
        Layout(
            "archive",
            cases=Table("bcn20000_metadata*.csv", image="**/{isic_id}.jpg"),
            labels=[
                Class(
                    "{diagnosis_3}",
                    names={
                        "Nevus": "melanocytic naevus",
                        "Melanoma, NOS": "melanoma",
                        "Melanoma Invasive": "melanoma",
                        "Melanoma in situ": "melanoma in situ",
                        "Melanoma metastasis": "melanoma metastasis",
                        "Seborrheic keratosis": "seborrhoeic keratosis",
                        "Solar lentigo": "solar lentigo",
                        "Basal cell carcinoma": "basal cell carcinoma",
                        "Solar or actinic keratosis": "actinic keratosis",
                        "Squamous cell carcinoma, NOS": "squamous cell carcinoma",
                        "Dermatofibroma": "dermatofibroma",
                        "Scar": "scar",
                        "": None,
                    },
                    missing=UNKNOWN,
                )
            ],
        ),
    ),
    evidence=(
        'public code search for "bcn_filename" (header, codes, names of diagnosis_3)',
        'public code search for "bcn20000_metadata"',
    ),
    verified="loader",
)
