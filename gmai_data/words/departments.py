"""The department of a slice when its source names none: the first matching row of a table."""

from __future__ import annotations

from typing import Final

_EYE: Final = ("Fundus Photography", "OCT", "Infrared Reflectance Imaging", "Ophthalmoscope")

# (modalities or (), words that a label or anatomy term contains or (), department); first wins.
_ROWS: Final[tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...]] = (
    (_EYE, (), "Ophthalmology"),
    ((), ("retina", "optic disc", "eye", "cornea", "cataract", "glaucoma"), "Ophthalmology"),
    ((), ("malaria", "plasmodium", "parasit", "bacteri", "mycobacterium", "monkeypox"),
     "Infectious Diseases"),
    (("Dermoscopy",), (), "Dermatology"),
    ((), ("skin", "wound"), "Dermatology"),
    ((), ("leucocyte", "neutrophil", "lymphocyte", "monocyte", "eosinophil", "basophil",
          "erythro", "platelet", "blast", "leukaemia", "lymphoma", "bone marrow"), "Hematology"),
    ((), ("cervix", "cervical cancer", "uterus", "uterine", "ovar", "fet", "endometri",
          "placenta", "koilocyte", "squamous cell of", "dyskeratotic"),
     "Obstetrics and Gynecology"),
    (("Pathology", "Microscopy"), (), "Laboratory Medicine and Pathology"),
    (("PET",), (), "Oncology (Medical)"),
    ((), ("breast", "lymph node", "whole body", "gross tumour volume"), "Oncology (Medical)"),
    ((), ("spinal cord", "brain", "intracranial", "skull", "pituitary", "glioma", "meningioma",
          "subdural", "epidural", "subarachnoid", "stroke", "ischaemic infarct",
          "multiple sclerosis", "dementia", "alzheimer"), "Neurosurgery"),
    ((), ("larynx", "pharynx", "nasal", "sinus", "parotid", "head and neck", "tooth", "dental",
          "mandible", "tympanic", "tonsil"), "Otolaryngology (ENT)/Head and Neck Surgery"),
    ((), ("thyroid", "adrenal", "diabetic foot", "bone age"), "Endocrinology"),
    ((), ("heart", "ventric", "atri", "coronary", "aort", "myocard", "pulmonary embolism",
          "pulmonary artery", "carotid"), "Cardiovascular Surgery"),
    ((), ("lung", "pneumon", "pleura", "trachea", "airway", "bronch", "tubercul", "covid",
          "chest", "pneumothorax", "atelectasis", "consolidation"), "Pulmonary Medicine"),
    ((), ("prostat", "bladder", "testis", "penis", "ureter", "kidney tumour", "kidney stone",
          "kidney cyst"), "Urology"),
    ((), ("kidney", "renal"), "Nephrology and Hypertension"),
    ((), ("instrument", "grasper", "calot", "gallbladder dissection", "hernia", "appendix",
          "spleen"), "General Surgery"),
    (("Endoscopy",), (), "Gastroenterology and Hepatology"),
    ((), ("liver", "hepat", "bile", "pancrea", "stomach", "gastric", "bowel", "colon", "rect",
          "oesophag", "polyp", "abdomen", "gallbladder"), "Gastroenterology and Hepatology"),
    ((), ("menisc", "ligament", "cartilage", "muscle", "tendon"), "Sports Medicine"),
    ((), ("bone", "fracture", "spine", "vertebra", "femur", "hip", "knee", "rib", "disc",
          "hand", "wrist", "osteoarthritis", "scoliosis", "shoulder", "elbow", "foot", "ankle"),
     "Orthopedic Surgery"),
)  # fmt: skip


def default_department(modality: str, terms: tuple[str, ...]) -> str:
    """The department for a modality and vocabulary terms, most telling term first; or ""."""
    for term in (*terms, ""):
        for modalities, words, department in _ROWS:
            if modalities and modality not in modalities:
                continue
            if not words or any(word in term for word in words):
                return department
    return ""
