"""RibFrac 2020: rib fractures on CT, an object per pixel value and its type in a table.

A pixel value is an object's number; the table gives its type (-1 = undefined). Copies whose pixels
already hold types are another layout. Folder names differ between mirrors. Test labels are hidden.
"""

from gmai_data import Files, Mask, Source, Table

SOURCE = Source(
    name="ribfrac",
    title="RibFrac 2020",
    version="1.0.0",
    homepage="https://ribfrac.grand-challenge.org/",
    license="CC-BY-NC-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="CT",
    anatomy=("chest",),
    department="Orthopedic Surgery",
    window="bone",
    cite="Jin et al., EBioMedicine 2020, doi:10.1016/j.ebiom.2020.103106",
    cases=Files("**/RibFrac{n:d}-image.nii.gz"),  # train-images-1, train-images-2, val-images
    subject="{n}",
    labels=[
        Mask(
            "**/RibFrac{n}-label.nii.gz",
            by="{label_code}",
            instances="{pixel}",
            lookup=Table(
                "ribfrac-{:train|val}-info*.csv",
                parse={"public_id": "RibFrac{n:d}", "label_id": "{pixel}"},
                on=("n", "pixel"),  # the value in the mask
            ),
            names={
                "0": None,
                "1": "displaced rib fracture",
                "2": "non-displaced rib fracture",
                "3": "buckle rib fracture",
                "4": "segmental rib fracture",
                "-1": "rib fracture",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/RibFrac.md",
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/"
        "Dataset015_018_RibFrac_RibSeg.py",
        'public code search for "public_id,label_id"',
    ),
    verified="loader",
)
