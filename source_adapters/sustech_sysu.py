"""SUSTech-SYSU: fundus photographs with grades on three scales, boxes of exudates and of the disc.

Grade 5 means laser spots or scars, not a grade; those photographs are graded again in a second
table, not read. Tables are seen under several names and with two spellings of the columns. Exudates
were boxed in a part of the photographs only, so no box is not absence. The fovea is given as a box
of one pixel and not read. No patient id.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Boxes, Class, First, Source, Table

GRADE = First(
    "{DR_grade(International_Clinical_DR_Severity_Scale)}",
    "{DR_grade_International_Clinical_DR_Severity_Scale}",
    "{DR_grade(American_Academy_of_Ophthalmology)}",
    "{DR_grade_American_Academy_of_Ophthalmology}",
)

SOURCE = Source(
    name="sustech-sysu",
    title="SUSTech-SYSU",
    version="1.0.0",
    homepage="https://figshare.com/articles/dataset/12570770",
    license="CC-BY-4.0",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Lin et al., The SUSTech-SYSU dataset for automated exudate detection, Sci. Data 2020",
    cases=Table(
        First("originalImages/drLabels.csv", "drLabels.csv", "Labels.csv"),
        parse={"Fundus_images": "{n:d}.jpg"},
        image="originalImages/{n:04d}.jpg",
    ),
    subject=NO_SUBJECT,
    labels=[
        Class(
            GRADE,
            of="diabetic retinopathy grade",
            names={
                "0": "no diabetic retinopathy",
                "1": "mild nonproliferative diabetic retinopathy",
                "2": "moderate nonproliferative diabetic retinopathy",
                "3": "severe nonproliferative diabetic retinopathy",
                "4": "proliferative diabetic retinopathy",
                "5": None,
            },
        ),
        Class(GRADE, names={range(5): None, "5": "laser scar"}),
        Boxes(
            "exudatesLabels/{n}.xml",
            form="voc",
            names={"ex": "hard exudate", "se": "cotton-wool spot"},
            missing=UNKNOWN,
        ),
        Boxes(
            "odFoveaLabels/{n}.xml",
            form="voc",
            names={"OD": "optic disc", "fovea": None},
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        'public code search for "exudatesLabels" (two dataset cards with columns and VOC names)',
    ),
    verified="loader",
)
