"""GRAZPEDWRI-DX: radiographs of children's wrists with fractures and other signs boxed.

The first field of a name is the patient. PNGs have 16 bits. Flags of the table are 1 or blank, and
blank is not said to be absent. "text" boxes are the side marker. Boxes are read from the Pascal VOC
files; YOLO and Supervisely hold the same. "left" and "right" are in a column and are not used.
"""

from gmai_data import UNKNOWN, Boxes, Flags, Source, Table, Term

FLAGS = {"1": "present", "1.0": "present", "": "unknown"}

SOURCE = Source(
    name="grazpedwri-dx",
    title="GRAZPEDWRI-DX",
    version="1.0.0",
    homepage="https://figshare.com/articles/dataset/GRAZPEDWRI-DX/14825193",
    license="CC-BY-4.0",
    access="open",
    modality="X-Ray",
    anatomy=("wrist",),
    department="Orthopedic Surgery",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Nagy et al., A pediatric wrist trauma X-ray dataset (GRAZPEDWRI-DX), Sci Data 2022",
    cases=Table("dataset.csv", image="images_part*.zip!{filestem}.png"),
    subject="{patient_id}",
    study="{patient_id}-{study_number}",
    view=Term("{projection}", {"1": "PA", "2": "lateral", "3": "oblique", "": None}),
    labels=[
        Flags(
            names={
                "fracture_visible": "fracture",
                "cast": "plaster cast",
                "metal": "metal implant",
                "osteopenia": "osteopenia",
            },
            values=FLAGS,
        ),
        Boxes(
            "folder_structure/pascalvoc/{filestem}.xml",
            form="voc",
            names={
                "boneanomaly": "bone anomaly",
                "bonelesion": "bone lesion",
                "foreignbody": "foreign body",
                "fracture": "fracture",
                "metal": "metal implant",
                "periostealreaction": "periosteal reaction",
                "pronatorsign": "pronator quadratus sign",
                "softtissue": "soft tissue swelling",
                "axis": None,
                "text": None,
            },
            missing=UNKNOWN,
        ),
    ],
    evidence=('public code search for "folder_structure/supervisely" and "ao_classification"',),
    verified="loader",
)
