"""CQ500: head CT read by three radiologists each for haemorrhage, fracture and mass effect.

Folders write a patient's number twice and without dashes (`CQ500CT0 CQ500CT0`), the table with
them. All three opinions are kept; they hold for the examination, which has several series. Side of
the bleed and fractures other than of the calvaria are not read.
"""

from gmai_data import UNKNOWN, DicomSeries, Flags, Source, Table

SOURCE = Source(
    name="cq500",
    title="CQ500",
    version="1.0.0",
    homepage="http://headctstudy.qure.ai/dataset",
    license="CC-BY-NC-SA-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="CT",
    anatomy=("brain",),
    department="Neurosurgery",
    window="brain",
    cite="Chilamkurthy et al., Lancet 2018, doi:10.1016/S0140-6736(18)31645-3",
    cases=DicomSeries("CQ500CT{patient:d} *CT{patient}/{visit}/{series}/*.dcm"),
    subject="{patient}",
    study="{patient}",
    labels=[
        Flags(
            "{value}",
            by="{finding}",
            names={
                "ICH": "intracranial haemorrhage",
                "IPH": "intraparenchymal haemorrhage",
                "IVH": "intraventricular haemorrhage",
                "SDH": "subdural haemorrhage",
                "EDH": "epidural haemorrhage",
                "SAH": "subarachnoid haemorrhage",
                "ChronicBleed": "chronic intracranial haemorrhage",
                "Fracture": "fracture",
                "CalvarialFracture": "calvarial fracture",
                "OtherFracture": None,
                "MassEffect": "mass effect",
                "MidlineShift": "midline shift",
                "BleedLocation-Left": None,
                "BleedLocation-Right": None,
            },
            rater="reader {reader}",
            table=Table(
                "reads.csv",
                melt="R{reader:d}:{finding}",
                parse={"name": "CQ500-CT-{patient}"},
                on="patient",
            ),
            level="study",
            missing=UNKNOWN,
        )
    ],
    evidence=('public code search for "R1:ICH" (columns, folders)',),
    verified="loader",
)
