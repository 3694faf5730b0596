"""Closed enumerations of the field, as GMAI-VL-5.5M and GMAI-MMBench name them."""

from __future__ import annotations

from typing import Final

MODALITIES: Final = (
    "CT",
    "MR",
    "X-Ray",
    "Ultrasound",
    "PET",
    "Endoscopy",
    "Pathology",
    "Microscopy",
    "Dermoscopy",
    "Fundus Photography",
    "OCT",
    "Infrared Reflectance Imaging",
    "Ophthalmoscope",
)
DEPARTMENTS: Final = (
    "Cardiovascular Surgery",
    "Dermatology",
    "Endocrinology",
    "Gastroenterology and Hepatology",
    "General Surgery",
    "Hematology",
    "Infectious Diseases",
    "Laboratory Medicine and Pathology",
    "Nephrology and Hypertension",
    "Neurosurgery",
    "Obstetrics and Gynecology",
    "Oncology (Medical)",
    "Ophthalmology",
    "Orthopedic Surgery",
    "Otolaryngology (ENT)/Head and Neck Surgery",
    "Pulmonary Medicine",
    "Sports Medicine",
    "Urology",
)
SUBSETS: Final = ("caption", "percept", "instruct", "text-single", "text-multi")
SPLITS: Final = ("train", "val", "test")
LANGUAGES: Final = ("en", "zh")
PLANES: Final = (
    "axial",
    "coronal",
    "sagittal",
    "oblique axial",
    "oblique coronal",
    "oblique sagittal",
    "oblique",
)
ACCESS: Final = ("open", "registration", "agreement")
VERIFIED: Final = ("data", "loader", "memory")
