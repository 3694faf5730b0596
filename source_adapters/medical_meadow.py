"""Medical Meadow, flashcards: short questions and answers from medical students' cards.

`instruction` is the same sentence in every row; the question is `input`. The other subsets are
benchmark material (medqa, mmmlu, mediqa) or their file names were not seen, and are not read.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source

SOURCE = Source(
    name="medical-meadow",
    title="Medical Meadow (flashcards)",
    version="1.0.0",
    homepage="https://github.com/kbressem/medAlpaca",
    license="LicenseRef-CC-unversioned",
    access="open",
    cite="Han et al., MedAlpaca: an open-source collection of medical conversational AI, 2023",
    cases=Records("medical_meadow_wikidoc_medical_flashcards.json"),
    subject=NO_SUBJECT,
    split="train",
    labels=[QA("{input}", answer="{output}")],
    evidence=("https://github.com/kbressem/medAlpaca README",),
    verified="loader",
)
