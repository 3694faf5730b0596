"""MedDialog, English, processed form: consultations of HealthCareMagic and iCliniq.

`description` repeats the first turn in short and is not read. Mostly two turns. Overlaps the two
ChatDoctor sources. Copyright stays with the two sites.
"""

from gmai_data import NO_SUBJECT, Dialogue, Records, Source, Term

SOURCE = Source(
    name="meddialog-en",
    title="MedDialog (English)",
    version="1.0.0",
    homepage="https://github.com/UCSD-AI4H/Medical-Dialogue-System",
    license="LicenseRef-not-stated",
    access="open",
    redistribution=False,
    benchmark=("test",),
    cite="Zeng et al., MedDialog: large-scale medical dialogue datasets, EMNLP 2020",
    cases=Records("english-{set:train|dev|test}.json"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "dev": "val", "test": "test"}),
    labels=[Dialogue("{utterances}", roles={"patient:": "user", "doctor:": "assistant"})],
    evidence=("https://github.com/bigscience-workshop/biomedical meddialog.py",),
    verified="loader",
)
