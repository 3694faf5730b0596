"""TBX11K: chest radiographs, healthy, sick but not tuberculous, or tuberculous with boxes.

The folder is the class of an image; boxes, in COCO files, say active or obsolete (inactive)
tuberculosis, and a lung may have both. A sick image is only known to show something else than
tuberculosis. `imgs/test` has no labels and `imgs/extra` is other people's (Montgomery, Shenzhen, DA
and DB): neither is read. "PulmonaryTuberculosis" (uncertain) has no box in train and val. No
patient id.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Boxes, Class, Flags, Records, Source, Table

COCO = "annotations/json/TBX11K_{split:train|val}.json"

SOURCE = Source(
    name="tbx11k",
    title="TBX11K",
    version="1.0.0",
    homepage="https://github.com/yun-liu/Tuberculosis",
    license="CC-BY-NC-SA-2.0",
    access="open",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    commercial=False,
    derivatives=True,
    cite="Liu et al., Rethinking computer-aided tuberculosis diagnosis, CVPR 2020",
    cases=Records(
        COCO,
        each="images/*",
        parse={"file_name": "{class:health|sick|tb}/{stem}.png"},
        image="imgs/{class}/{stem}.png",
    ),
    subject=NO_SUBJECT,
    split="{split}",
    labels=[
        Flags(
            names={"class": "pulmonary tuberculosis"},
            values={"health": "absent", "sick": "absent", "tb": "present"},
        ),
        Class("{class}", names={"health": "normal chest radiograph", "sick": None, "tb": None}),
        Boxes(
            xywh=("{x}", "{y}", "{w}", "{h}"),
            by="{class}",
            names={
                "ActiveTuberculosis": "active pulmonary tuberculosis",
                "ObsoletePulmonaryTuberculosis": "obsolete pulmonary tuberculosis",
                "PulmonaryTuberculosis": "pulmonary tuberculosis",
            },
            table=Table(
                COCO,
                form="coco",
                parse={"file_name": "{folder:health|sick|tb}/{stem}.png"},
                on=("split", "stem"),
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=("https://github.com/mlmed/torchxrayvision/blob/main/torchxrayvision/datasets.py",),
    verified="loader",
)
