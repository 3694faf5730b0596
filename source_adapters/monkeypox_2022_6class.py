"""Monkeypox skin images 2022: photographs of five diseases with a rash, and of healthy skin.

Scraped from the web: diagnoses are those of the pages. `augmented_images` repeats the originals and
is left out. Photographs, not dermoscopy: the modality is the nearest of the thirteen. No patient
id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="monkeypox-2022-6class",
    title="Monkeypox skin image dataset 2022",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/arafathussain/monkeypox-skin-image-dataset-2022",
    license="LicenseRef-not-stated",
    access="registration",
    modality="Dermoscopy",
    sequence="clinical photograph",
    anatomy=("skin",),
    department="Infectious Diseases",
    cases=Files(
        "preprocessed_original_images/"
        "{class:chickenpox|cowpox|healthy|measles|monkeypox|smallpox}/{name}.jpg"
    ),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "chickenpox": "chickenpox",
                "cowpox": "cowpox",
                "healthy": "healthy skin",
                "measles": "measles",
                "monkeypox": "monkeypox",
                "smallpox": "smallpox",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "Web-scraped_Skin_Image.md",
    ),
    verified="loader",
)
