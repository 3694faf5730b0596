"""ACRIMA: crops of fundus photographs around the optic disc, glaucoma or not.

The answer is in the name: `Im686_g_ACRIMA.jpg` is glaucoma, `Im001_ACRIMA.jpg` is not. No patient
id.
"""

from gmai_data import NO_SUBJECT, Files, Flags, Source

SOURCE = Source(
    name="acrima",
    title="ACRIMA",
    version="1.0.0",
    homepage="https://figshare.com/s/c2d31f850af14c5b5232",
    license="CC-BY-4.0",
    access="open",
    modality="Fundus Photography",
    anatomy=("optic disc",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Diaz-Pinto et al., CNNs for automatic glaucoma assessment, BioMed. Eng. OnLine 2019",
    cases=Files("Images/Im{n:d}_{kind:ACRIMA|g_ACRIMA}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Flags(names={"kind": "glaucoma"}, values={"g_ACRIMA": "present", "ACRIMA": "absent"}),
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/ACRIMA.md",
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
    ),
    verified="loader",
)
