"""Drishti-GS1: fundus photographs centred on the disc, with disc and cup of four experts together.

The soft maps say how many of the four agree; half or more is taken as foreground. The spreadsheet
begins with three rows of title, and its file names end in a quote. Copies nest the folder
`Drishti-GS1_files` twice; the truth of the test part is in `GT` or `Test_GT`. No patient id.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Files, Flags, Mask, Source, Table, Term

SOURCE = Source(
    name="drishti-gs1",
    title="Drishti-GS1",
    version="1.0.0",
    homepage="http://cvit.iiit.ac.in/projects/mip/drishti-gs/mip-dataset2/Home.php",
    license="LicenseRef-Research-Only",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    commercial=False,
    benchmark=("test",),
    cite="Sivaswamy et al., Drishti-GS, ISBI 2014",
    cases=Files("**/{set:Training|Test}/Images/drishtiGS_{n:03d}.png"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"Training": "train", "Test": "test"}),
    labels=[
        Flags(
            names={"Total": "glaucoma"},
            values={"Glaucomatous": "present", "Normal": "absent"},
            table=Table(
                "Drishti-GS1_diagnosis.xlsx",
                skip=3,
                parse={"Drishti-GS File": ("drishtiGS_{n:03d}'", "drishtiGS_{n:03d}")},
                where={"Drishti-GS File": "drishtiGS.*"},
                on="n",
            ),
            missing=UNKNOWN,
        ),
        Mask(
            "**/{set}/*/drishtiGS_{n}/SoftMap/drishtiGS_{n}_{part:ODseg|cupseg}Softmap.png",
            form="binary",
            threshold=127,
            by="{part}",
            names={"ODseg": "optic disc", "cupseg": "optic cup"},
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        'public code search for "ODsegSoftmap"',
    ),
    verified="loader",
)
