"""PolypGen: colonoscopy frames of six centres with polyp masks, single ones and sequences.

Masks are JPEG with grey fringes, and black where there is no polyp. One name of centre 3 loses an
underscore in its mask; stray text files lie among the masks. Negative sequences come without masks:
they hold no polyp. Single frames have no patient id; a sequence is one subject. Boxes of the
release repeat the masks and are not read.
"""

from gmai_data import ABSENT, NO_SUBJECT, UNKNOWN, Files, First, Layout, Mask, Source

SEQUENCE = "sequenceData/positive/seq{seq:d}"

SOURCE = Source(
    name="polypgen",
    title="PolypGen2021",
    version="3.0.0",
    homepage="https://www.synapse.org/#!Synapse:syn26376615",
    license="CC-BY-4.0",
    access="registration",
    modality="Endoscopy",
    anatomy=("colon",),
    department="Gastroenterology and Hepatology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Ali et al., PolypGen, Scientific Data 2023, doi:10.1038/s41597-023-01981-y",
    parts=(
        Layout(
            "single",
            cases=Files("data_C{center:d}/images_C{center}/{stem}.jpg"),
            subject=NO_SUBJECT,
            labels=[
                Mask(
                    First(
                        "data_C{center}/masks_C{center}/{stem}_mask.jpg",
                        "data_C{center}/masks_C{center}/{stem}mask.jpg",
                    ),
                    name="polyp",
                    threshold=127,
                    missing=UNKNOWN,
                    empty=ABSENT,
                )
            ],
        ),
        Layout(
            "positive",
            cases=Files(f"{SEQUENCE}/images_seq{{seq}}/{{stem}}.jpg"),
            subject="positive {seq}",
            study="positive {seq}",
            labels=[
                Mask(
                    f"{SEQUENCE}/masks_seq{{seq}}/{{stem}}_mask.jpg",
                    name="polyp",
                    threshold=127,
                    missing=UNKNOWN,
                    empty=ABSENT,
                )
            ],
        ),
        Layout(
            "negative",
            cases=Files("sequenceData/negativeOnly/seq{seq:d}_neg/{stem}.jpg"),
            subject="negative {seq}",
            study="negative {seq}",
            labels=[
                Mask(
                    "sequenceData/negativeOnly/seq{seq}_neg/{stem}_mask.jpg",
                    name="polyp",
                    missing=ABSENT,
                )
            ],
        ),
    ),
    evidence=(
        'public code search for "images_C1"',
        "a public inspection of a copy (counts, the odd name of centre 3, stray text files)",
        "https://github.com/zekikus/MedSegBench/blob/main/medsegbench/info.py",
    ),
    verified="loader",
)
