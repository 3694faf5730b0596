"""Oral cavity histology: H&E pictures at 100 and 400 times, normal epithelium or carcinoma.

Both magnifications show the same patients (230, not told apart), and the classes are unevenly
spread over them: magnification is a hidden cue.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source, Value

SOURCE = Source(
    name="oscc-histology",
    title="Histopathological imaging database for oral cancer analysis",
    version="1.0.0",
    homepage="https://data.mendeley.com/datasets/ftmp4cvtmb/1",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    anatomy=("oral cavity",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cases=Files(
        "{:First|Second} Set/{mag:100|400}x {:Normal Oral Cavity|OSCC} Histopathological Images/"
        "{kind:Normal|OSCC}_{mag}x_{n:d}.jpg"
    ),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{kind}",
            names={"Normal": "normal oral epithelium", "OSCC": "oral squamous cell carcinoma"},
        ),
        Value("{mag}", name="magnification", unit="x"),
    ],
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/OSCC.md",),
    verified="loader",
)
