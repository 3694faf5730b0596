"""m2caiSeg: frames of gallbladder surgery, organs, fluids and instruments in 18 colours.

`trainval` repeats `train` and adds a validation set: it is read in its place where it is there.
Videos are of the m2cai16 challenges and not told apart, so that frames of one patient may be in
both sets. The black rim is outside of the scope's view.
"""

from gmai_data import NO_SUBJECT, Files, Layout, Mask, Source, Term

SOURCE = Source(
    name="m2caiseg",
    title="m2caiSeg",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/salmanmaq/m2caiseg",
    license="CC-BY-NC-4.0",
    access="registration",
    modality="Endoscopy",
    anatomy=("gallbladder",),
    department="General Surgery",
    sequence="laparoscopy",
    commercial=False,
    derivatives=True,
    benchmark=("test",),
    cite="Maqbool et al., m2caiSeg, arXiv 2008.10134",
    subject=NO_SUBJECT,
    split=Term("{set}", {"trainval": "train", "train": "train", "test": "test"}),
    layouts=(
        Layout(
            "trainval",
            cases=Files(("{set:trainval}/images/{n}.jpg", "{set:test}/images/{n}.jpg")),
        ),
        Layout("train", cases=Files("{set:train|test}/images/{n}.jpg")),
    ),
    labels=[
        Mask(
            "{set}/groundtruth/{n}_gt.png",
            form="colour",
            names={
                "#0055aa": "grasper",
                "#0055ff": "bipolar forceps",
                "#00aaff": "hook",
                "#00ff55": "scissors",
                "#00ffaa": "clipper",
                "#5500aa": "irrigator",
                "#5500ff": "specimen bag",
                "#aa5555": "trocar",
                "#aaaaaa": "surgical clip",
                "#55aa00": "liver",
                "#55aaff": "gallbladder",
                "#55ff00": "fat",
                "#55ffaa": "abdominal wall",
                "#aa00ff": "artery",
                "#ff00ff": "bowel",
                "#ffff00": "bile",
                "#ff0000": "blood",
                "#aa0055": None,
            },
        )
    ],
    evidence=(
        "torch_em/data/datasets/medical/m2caiseg.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/m2caiseg.md",
    ),
    verified="loader",
)
