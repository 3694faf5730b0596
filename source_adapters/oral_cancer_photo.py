"""Oral Cancer (Lips and Tongue): 131 photographs, with cancer or without.

Gathered without a word of how the diagnosis was made; "non-cancer" says what is not there, and
nothing more. No patient id, no licence on the page; the same photograph may be there twice (public
code removes doubles). Photographs, not dermoscopy: the modality is the nearest of the thirteen.
"""

from gmai_data import NO_SUBJECT, Files, Flags, Source

SOURCE = Source(
    name="oral-cancer-photo",
    title="Oral Cancer (Lips and Tongue) images",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/shivam17299/oral-cancer-lips-and-tongue-images",
    license="LicenseRef-not-stated",
    access="registration",
    modality="Dermoscopy",
    sequence="clinical photograph",
    anatomy=("oral cavity",),
    department="Otolaryngology (ENT)/Head and Neck Surgery",
    cases=Files("OralCancer/{class:cancer|non-cancer}/{stem}.{:jpg|jpeg|png}"),
    subject=NO_SUBJECT,
    labels=[
        Flags(
            names={"class": "oral cancer"},
            values={"cancer": "present", "non-cancer": "absent"},
        )
    ],
    evidence=(
        'public loader code (search for "oral-cancer-lips-and-tongue-images/OralCancer"): '
        "folders cancer and non-cancer",
    ),
    verified="loader",
)
