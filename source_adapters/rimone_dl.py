"""RIM-ONE DL: crops of fundus photographs around the optic disc, with disc and cup masks.

The 485 pictures are in the release twice, divided at random and by hospital; only the second
division is read, where test pictures come from other hospitals. Masks stand in another tree, with
"-1-Disc-T" behind the picture's name. No patient id.
"""

from gmai_data import NO_SUBJECT, Files, Flags, Mask, Source, Term

SOURCE = Source(
    name="rimone-dl",
    title="RIM-ONE DL",
    version="1.0.0",
    homepage="https://github.com/miag-ull/rim-one-dl",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Fundus Photography",
    anatomy=("optic disc",),
    department="Ophthalmology",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    cite="Fumero et al., RIM-ONE DL, Image Anal. Stereol. 2020",
    cases=Files(
        "RIM-ONE_DL_images/partitioned_by_hospital/{set:training_set|test_set}/"
        "{class:glaucoma|normal}/{stem}.png"
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"training_set": "train", "test_set": "test"}),
    labels=[
        Flags(names={"class": "glaucoma"}, values={"glaucoma": "present", "normal": "absent"}),
        Mask(
            "RIM-ONE_DL_reference_segmentations/{class}/{stem}-1-{part:Disc|Cup}-T.png",
            form="binary",
            by="{part}",
            names={"Disc": "optic disc", "Cup": "optic cup"},
        ),
    ],
    evidence=(
        "https://github.com/miag-ull/rim-one-dl README.md (partitions, terms of use)",
        'public code search for "partitioned_by_hospital" and "-Disc-T.png"',
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/RIM-ONE_DL.md",
    ),
    verified="loader",
)
