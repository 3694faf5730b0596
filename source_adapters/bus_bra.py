"""BUS-BRA: breast ultrasound of biopsied lesions, benign or malignant, with BI-RADS and mask.

An image `bus_0001-l` has the mask `mask_0001-l`. A case has up to two images. Header beyond ID,
Pathology, BIRADS and Device from memory.
"""

from gmai_data import Class, Mask, Source, Table

SOURCE = Source(
    name="bus-bra",
    title="BUS-BRA",
    version="1.0.0",
    homepage="https://zenodo.org/records/8231412",
    license="CC-BY-4.0",
    access="open",
    modality="Ultrasound",
    anatomy=("breast",),
    department="Oncology (Medical)",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cases=Table("bus_data.csv", parse={"ID": "bus_{image}"}, image="Images/bus_{image}.png"),
    subject="{Case}",
    study="{Case}",
    labels=[
        Class("{Pathology}", of="pathology", names={"benign": "benign", "malignant": "malignant"}),
        Class(
            "{BIRADS}",
            of="BI-RADS category",
            names={
                "2": "BI-RADS category 2",
                "3": "BI-RADS category 3",
                "4": "BI-RADS category 4",
                "5": "BI-RADS category 5",
            },
        ),
        Mask("Masks/mask_{image}.png", name="breast lesion", threshold=127),
    ],
    evidence=('public code search for "mask_0001-l"',),
    verified="loader",
)
