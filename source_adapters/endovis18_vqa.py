"""EndoVis-18-VQA: questions on frames of robotic kidney surgery.

One text file per frame, a question and answer per line behind a bar; the frame carries the same
name. Frames are of the training sequences of EndoVis 2018 under their numbers, and are not in this
release. Sequences 1, 5 and 16 are validation, and the literature reports its results on them.
"""

from gmai_data import QA, Source, Table, Term

SOURCE = Source(
    name="endovis18-vqa",
    title="EndoVis-18-VQA",
    version="1.0.0",
    homepage="https://github.com/lalithjets/Surgical_VQA",
    license="LicenseRef-EndoVis-2018",
    access="registration",
    benchmark=("val",),
    cite="Seenivasan et al., Surgical-VQA, MICCAI 2022",
    modality="Endoscopy",
    department="Urology",
    cases=Table(
        "seq_{sequence:d}/vqa/Sentence/frame{frame_id:3}_QA.txt",
        sep="|",
        header=("question", "answer"),
        image="seq_{sequence}/left_frames/frame{frame_id}.png",
    ),
    derived_from=("endovis2018-rss",),
    subject="train {sequence}",
    subject_space="endovis2018-rss",
    split=Term("{sequence}", {1: "val", 5: "val", 16: "val", range(2, 16): "train"}),
    labels=[QA("{question}", answer="{answer}")],
    evidence=("https://github.com/lalithjets/Surgical_VQA README",),
    verified="loader",
)
