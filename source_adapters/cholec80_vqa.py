"""Cholec80-VQA: questions on frames of laparoscopic cholecystectomy, phase and instruments.

A text file per frame, a question and answer per line behind a bar; the whole sentences are read,
not the one-word answers. The user cuts the frames from Cholec80 and crops the black border; their
number is that of the video at 25 frames per second. Videos 1 to 40 of Cholec80; eight of them are
validation, on which the literature reports.
"""

from gmai_data import QA, Source, Table, Term

SOURCE = Source(
    name="cholec80-vqa",
    title="Cholec80-VQA",
    version="1.0.0",
    homepage="https://github.com/lalithjets/Surgical_VQA",
    license="CC-BY-NC-SA-4.0",
    access="agreement",
    commercial=False,
    benchmark=("val",),
    derived_from=("cholec80",),
    cite="Seenivasan et al., Surgical-VQA, MICCAI 2022",
    modality="Endoscopy",
    sequence="laparoscopy",
    anatomy=("gallbladder",),
    department="General Surgery",
    cases=Table(
        "Sentence/{v:d}/{frame_id:d}_QA.txt",
        sep="|",
        header=("question", "answer"),
        image="cropped_image/{v}/{frame_id}.png",
    ),
    subject="{v}",
    subject_space="cholec80",
    study="{v}",
    split=Term(
        "{v}",
        {
            **dict.fromkeys((5, 11, 12, 17, 19, 26, 27, 31), "val"),
            range(1, 41): "train",
        },
    ),
    labels=[QA("{question}", answer="{answer}")],
    evidence=(
        "https://github.com/lalithjets/Surgical_VQA README",
        'public code search for "Cholec80-VQA/cropped_image" (paths, validation videos)',
    ),
    verified="loader",
)
