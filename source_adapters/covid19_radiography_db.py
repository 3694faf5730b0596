"""COVID-19 Radiography Database (version 5): chest radiographs in four classes.

A merge: normals come from RSNA and Kermany, so a class says where an image comes from as much as
what it shows. The label COVID is the patient's test. Lung masks have another size than the images
(256 and 299 pixels) and are left out. No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="covid19-radiography-db",
    title="COVID-19 Radiography Database",
    version="5.0.0",
    homepage="https://www.kaggle.com/datasets/tawsifurrahman/covid19-radiography-database",
    license="LicenseRef-Academic-Noncommercial",
    access="registration",
    derived_from=(
        "bimcv-covid19",
        "covid-chestxray-cohen",
        "kermany-chest-xray",
        "rsna-pneumonia",
    ),  # in part from memory
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    commercial=False,
    cases=Files("{class:COVID|Lung_Opacity|Normal|Viral Pneumonia}/images/{stem}.png"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "COVID": None,
                "Lung_Opacity": "lung opacity",
                "Normal": "normal chest radiograph",
                "Viral Pneumonia": "viral pneumonia",
            },
        ),
        Class("{class}", names={"COVID": "COVID-19"}, where={"class": "COVID"}, level="subject"),
    ],
    evidence=(
        'public code search for "Lung_Opacity.metadata.xlsx"',
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "COVID-19_CHEST_X-RAY_DATABASE.md",
    ),
    verified="loader",
)
