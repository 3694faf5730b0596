"""RSNA 2024 lumbar spine: graded stenosis and narrowing at five levels on lumbar MR.

Grades belong to a study (an empty cell is not graded), coordinates to one instance of a series:
its file name, not a position. A study may have several axial series. T1, T2 and STIR series are
mixed, so no sequence is declared. A point marks where a grade was read, also a normal one, so it is
named for the structure. The hidden test studies are not read.
"""

from gmai_data import UNKNOWN, Class, DicomSeries, Points, Source, Table

GRADES = {"Normal/Mild": "normal or mild", "Moderate": "moderate", "Severe": "severe", None: None}
LEVEL = "{level:l1_l2|l2_l3|l3_l4|l4_l5|l5_s1}"

SOURCE = Source(
    name="rsna-lumbar-2024",
    title="RSNA 2024 Lumbar Spine Degenerative Classification",
    version="1.0.0",
    homepage="https://www.kaggle.com/competitions/"
    "rsna-2024-lumbar-spine-degenerative-classification",
    license="LicenseRef-RSNA-2024",
    access="registration",
    redistribution=False,
    commercial=False,
    modality="MR",
    anatomy=("lumbar spine",),
    department="Orthopedic Surgery",
    cases=DicomSeries("train_images/{study_id:d}/{series_id:d}/{instance_number:d}.dcm"),
    subject="{study_id}",
    study="{study_id}",
    labels=[
        *(
            Class(
                "{value}",
                of=term,
                names=GRADES,
                table=Table("train.csv", melt=f"{column}_{LEVEL}", on="study_id"),
                attrs={"spinal level": "{level}"},
                level="study",
                missing=UNKNOWN,
            )
            for column, term in (
                ("spinal_canal_stenosis", "spinal stenosis"),
                ("left_neural_foraminal_narrowing", "left neural foraminal narrowing"),
                ("right_neural_foraminal_narrowing", "right neural foraminal narrowing"),
                ("left_subarticular_stenosis", "left subarticular stenosis"),
                ("right_subarticular_stenosis", "right subarticular stenosis"),
            )
        ),
        Points(
            xy=("{x}", "{y}"),
            by="{condition}",
            names={
                "Spinal Canal Stenosis": "spinal canal",
                "Left Neural Foraminal Narrowing": "left neural foramen",
                "Right Neural Foraminal Narrowing": "right neural foramen",
                "Left Subarticular Stenosis": "left lateral recess",
                "Right Subarticular Stenosis": "right lateral recess",
            },
            table=Table(
                "train_label_coordinates.csv", on=("study_id", "series_id", "instance_number")
            ),
            attrs={"spinal level": "{level}"},
            missing=UNKNOWN,
        ),
    ],
    evidence=("https://github.com/f10409/RadHarmony docs/wiki/datasets/rsna_2024_lumbar_spine.md",),
    verified="loader",
)
