"""TB Chest X-ray Database (Rahman): chest radiographs, tuberculosis or normal.

A merge: tuberculosis from the NLM sets, Belarus and NIAID, normals also from RSNA, so that a class
says where an image comes from as much as what it shows, and it overlaps with those sets. The public
archive has 700 and 3,500 images. No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="tb-chest-radiography-db",
    title="Tuberculosis Chest X-ray Database",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/tawsifurrahman/tuberculosis-tb-chest-xray-dataset",
    license="LicenseRef-Noncommercial",
    access="registration",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    commercial=False,
    derived_from=("montgomery-tb", "shenzhen-tb", "rsna-pneumonia"),
    cite="Rahman et al., Reliable tuberculosis detection using chest X-ray, IEEE Access 2020",
    cases=Files("{class:Normal|Tuberculosis}/{:Normal|Tuberculosis}-{n:d}.png"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={"Normal": "normal chest radiograph", "Tuberculosis": "pulmonary tuberculosis"},
        )
    ],
    evidence=('public code search for "TB_Chest_Radiography_Database/Tuberculosis"',),
    verified="loader",
)
