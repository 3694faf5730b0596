"""EMIDEC: left ventricle, infarct and no-reflow on delayed-enhancement MR of the heart.

The letter of a case is N (no infarct on the images) or P (pathological). Infarct and no-reflow are
cut out of the myocardium, no-reflow out of the infarct. All cases were looked at for both, so what
is not drawn is absent. Clinical text files beside the folders are not read. The licence is from
memory.
"""

from gmai_data import ABSENT, Files, Mask, Source

SOURCE = Source(
    name="emidec",
    title="EMIDEC (delayed-enhancement cardiac MR)",
    version="1.0.1",
    homepage="https://emidec.com/",
    license="CC-BY-NC-SA-4.0",
    access="registration",
    commercial=False,
    modality="MR",
    sequence="LGE",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    cite="Lalande et al., Data 2020, 5(4), 89",
    cases=Files("Case_{kind:N|P}{n:3}/Images/Case_{kind}{n}.nii.gz"),
    subject="{kind}{n}",
    view="short axis",
    labels=[
        Mask(
            "Case_{kind}{n}/Contours/Case_{kind}{n}.nii.gz",
            names={
                1: "left ventricular cavity",
                2: "left ventricular myocardium",
                3: "myocardial infarct",
                4: "no-reflow area",
            },
            includes={2: (3, 4), 3: (4,)},
            empty=ABSENT,
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/Dataset115_EMIDEC.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/EMIDEC.md",
    ),
    verified="loader",
)
