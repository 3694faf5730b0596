"""Dresden Surgical Anatomy: frames of rectal surgery, one organ outlined in each folder's frames.

In a folder of an organ only that organ is outlined; others may be seen and say nothing. The frames
of `multilabel` have a mask for each of several organs and repeat frames of `stomach`. The number
of a folder is the operation, the same in all organs; the split by operation is the paper's.
Outlines of single raters (`anno_<n>`) and `weak_labels.csv` are not read.
"""

from gmai_data import UNKNOWN, Files, Layout, Mask, Source, Term

ORGANS = {
    "abdominal_wall": "abdominal wall",
    "colon": "colon",
    "inferior_mesenteric_artery": "inferior mesenteric artery",
    "intestinal_veins": "intestinal vein",
    "liver": "liver",
    "pancreas": "pancreas",
    "small_intestine": "small bowel",
    "spleen": "spleen",
    "stomach": "stomach",
    "ureter": "ureter",
    "vesicular_glands": "seminal vesicle",
}
VAL = (3, 21, 26)
TEST = (2, 7, 11, 13, 14, 18, 20, 32)

SOURCE = Source(
    name="dsad",
    title="Dresden Surgical Anatomy Dataset",
    version="1.0.0",
    homepage="https://springernature.figshare.com/articles/dataset/21702600",
    license="CC-BY-4.0",
    access="open",
    modality="Endoscopy",
    anatomy=("abdomen",),
    department="General Surgery",
    sequence="laparoscopy",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Carstens et al., Scientific Data 2023, doi:10.1038/s41597-022-01719-2",
    subject="{surgery}",
    study="{surgery}",
    split=Term(
        "{surgery}",
        {
            **dict.fromkeys(range(1, 33), "train"),
            **dict.fromkeys(VAL, "val"),
            **dict.fromkeys(TEST, "test"),
        },
    ),
    parts=(
        Layout(
            "organ",
            cases=Files("{organ:" + "|".join(ORGANS) + "}/{surgery:02d}/image{n:02d}.png"),
            labels=[
                Mask(
                    "{organ}/{surgery}/mask{n}.png",
                    form="binary",
                    by="{organ}",
                    names=ORGANS,
                )
            ],
        ),
        Layout(
            "multilabel",
            cases=Files("multilabel/{surgery:02d}/image{n:02d}.png"),
            labels=[
                Mask(
                    "multilabel/{surgery}/mask{n}_{organ}.png",
                    form="binary",
                    by="{organ}",
                    names=ORGANS,
                    missing=UNKNOWN,
                )
            ],
        ),
    ),
    evidence=(
        "torch_em/data/datasets/medical/dsad.py",
        'public code search for "vesicular_glands": organs and the split by operation',
    ),
    verified="loader",
)
