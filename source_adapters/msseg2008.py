"""MS Lesion Segmentation 2008: lesions on T1, T2 and FLAIR of two hospitals.

Headers (`.nhdr`) and pixels (`.raw`) are two files: both must be there. Lesions of UNC cases were
drawn at UNC and, in a folder of its own, also at CHB; CHB cases have one reading. Numbers begin
anew at each hospital and in each set. Test labels are hidden.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="msseg2008",
    title="MS Lesion Segmentation 2008 (UNC/CHB)",
    version="1.0.0",
    homepage="http://www.ia.unc.edu/MSseg/",
    license="LicenseRef-MSSEG-2008",
    access="registration",
    redistribution=False,
    benchmark=("test",),
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Styner et al., 3D Segmentation in the Clinic: A Grand Challenge II: MS lesion "
    "segmentation, MIDAS Journal 2008, doi:10.54294/lmkqvm",
    cases=Files(
        "{hospital:CHB|UNC}_{set:train|test1}_Part{part:d}/{hospital}_{set}_Case{n:02d}/"
        "{hospital}_{set}_Case{n}_{channel:T1|T2|FLAIR}.nhdr",
        channels={"T1": "T1w", "T2": "T2w", "FLAIR": "FLAIR"},
    ),
    subject="{hospital}-{set}-{n}",
    split=Term("{set}", {"train": "train", "test1": "test"}),
    labels=[
        Mask(
            "{hospital}_{set}_Part{part}/{hospital}_{set}_Case{n}/{hospital}_{set}_Case{n}_lesion"
            ".nhdr",
            names={1: "multiple sclerosis lesion"},
            missing=UNKNOWN,
        )
    ],
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset resources/MSseg08.md",),
    verified="loader",
)
