"""DermNet on Kaggle: photographs of skin disease in 23 folders, each a group of diseases.

A folder's name is the only label, and names a group: a picture shows one disease of it and nobody
says which. That holds of short names, too: pityriasis alba and ichthyosis lie under "Atopic
Dermatitis Photos", perioral dermatitis under "Acne and Rosacea Photos", excoriations under "Eczema
Photos". Scraped from an atlas without a licence; most pictures bear
its watermark, and near doubles lie in both parts. Photographs, not dermoscopy: the modality is the
nearest of the thirteen. No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="dermnet-kaggle",
    title="DermNet (Kaggle, 23 classes)",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/shubhamgoel27/dermnet",
    license="LicenseRef-not-stated",
    access="registration",
    modality="Dermoscopy",
    sequence="clinical photograph",
    anatomy=("skin",),
    department="Dermatology",
    redistribution=False,
    benchmark=("test",),
    cases=Files("{set:train|test}/{class}/{name}.jpg"),
    subject=NO_SUBJECT,
    split="{set}",
    labels=[
        Class(
            "{class}",
            names={
                "Acne and Rosacea Photos": "acne, rosacea or related skin disease",
                "Actinic Keratosis Basal Cell Carcinoma and other Malignant Lesions": (
                    "premalignant or malignant skin lesion"
                ),
                "Atopic Dermatitis Photos": "atopic dermatitis or related skin disease",
                "Bullous Disease Photos": "bullous disease",
                "Cellulitis Impetigo and other Bacterial Infections": "bacterial skin infection",
                "Eczema Photos": "eczema or related skin disease",
                "Exanthems and Drug Eruptions": "exanthem or drug eruption",
                "Hair Loss Photos Alopecia and other Hair Diseases": "hair loss or hair disease",
                "Herpes HPV and other STDs Photos": "herpes or sexually transmitted infection",
                "Light Diseases and Disorders of Pigmentation": (
                    "light-induced or pigmentary skin disorder"
                ),
                "Lupus and other Connective Tissue diseases": "connective tissue disease",
                "Melanoma Skin Cancer Nevi and Moles": "melanoma or melanocytic naevus",
                "Nail Fungus and other Nail Disease": "nail disease",
                "Poison Ivy Photos and other Contact Dermatitis": "contact dermatitis",
                "Psoriasis pictures Lichen Planus and related diseases": (
                    "papulosquamous skin disease"
                ),
                "Scabies Lyme Disease and other Infestations and Bites": (
                    "skin infestation or bite"
                ),
                "Seborrheic Keratoses and other Benign Tumors": "benign skin tumour",
                "Systemic Disease": "skin sign of systemic disease",
                "Tinea Ringworm Candidiasis and other Fungal Infections": "fungal skin infection",
                "Urticaria Hives": "urticaria",
                "Vascular Tumors": "vascular skin tumour",
                "Vasculitis Photos": "cutaneous vasculitis",
                "Warts Molluscum and other Viral Infections": "viral skin infection",
            },
        )
    ],
    evidence=(
        'public code search for "Acne and Rosacea Photos"',
        'public code search for "Atopic Dermatitis Photos/" (names of files in the folders)',
    ),
    verified="loader",
)
