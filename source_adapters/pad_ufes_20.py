"""PAD-UFES-20: clinical photographs of skin lesions taken with smartphones, six diagnoses.

Photographs, not dermoscopy: the modality is the nearest of the thirteen. Some zips nest a folder
once more. SCC includes Bowen's disease; not every lesion was biopsied.
"""

from gmai_data import Class, Source, Table

SOURCE = Source(
    name="pad-ufes-20",
    title="PAD-UFES-20",
    version="1.0.0",
    homepage="https://data.mendeley.com/datasets/zr7vgbcyr2/1",
    license="CC-BY-4.0",
    access="open",
    modality="Dermoscopy",
    sequence="clinical photograph",
    anatomy=("skin",),
    department="Dermatology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cases=Table("metadata.csv", image="images/imgs_part_*/**/{img_id}"),
    subject="{patient_id}",
    labels=[
        Class(
            "{diagnostic}",
            names={
                "ACK": "actinic keratosis",
                "BCC": "basal cell carcinoma",
                "MEL": "melanoma",
                "NEV": "melanocytic naevus",
                "SCC": "squamous cell carcinoma",
                "SEK": "seborrhoeic keratosis",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/PED-UFES-20.md",
        'public code search for "skin_cancer_history"',
    ),
    verified="loader",
)
