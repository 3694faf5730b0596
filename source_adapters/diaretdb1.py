"""DIARETDB1 v2.1: fundus photographs in which four experts marked signs of diabetic retinopathy.

One XML file per expert and photograph. Which kinds of sign an expert marked is read; the outlines
are not, as their form in the XML was not seen. What an expert did not mark is not said to be
absent. Version 1.1 has grey maps per kind instead and is not read. The lists of the training and
test part are not read either. No patient id.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Class, Files, Records, Source

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
    cases=Files("ddb1_fundusimages/image{n:03d}.png"),
    subject=NO_SUBJECT,
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
            },
            rater="expert {expert}",
            table=Records(
                "ddb1_groundtruth/image{n:03d}_{expert:d}.xml",
                each="markinglist/marking",
                on="n",
            ),
            missing=UNKNOWN,
        )
    ],
    evidence=("https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",),
    verified="loader",
)
