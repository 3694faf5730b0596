"""OCTDL: retinal OCT B-scans of seven groups, from AMD to disease of the vitreomacular interface.

The table names files without suffix; "NO" is normal. It lies beside the folder or inside it. A
patient has several scans. The finer columns `subcategory` and `condition` are not read.
"""

from gmai_data import Class, First, Source, Table

SOURCE = Source(
    name="octdl",
    title="OCTDL",
    version="1.0.0",
    homepage="https://data.mendeley.com/datasets/sncdhf53xc",
    license="CC-BY-4.0",
    access="open",
    modality="OCT",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Kulyabin et al., OCTDL, Sci. Data 2024",
    cases=Table(
        First("OCTDL_labels.csv", "OCTDL/OCTDL_labels.csv"),
        image=First("OCTDL/{disease}/{file_name}.jpg", "{disease}/{file_name}.jpg"),
    ),
    subject="{patient_id}",
    labels=[
        Class(
            "{disease}",
            names={
                "AMD": "age-related macular degeneration",
                "DME": "diabetic macular oedema",
                "ERM": "epiretinal membrane",
                "NO": "normal retina",
                "RAO": "retinal artery occlusion",
                "RVO": "retinal vein occlusion",
                "VID": "vitreomacular interface disease",
            },
        )
    ],
    evidence=('public code search for "OCTDL_labels.csv" (loaders and a partition script)',),
    verified="loader",
)
