"""MSLD v1: photographs of the skin with mpox or with something that looks like it.

"Others" are chickenpox and measles, not told apart. Only the 228 originals are declared; the
release repeats them augmented, and in a fold. The first number of a name is the patient. Gathered
from the web. Photographs, not dermoscopy: the modality is the nearest of the thirteen.
"""

from gmai_data import Files, Flags, Source

SOURCE = Source(
    name="msld-monkeypox",
    title="Monkeypox Skin Lesion Dataset (MSLD v1)",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/nafin59/monkeypox-skin-lesion-dataset",
    license="CC-BY-NC-ND-4.0",
    access="registration",
    modality="Dermoscopy",
    sequence="clinical photograph",
    anatomy=("skin",),
    department="Infectious Diseases",
    commercial=False,
    derivatives=False,
    cite="Ali et al., Monkeypox Skin Lesion Detection Using Deep Learning Models, 2022",
    cases=Files(
        "Original Images/**/{class:Monkey Pox|Others}/{kind:M|NM}{patient:d}_{image}.{:jpg|png}"
    ),
    subject="{kind}{patient}",
    labels=[
        Flags(
            names={"class": "monkeypox"},
            values={"Monkey Pox": "present", "Others": "absent"},
        )
    ],
    evidence=('public code search for "Monkeypox_augmented" and for names like M01_01_00.jpg',),
    verified="loader",
)
