"""LDPolypVideo: frames of colonoscopy videos, every polyp boxed.

A text file for each frame: the number of polyps, then a line of corners for each. 0 says that there
is none. The release is in rar archives, to be unpacked. The video is the subject.
"""

from gmai_data import ABSENT, Boxes, Files, Source, Table, Term

SOURCE = Source(
    name="ldpolypvideo",
    title="LDPolypVideo",
    version="1.0.0",
    homepage="https://github.com/dashishi/LDPolypVideo-Benchmark",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Endoscopy",
    anatomy=("colon",),
    department="Gastroenterology and Hepatology",
    benchmark=("test",),
    cite="Ma et al., LDPolypVideo benchmark, MICCAI 2021, doi:10.1007/978-3-030-87240-3_37",
    cases=Files("{set:TrainValid|Test}/Images/{video:d}/{n:04d}.jpg"),
    subject="{video}",
    study="{video}",
    split=Term("{set}", {"TrainValid": "train", "Test": "test"}),
    labels=[
        Boxes(
            xyxy=("{x1}", "{y1}", "{x2}", "{y2}"),
            name="polyp",
            table=Table(
                "{set:TrainValid|Test}/Annotations/{video:d}/{n:04d}.txt",
                sep=" ",
                header=["x1", "y1", "x2", "y2"],
                skip=1,
                on=("set", "video", "n"),
            ),
            missing=ABSENT,
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/LDPolypVideo.md",
    ),
    verified="loader",
)
