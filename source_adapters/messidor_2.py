"""Messidor-2: macula-centred fundus photographs with the adjudicated grades of Krause et al.

Images come from ADCIS, in pairs of one patient; grades from Kaggle, where a mirror calls the first
column "diagnosis". Suffixes differ in case. Ungradable images have no grade. "adjudicated_dme" is
referable oedema: hard exudates within one disc diameter of the fovea. `messidor-2.csv` names the
pairs (its form is from memory); an image in no pair is its own subject. Messidor has many of them
under the same names.
"""

from collections.abc import Mapping, Sequence

from gmai_data import Class, First, Flags, Source, Table


def pairs(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per image of a file of pairs, "left;right": its stem and the number of its pair."""
    lines = data.decode("utf-8-sig").splitlines()
    return [
        {"stem": name.strip().strip('"').rpartition(".")[0], "pair": str(number)}
        for number, line in enumerate(lines)
        for name in line.split(";")
        if "." in name
    ]


SOURCE = Source(
    name="messidor-2",
    title="Messidor-2",
    version="1.0.0",
    homepage="https://www.adcis.net/en/third-party/messidor2/",
    license="LicenseRef-Research-Only",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=False,
    commercial=False,
    derived_from=("messidor-1",),
    cite="Decencière et al. 2014; Abràmoff et al. 2013; grades: Krause et al. 2018",
    cases=Table(
        "messidor_data.csv",
        parse={"image_id": ("{stem}.png", "{stem}.jpg", "{stem}.JPG")},
        image=First("IMAGES/{stem}.png", "IMAGES/{stem}.jpg"),
    ),
    join=[Table("messidor-2.csv", form=pairs, on="stem", optional=True)],
    subject=First("pair {pair}", "{stem}"),
    labels=[
        Class(
            First("{adjudicated_dr_grade}", "{diagnosis}"),
            of="diabetic retinopathy grade",
            names={
                "0": "no diabetic retinopathy",
                "1": "mild nonproliferative diabetic retinopathy",
                "2": "moderate nonproliferative diabetic retinopathy",
                "3": "severe nonproliferative diabetic retinopathy",
                "4": "proliferative diabetic retinopathy",
            },
        ),
        Flags(names={"adjudicated_dme": "referable diabetic macular oedema"}),
        Class(
            "{adjudicated_gradable}",
            of="image quality",
            names={"0": "ungradable", "1": None},
        ),
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        'public code search for "adjudicated_dme" and "messidor-2.csv"',
    ),
    verified="loader",
)
