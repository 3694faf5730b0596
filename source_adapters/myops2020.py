"""MyoPS 2020: ventricles, scar and oedema of the left myocardium on three aligned MR sequences.

C0 is cine (bSSFP), DE late gadolinium enhancement; oedema is seen on T2, scar on DE. Values are
200 to 2221, so a copy that was cast to 8 bits is refused. Scar and oedema are cut out of the
myocardium. Labels of the test set are encrypted: unknown. Slices are 12 mm or more apart.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="myops2020",
    title="MyoPS 2020",
    version="1.0.0",
    homepage="https://zmiclab.github.io/zxh/0/myops20/",
    license="LicenseRef-MyoPS-2020",
    access="agreement",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    modality="MR",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    cite="Li et al., MyoPS, Medical Image Analysis 2023, doi:10.1016/j.media.2023.102808",
    cases=Files(
        ("train25/myops_{set:training}_{n:d}_{channel:C0|DE|T2}.nii.gz",
         "test20/myops_{set:test}_{n:d}_{channel:C0|DE|T2}.nii.gz"),
        channels={"C0": "cine", "DE": "LGE", "T2": "T2w"},
    ),
    subject="{n}",
    split=Term("{set}", {"training": "train", "test": "test"}),
    view="short axis",
    labels=[
        Mask(
            "train25_myops_gd/myops_{set}_{n}_gd.nii.gz",
            names={
                200: "left ventricular myocardium",
                500: "left ventricular cavity",
                600: "right ventricular cavity",
                1220: "myocardial oedema",
                2221: "myocardial scar",
            },
            includes={200: (1220, 2221)},
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet@nnunetv1 nnunet/dataset_conversion/"
        "Task159_MyoPS2020.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MyoPS_2020.md",
    ),
    verified="loader",
)  # fmt: skip
