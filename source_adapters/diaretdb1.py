"""DIARETDB1 v2.1: fundus photographs in which four experts marked signs of diabetic retinopathy.

One XML file per expert and photograph, in two forms: `_01_plain.xml` is read, `_01.xml` where there
is no plain one. Which kinds of sign an expert marked is read; the outlines are not, as their form
in the XML was not seen. What an expert did not mark is not said to be absent. Lists name the
photographs of the training and of the test part. Version 1.1 (`ddb1_fundusimages`, with grey maps
per kind) is not read. No patient id.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Class, Files, First, Records, Source, Table

SOURCE = Source(
    name="diaretdb1",
    title="DIARETDB1 v2.1",
    version="1.0.0",
    homepage="https://www.it.lut.fi/project/imageret/diaretdb1_v2_1/",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    commercial=False,
    cite="Kauppi et al., The DIARETDB1 database and evaluation protocol, BMVC 2007",
    benchmark=("test",),
    cases=Files("images/diaretdb1_image{n:03d}.png"),
    join=[
        Table(
            "ddb1_v02_01_{set:train|test}_plain.txt",
            sep=" ",
            header=["image", "first", "second", "third", "fourth"],
            parse={"image": "images/diaretdb1_image{n:03d}.png"},
            on="n",
            optional=True,
        )
    ],
    subject=NO_SUBJECT,
    split="{set}",
    labels=[
        Class(
            "{markingtype}",
            names={
                "Haemorrhages": "retinal haemorrhage",
                "Hard_exudates": "hard exudate",
                "Red_small_dots": "microaneurysm",
                "Soft_exudates": "cotton-wool spot",
                "IRMA": "intraretinal microvascular abnormality",
                "Neovascularisation": "neovascularisation",
                "Disc": None,
                "Fundus_area": None,
            },
            rater="expert {expert}",
            table=Records(
                First(
                    "groundtruth/diaretdb1_image{n:03d}_{expert:d}_plain.xml",
                    "groundtruth/diaretdb1_image{n:03d}_{expert:d}.xml",
                ),
                each="markinglist/marking",
                on="n",
            ),
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py (markings)",
        'public code search for "diaretdb1_image001_01_plain.xml" (folders, lists, eight kinds)',
    ),
    verified="loader",
)
