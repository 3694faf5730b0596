"""UW-Madison GI Tract: abdominal MR slices with stomach, large and small bowel as run lengths.

Slices are 16-bit PNG; size and pixel spacing stand in the file name, in an order that users take
both ways: the size is taken from the picture. Run lengths are row by row and count from 1, three
rows per slice, blank where the organ is not in the slice.
"""

from gmai_data import ABSENT, Files, Mask, Source, Table

SOURCE = Source(
    name="uw-madison-gi",
    title="UW-Madison GI Tract Image Segmentation",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/uw-madison-gi-tract-image-segmentation",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    modality="MR",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    redistribution=False,
    cases=Files("train/{case}/{case}_{day}/scans/slice_{n:04d}_{w:d}_{h:d}_{sx}_{sy}.png"),
    subject="{case}",
    study="{case}-{day}",
    labels=[
        Mask(
            rle="{segmentation}",
            order="row",
            base=1,
            by="{class}",
            names={
                "large_bowel": "large bowel",
                "small_bowel": "small bowel",
                "stomach": "stomach",
            },
            table=Table(
                "train.csv",
                parse={"id": "{case}_{day}_slice_{n:04d}"},
                on=("case", "day", "n"),
            ),
            empty=ABSENT,
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "UW-Madison_GI_Tract_Image_Segmentation.md",
        'public code search for "id,class,segmentation"',
    ),
    verified="loader",
)
