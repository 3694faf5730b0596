"""MOOD 2023: brain MR and abdominal CT without labels, and toy cases with an anomaly drawn in.

The task is to find what does not belong: the training volumes are said to be without anomalies,
which makes no finding absent. Only the toy cases have masks, of changes that the organisers put
into the picture. Intensities are scaled to 0-1, so CT is not in HU. There are no patient ids.
Brains are those of the Human Connectome Project, abdomens those of CT COLONOGRAPHY (from memory).
"""

from gmai_data import NO_SUBJECT, Files, Layout, Mask, Source, Term

SOURCE = Source(
    name="mood23",
    title="MOOD 2023 (out-of-distribution, brain and abdomen)",
    version="1.0.0",
    homepage="http://medicalood.dkfz.de/web/",
    license="LicenseRef-MOOD",
    access="registration",
    redistribution=False,
    commercial=False,
    derived_from=(
        "tcia-ct-colonography",
        "hcp-ya",
    ),
    modality=Term("{region}", {"brain": "MR", "abdom": "CT"}),
    cite="Zimmerer et al., MOOD, IEEE TMI 2022, doi:10.1109/TMI.2022.3170077",
    subject=NO_SUBJECT,
    parts=(
        Layout(
            "train",
            cases=Files("{region:brain|abdom}_train.zip!{region}_train/{n:5}.nii.gz"),
        ),
        Layout(
            "toy",
            cases=Files("{region:brain|abdom}_toy.zip!toy/toy_{n:d}.nii.gz"),
            labels=[
                Mask(
                    "{region}_toy.zip!toy_label/pixel/toy_{n}.nii.gz",
                    form="binary",
                    name="abnormality",
                )
            ],
        ),
    ),
    evidence=(
        "https://github.com/neuro-ml/amid amid/mood.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MOOD2023.md",
    ),
    verified="loader",
)
