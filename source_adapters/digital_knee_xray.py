"""Digital Knee X-ray Images: knee radiographs with Kellgren-Lawrence grade by one of two experts.

Both experts' trees hold the same images, but a name is made of the grade, so that images they grade
apart cannot be matched by name: only MedicalExpert-I is read. No patient id, and the two knees of a
patient are not linked.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="digital-knee-xray",
    title="Digital Knee X-ray Images",
    version="1.0.0",
    homepage="https://data.mendeley.com/datasets/t9ndx37v5h/1",
    license="CC-BY-4.0",
    access="open",
    modality="X-Ray",
    anatomy=("knee",),
    department="Orthopedic Surgery",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Gornale and Patravali, Digital Knee X-ray Images, Mendeley Data 2020",
    cases=Files("MedicalExpert-I/{grade:0Normal|1Doubtful|2Mild|3Moderate|4Severe}/{stem}.png"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{grade}",
            of="Kellgren-Lawrence grade",
            names={
                "0Normal": "Kellgren-Lawrence grade 0",
                "1Doubtful": "Kellgren-Lawrence grade 1",
                "2Mild": "Kellgren-Lawrence grade 2",
                "3Moderate": "Kellgren-Lawrence grade 3",
                "4Severe": "Kellgren-Lawrence grade 4",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "Digital_Knee_X-ray_Images.md",
    ),
    verified="loader",
)
