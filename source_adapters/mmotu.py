"""MMOTU: ovarian ultrasound (`OTU_2d`), seven tumours and normal ovaries, outlined in colours.

Classes are in `train_cls.txt` and `val_cls.txt` (name, two blanks, code from 0); colours are those
of a public reader. The contrast part (`OTU_CEUS`) is not declared. The lists do not share patients,
says a public reader, which names no patient.
"""

from gmai_data import NO_SUBJECT, Class, Mask, Source, Table

SOURCE = Source(
    name="mmotu",
    title="MMOTU ovarian tumour ultrasound",
    version="1.0.0",
    homepage="https://github.com/cv516Buaa/MMOTU_DS2Net",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Ultrasound",
    anatomy=("ovary",),
    department="Obstetrics and Gynecology",
    cite="Zhao et al., MMOTU, arXiv 2207.06799",
    cases=Table(
        "OTU_2d/{split:train|val}_cls.txt",
        header=["line"],
        sep="\t",
        parse={"line": ("{n:d}.JPG  {kind:d}", "{n:d}.JPG {kind:d}")},
        image="OTU_2d/images/{n}.JPG",
    ),
    subject=NO_SUBJECT,
    split="{split}",
    labels=[
        Class(
            "{kind}",
            names=[
                "ovarian endometrioma",
                "serous cystadenoma",
                "ovarian teratoma",
                "ovarian theca cell tumour",
                "simple ovarian cyst",
                "normal ovary",
                "mucinous cystadenoma",
                "high-grade serous ovarian carcinoma",
            ],
        ),
        Mask(
            "OTU_2d/annotations/{n}.PNG",
            form="colour",
            names={
                "#400000": "ovarian endometrioma",
                "#004000": "serous cystadenoma",
                "#000040": "ovarian teratoma",
                "#400040": "ovarian theca cell tumour",
                "#404000": "simple ovarian cyst",
                "#404040": "ovary",
                "#008000": "mucinous cystadenoma",
                "#000080": "high-grade serous ovarian carcinoma",
            },
        ),
    ],
    evidence=(
        "https://github.com/adamtupper/ultrabench/blob/main/src/ultrabench/process/mmotu.py",
        'public code search for "OTU_2d"',
    ),
    verified="loader",
)
