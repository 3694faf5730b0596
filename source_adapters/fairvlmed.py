"""Harvard-FairVLMed: SLO fundus images of one eye each, with or without glaucoma.

Age, sex, race, language and marital status stand in the same files: nothing of that is read. The
notes and their summaries by GPT-4 are about the patient, both eyes and the treatment; they are not
read either. The licence forbids derivatives.
"""

from gmai_data import Files, Flags, Source, Table, Term

SOURCE = Source(
    name="fairvlmed",
    title="Harvard-FairVLMed",
    version="1.0.0",
    homepage="https://github.com/Harvard-Ophthalmology-AI-Lab/FairCLIP",
    license="CC-BY-NC-ND-4.0",
    access="registration",
    redistribution=False,
    commercial=False,
    derivatives=False,
    benchmark=("test",),
    cite="Luo et al., FairCLIP: harnessing fairness in vision-language learning, CVPR 2024",
    modality="Ophthalmoscope",
    sequence="scanning laser ophthalmoscopy",
    anatomy=("retina",),
    department="Ophthalmology",
    cases=Files("{set:Training|Validation|Testing}/{file}.npz!slo_fundus"),
    join=[Table("data_summary.csv", on="file", parse={"filename": "{file}.npz"})],
    subject="{file}",
    split=Term("{set}", {"Training": "train", "Validation": "val", "Testing": "test"}),
    labels=[
        Flags(
            names={"glaucoma": "glaucoma"},
            values={
                "yes": "present", "1": "present", "1.0": "present",
                "no": "absent", "0": "absent", "0.0": "absent", "": "unknown",
            },
        )
    ],
    evidence=(
        "https://github.com/Harvard-Ophthalmology-AI-Lab/FairCLIP README (columns, npz keys)",
        'public code search for "slo_fundus"',
    ),
    verified="loader",
)  # fmt: skip
