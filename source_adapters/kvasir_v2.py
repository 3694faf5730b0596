"""Kvasir v2: gastroscopy and colonoscopy frames in eight classes; contains version 1.

No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="kvasir-v2",
    title="Kvasir v2",
    version="2.0.0",
    homepage="https://datasets.simula.no/kvasir/",
    license="LicenseRef-Research-Education",
    access="open",
    modality="Endoscopy",
    anatomy=("gastrointestinal tract",),
    department="Gastroenterology and Hepatology",
    cases=Files(
        "{class:dyed-lifted-polyps|dyed-resection-margins|esophagitis|normal-cecum|normal-pylorus"
        "|normal-z-line|polyps|ulcerative-colitis}/{stem}.jpg"
    ),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "dyed-lifted-polyps": "dyed lifted polyp",
                "dyed-resection-margins": "dyed resection margins",
                "esophagitis": "oesophagitis",
                "normal-cecum": "caecum",
                "normal-pylorus": "pylorus",
                "normal-z-line": "Z-line",
                "polyps": "polyp",
                "ulcerative-colitis": "ulcerative colitis",
            },
        )
    ],
    evidence=('public code search for "dyed-resection-margins"',),
    verified="loader",
)
