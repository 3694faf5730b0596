"""Knee Osteoarthritis Severity Grading (Chen): knee radiographs with Kellgren-Lawrence grade.

A name is a participant of the OAI and L or R. `auto_test` repeats test knees that were found by a
program, and is not read; nor is `kneeKL299`, the same knees in another size.
"""

from gmai_data import Class, Files, Source, Term

SOURCE = Source(
    name="knee-oa-kl",
    title="Knee Osteoarthritis Severity Grading Dataset",
    version="1.0.0",
    homepage="https://data.mendeley.com/datasets/56rmx5bjcr/1",
    license="CC-BY-4.0",
    access="open",
    derived_from=("oai",),
    modality="X-Ray",
    anatomy=("knee",),
    department="Orthopedic Surgery",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    root=("kneeKL224", ""),
    cases=Files("{set:train|val|test}/{grade:0|1|2|3|4}/{id:d}{side:L|R}.png"),
    subject="{id}",
    study="{id}",
    split=Term("{set}", {"train": "train", "val": "val", "test": "test"}),
    labels=[
        Class(
            "{grade}",
            of="Kellgren-Lawrence grade",
            names={
                "0": "Kellgren-Lawrence grade 0",
                "1": "Kellgren-Lawrence grade 1",
                "2": "Kellgren-Lawrence grade 2",
                "3": "Kellgren-Lawrence grade 3",
                "4": "Kellgren-Lawrence grade 4",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "KneeOsteoarthritis.md",
        'public code search for "kneeKL224"',
    ),
    verified="loader",
)
