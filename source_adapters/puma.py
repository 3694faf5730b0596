"""PUMA: H&E regions of primary and metastatic melanoma, nuclei of ten kinds, tissue of six.

Outlines are GeoJSON of QuPath, in pixels of the region. A nucleus is named by its cell, as in
PanNuke. One region is stored as `.tiff` and all have an alpha channel. No patient id; the test
set is not public. The catalogue has CC0 and CC-BY for the licence: the narrower is given here.
"""

from gmai_data import NO_SUBJECT, Class, Files, Mask, Source

STEM = "training_set_{kind:metastatic|primary}_roi_{n:03d}"

SOURCE = Source(
    name="puma",
    title="PUMA",
    version="1.0.0",
    homepage="https://zenodo.org/records/15050523",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    anatomy=("skin",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Schuiveling et al., PUMA, GigaScience 2025, doi:10.1093/gigascience/giaf011",
    cases=Files(f"01_training_dataset_tif_ROIs/{STEM}.{{:tif|tiff}}"),
    subject=NO_SUBJECT,
    labels=[
        Class("{kind}", names={"primary": "melanoma", "metastatic": "melanoma metastasis"}),
        Mask(
            f"01_training_dataset_geojson_nuclei/{STEM}_nuclei.geojson",
            form="geojson",
            names={
                "nuclei_apoptosis": "apoptotic cell",
                "nuclei_endothelium": "endothelial cell",
                "nuclei_epithelium": "epithelial cell",
                "nuclei_histiocyte": "histiocyte",
                "nuclei_lymphocyte": "lymphocyte",
                "nuclei_melanophage": "melanophage",
                "nuclei_neutrophil": "neutrophil",
                "nuclei_plasma_cell": "plasma cell",
                "nuclei_stroma": "stromal cell",
                "nuclei_tumor": "neoplastic cell",
            },
        ),
        Mask(
            f"01_training_dataset_geojson_tissue/{STEM}_tissue.geojson",
            form="geojson",
            names={
                "tissue_blood_vessel": "blood vessel",
                "tissue_epidermis": "epidermis",
                "tissue_necrosis": "necrotic tissue",
                "tissue_stroma": "stroma",
                "tissue_tumor": "tumour tissue",
                "tissue_white_background": None,
            },
        ),
    ],
    evidence=(
        "torch_em/data/datasets/histopathology/puma.py",
        'public code search for "nuclei_melanophage"',
    ),
    verified="loader",
)
