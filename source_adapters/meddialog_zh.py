"""MedDialog, Chinese, processed form: consultations of haodf.com.

The document is a list of lists of turns, with the speaker before a full-width colon; there are no
ids and the text is the identity. Names and dates occur. The raw yearly text files are not read.
Copyright stays with the site.
"""

from gmai_data import NO_SUBJECT, Dialogue, Records, Source, Term

SOURCE = Source(
    name="meddialog-zh",
    title="MedDialog (Chinese)",
    version="1.0.0",
    homepage="https://github.com/UCSD-AI4H/Medical-Dialogue-System",
    license="LicenseRef-not-stated",
    access="open",
    redistribution=False,
    benchmark=("test",),
    language="zh",
    cite="Zeng et al., MedDialog: large-scale medical dialogue datasets, EMNLP 2020",
    cases=Records("{set:train|validate|test}_data.json"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "validate": "val", "test": "test"}),
    labels=[Dialogue("{item}", roles={"病人：": "user", "医生：": "assistant"}, language="zh")],
    evidence=(
        "https://github.com/bigscience-workshop/biomedical bigbio/hub/hub_repos/meddialog/"
        "meddialog.py (form and speakers; file names are from memory)",
    ),
    verified="memory",
)
