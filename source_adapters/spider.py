"""SPIDER: vertebrae, discs and spinal canal on sagittal MR of patients with low back pain.

Vertebrae are numbered from the lowest visible one up, discs with 200 added. Where there is a
transitional vertebra the number is no anatomical level, so none is named. Values of the map are
partly from memory (101 to 125: vertebrae that are cut). Grades per disc are not read. T1 and T2
of a patient are on their own grids.
"""

from gmai_data import Files, Mask, Source, Table, Term

SOURCE = Source(
    name="spider",
    title="SPIDER (lumbar spine MR)",
    version="1.0.0",
    homepage="https://zenodo.org/records/10159290",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="MR",
    anatomy=("lumbar spine",),
    department="Orthopedic Surgery",
    cite="van der Graaf et al., Scientific Data 2024, doi:10.1038/s41597-024-03090-w",
    cases=Files("images/{patient:d}_{sequence:t1|t2|t2_SPACE}.mha"),
    join=[
        Table(
            "overview.csv",
            parse={"new_file_name": "{patient:d}_{sequence:t1|t2|t2_SPACE}"},
            on=("patient", "sequence"),
        )
    ],
    subject="{patient}",
    study="{patient}",
    split=Term("{subset}", {"training": "train", "validation": "val"}),
    labels=[
        Mask(
            "masks/{patient}_{sequence}.mha",
            names={
                range(1, 26): "vertebra",
                100: "spinal canal",
                range(101, 126): "vertebra",
                range(201, 226): "intervertebral disc",
            },
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/spider.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/SPIDER.md",
    ),
    verified="loader",
)
