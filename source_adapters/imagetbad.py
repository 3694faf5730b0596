"""ImageTBAD: true lumen, false lumen and its thrombus on CT angiography of type B dissection.

All 100 patients have a dissection of the descending aorta. 68 have a thrombus in the false lumen,
the others were looked at and have none. The thrombus is a value of its own, beside the lumen that
still flows. The image ends at the neck and at the upper abdomen.
"""

from gmai_data import ABSENT, Files, Mask, Source

SOURCE = Source(
    name="imagetbad",
    title="ImageTBAD (type B aortic dissection)",
    version="1.0.0",
    homepage="https://github.com/XiaoweiXu/Dataset_Type-B-Aortic-Dissection",
    license="CC-BY-NC-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="CT",
    anatomy=("aorta",),
    department="Cardiovascular Surgery",
    sequence="CT angiography",
    window="angiography",
    cite="Yao et al., Frontiers in Physiology 2021, doi:10.3389/fphys.2021.732711",
    cases=Files("{n:d}_image.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "{n}_label.nii.gz",
            names={1: "true lumen", 2: "false lumen", 3: "false lumen thrombus"},
            empty=ABSENT,
        )
    ],
    evidence=(
        "https://github.com/neuro-ml/amid amid/tbad.py",
        'public code search for "false lumen thrombus" (the values)',
    ),
    verified="loader",
)
