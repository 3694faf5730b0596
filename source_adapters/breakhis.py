"""BreakHis: H&E tiles of breast tumours at 40, 100, 200 and 400 times, eight tumour types.

Everything is in the file name; the slide names the patient. One slide (13412) stands under two
types. The Kaggle copy nests `BreaKHis_v1/BreaKHis_v1`.
"""

from gmai_data import Class, Files, Source, Value

SOURCE = Source(
    name="breakhis",
    title="BreakHis",
    version="1.0.0",
    homepage=(
        "https://web.inf.ufpr.br/vri/databases/breast-cancer-histopathological-database-breakhis/"
    ),
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    anatomy=("breast",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cases=Files(
        "histology_slides/breast/*/SOB/*/*/{mag:40|100|200|400}X/"
        "SOB_{mb:B|M}_{type:A|F|PT|TA|DC|LC|MC|PC}-{year:d}-{slide}-{mag}-{seq:03d}.png"
    ),
    subject="{year}-{slide}",
    labels=[
        Class(
            "{type}",
            names={
                "A": "adenosis",
                "F": "fibroadenoma",
                "PT": "phyllodes tumour",
                "TA": "tubular adenoma",
                "DC": "ductal carcinoma",
                "LC": "lobular carcinoma",
                "MC": "mucinous carcinoma",
                "PC": "papillary carcinoma",
            },
        ),
        Class("{mb}", of="pathology", names={"B": "benign", "M": "malignant"}),
        Value("{mag}", name="magnification", unit="x"),
    ],
    evidence=(
        "https://github.com/kaiko-ai/eva/blob/main/docs/datasets/breakhis.md",
        'public code search for "SOB_B_A-14-22549AB"',
    ),
    verified="loader",
)
