"""Messidor: fundus photographs of three French departments with two grades of their own scales.

Retinopathy is graded 0 to 3 by counts of lesions, which is not the international scale; oedema by
the distance of exudates from the macula. The tables are old Excel files: save each as xlsx or csv
under the same name. Errata rename Base11 and Base13 (`_update20161024`): keep only those. Base33
repeats images. Photographs that are in Messidor-2 too have their names there, whose list of pairs
tells the patient if it is on disk; another photograph is its own subject.
"""

from gmai_data import Class, First, Source, Table
from source_adapters.messidor_2 import pairs

SOURCE = Source(
    name="messidor-1",
    title="Messidor",
    version="1.0.0",
    homepage="https://www.adcis.net/en/third-party/messidor/",
    license="LicenseRef-Research-Only",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=False,
    commercial=False,
    cite="Decencière et al., Feedback on a publicly distributed image database, 2014",
    cases=Table(
        First("Annotation_Base{base:2}*.xlsx", "Annotation_Base{base:2}*.csv"),
        image="Base{base}/{Image name}",
        derive={"stem": lambda row: row["Image name"].rpartition(".")[0]},
    ),
    join=[Table("<messidor-2>/messidor-2.csv", form=pairs, on="stem", optional=True)],
    subject=First("pair {pair}", "{stem}"),
    subject_space="messidor-2",
    labels=[
        Class(
            "{Retinopathy grade}",
            of="diabetic retinopathy grade",
            names={
                "0": "no diabetic retinopathy",
                "1": "Messidor retinopathy grade 1",
                "2": "Messidor retinopathy grade 2",
                "3": "Messidor retinopathy grade 3",
            },
        ),
        Class(
            "{Risk of macular edema}",
            of="macular oedema grade",
            names={
                "0": "macular oedema risk grade 0",
                "1": "macular oedema risk grade 1",
                "2": "macular oedema risk grade 2",
            },
        ),
    ],
    evidence=(
        "https://www.adcis.net/en/third-party/messidor/ (terms)",
        'public code search for "Annotation_Base11" (twelve .xls files, column "Image name")',
    ),
    verified="loader",
)
