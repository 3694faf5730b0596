"""MM-WHS 2017: seven substructures of the heart on CT angiography and MR.

CT and MR numbers run over different patients. Label values are 205 to 850; 421 occurs in one MR
case as a stray value of the left atrium (from memory) and is ignored. Test labels are hidden behind
a scoring tool: unknown.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="mm-whs",
    title="MM-WHS 2017 (multi-modality whole heart)",
    version="1.0.0",
    homepage="https://zmiclab.github.io/zxh/0/mmwhs/",
    license="LicenseRef-MM-WHS",
    access="agreement",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    modality=Term("{mod}", {"ct": "CT", "mr": "MR"}),
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    cite="Zhuang and Shen, Medical Image Analysis 2016, doi:10.1016/j.media.2016.02.006",
    cases=Files("{mod:ct|mr}_{set:train|test}/{mod}_{set}_{n:d}_image.nii.gz"),
    subject="{mod}-{n}",
    split="{set}",
    labels=[
        Mask(
            "{mod}_{set}/{mod}_{set}_{n}_label.nii.gz",
            names={
                205: "left ventricular myocardium",
                420: "left atrium",
                421: None,
                500: "left ventricle",
                550: "right atrium",
                600: "right ventricle",
                820: "ascending aorta",
                850: "pulmonary artery",
            },
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MM-WHS.md",
    ),
    verified="loader",
)
