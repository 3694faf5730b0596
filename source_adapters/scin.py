"""SCIN: photographs of their own skin sent in by volunteers, up to three for each case.

Dermatologists gave a differential diagnosis, stored as a dictionary of weights. Only a case whose
whole weight lies on one condition has a diagnosis here; the others keep none. A diagnosis is of
the case and not of one picture. About fifty conditions are bound, the rarer ones are ignored.
Photographs, not dermoscopy: the modality is the nearest of the thirteen.
"""

import ast
import re
from collections.abc import Mapping

from gmai_data import UNKNOWN, Class, Source, Table


def agreed(row: Mapping[str, str]) -> str:
    """The condition that has the whole weight of the readers, or nothing."""
    weights = ast.literal_eval(row["weighted_skin_condition_label"] or "{}")
    return next(iter(weights)) if len(weights) == 1 else ""


SOURCE = Source(
    name="scin",
    title="SCIN (skin condition image network)",
    version="1.0.0",
    homepage="https://github.com/google-research-datasets/scin",
    license="LicenseRef-SCIN-Data-Use",
    access="open",
    modality="Dermoscopy",
    sequence="clinical photograph",
    anatomy=("skin",),
    department="Dermatology",
    redistribution=True,
    cite="Ward et al., Creating an Empirical Dermatology Dataset Through Crowdsourcing, 2024",
    cases=Table(
        "scin_cases.csv",
        melt="image_{k:d}_path",
        parse={"value": ("dataset/images/{file}.png", "images/{file}.png")},
        where={"value": ".+"},
        image="images/{file}.png",
    ),
    subject="{case_id}",
    study="{case_id}",
    labels=[
        Class(
            "{agreed}",
            level="study",
            names={
                "Abrasion, scrape, or scab": "abrasion",
                "Abscess": "abscess",
                "Acne": "acne",
                "Allergic Contact Dermatitis": "allergic contact dermatitis",
                "Acute and chronic dermatitis": "dermatitis",
                "Acute dermatitis, NOS": "dermatitis",
                "Basal Cell Carcinoma": "basal cell carcinoma",
                "CD - Contact dermatitis": "contact dermatitis",
                "Cellulitis": "cellulitis",
                "Chronic dermatitis, NOS": "dermatitis",
                "Cutaneous lupus": "cutaneous lupus erythematosus",
                "Cutaneous sarcoidosis": "cutaneous sarcoidosis",
                "Drug Rash": "drug eruption",
                "Eczema": "eczema",
                "Erythema multiforme": "erythema multiforme",
                "Folliculitis": "folliculitis",
                "Granuloma annulare": "granuloma annulare",
                "Herpes Simplex": "herpes simplex",
                "Herpes Zoster": "herpes zoster",
                "Impetigo": "impetigo",
                "Insect Bite": "insect bite",
                "Intertrigo": "intertrigo",
                "Irritant Contact Dermatitis": "irritant contact dermatitis",
                "Keratosis pilaris": "keratosis pilaris",
                "Leukocytoclastic Vasculitis": "leucocytoclastic vasculitis",
                "Lichen Simplex Chronicus": "lichen simplex",
                "Lichen nitidus": "lichen nitidus",
                "Lichen planus/lichenoid eruption": "lichen planus or lichenoid eruption",
                "Melanocytic Nevus": "melanocytic naevus",
                "Miliaria": "miliaria",
                "Molluscum Contagiosum": "molluscum contagiosum",
                "O/E - ecchymoses present": "ecchymosis",
                "Onychomycosis": "onychomycosis",
                "Perioral Dermatitis": "perioral dermatitis",
                "Photodermatitis": "photodermatosis",
                "Pigmented purpuric eruption": "pigmented purpuric dermatosis",
                "Pityriasis lichenoides": "pityriasis lichenoides",
                "Pityriasis rosea": "pityriasis rosea",
                "Post-Inflammatory hyperpigmentation": "postinflammatory hyperpigmentation",
                "Prurigo nodularis": "prurigo nodularis",
                "Psoriasis": "psoriasis",
                "Purpura": "purpura",
                "Rosacea": "rosacea",
                "SCC/SCCIS": "squamous cell carcinoma or its in situ form",
                "Scabies": "scabies",
                "Scar Condition": "scar",
                "Seborrheic Dermatitis": "seborrhoeic dermatitis",
                "Stasis Dermatitis": "stasis dermatitis",
                "Syphilis": "syphilis",
                "Tinea": "tinea",
                "Tinea Versicolor": "pityriasis versicolor",
                "Urticaria": "urticaria",
                "Verruca vulgaris": "common wart",
                "Viral Exanthem": "viral exanthem",
                "Xerosis": "xerosis",
                re.compile(".*"): None,  # some 200 rare conditions
            },
            table=Table("scin_labels.csv", derive={"agreed": agreed}, on="case_id"),
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/SCIN.md",
        'public loader code that reads "weighted_skin_condition_label" and "image_1_path"',
    ),
    verified="loader",
)
