"""OCTID: retinal OCT B-scans in five folders: four diseases or normal.

Folders hold other files than the `.jpeg` pictures, which are not read. No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="octid",
    title="OCTID",
    version="1.0.0",
    homepage="https://borealisdata.ca/dataverse/OCTID",
    license="LicenseRef-Dataverse-Terms",
    access="open",
    modality="OCT",
    anatomy=("retina",),
    department="Ophthalmology",
    cite="Gholami et al., OCTID, Comput. Electr. Eng. 2020, arXiv:1812.07056",
    cases=Files("{class}/{stem}.jpeg"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "Age-related-Macular-Degeneration-Retinal-OCT-images": (
                    "age-related macular degeneration"
                ),
                "Central-serous-retinopathy-retinal-OCT-images": "central serous retinopathy",
                "Diabetic-Retinopathy-Retinal-OCT-Images": "diabetic retinopathy",
                "Macular-Hole-Retinal-OCT-images": "macular hole",
                "Normal-Retinal-OCT-images": "normal retina",
            },
        )
    ],
    evidence=('public code search for "Macular-Hole-Retinal-OCT" (a partition script)',),
    verified="loader",
)
