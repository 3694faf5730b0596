"""EndoVis 2018: frames of robotic nephrectomies in pigs, every pixel one of twelve classes.

Left frames only: masks are drawn on them. Test sequences are numbered 1 to 4 again. Two public
loaders disagree on the colour of thread, so both are listed. The animals are pigs.
"""

from gmai_data import UNKNOWN, Files, Layout, Mask, Source

COLOURS = {
    "#000000": None,
    "#00ff00": "instrument shaft",
    "#00ffff": "instrument clasper",
    "#7dff0c": "instrument wrist",
    "#ff3700": "kidney parenchyma",
    "#18377d": "covered kidney",
    "#bb9b19": "suture",
    "#809b19": "suture",
    "#00ff7d": "clamp",
    "#ffff7d": "needle",
    "#7b0faf": "suction instrument",
    "#7c9b05": "small bowel",
    "#0cff8d": "ultrasound probe",
}

SOURCE = Source(
    name="endovis2018-rss",
    title="EndoVis 2018 Robotic Scene Segmentation",
    version="1.0.0",
    homepage="https://endovissub2018-roboticscenesegmentation.grand-challenge.org/",
    license="LicenseRef-Challenge-Terms",
    access="registration",
    modality="Endoscopy",
    anatomy=("abdomen",),
    department="General Surgery",
    sequence="laparoscopy",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    cite="Allan et al., 2018 Robotic Scene Segmentation Challenge, arXiv 2001.11190",
    parts=(
        Layout(
            "train",
            cases=Files(
                "**/miccai_challenge_{:2018_release|release}_{release:d}/seq_{seq:d}/left_frames/"
                "frame{n:03d}.png"
            ),
            subject="train {seq}",
            split="train",
            labels=[
                Mask(
                    "**/miccai_challenge_{:2018_release|release}_{release}/seq_{seq}/labels/"
                    "frame{n}.png",
                    form="colour",
                    names=COLOURS,
                )
            ],
        ),
        Layout(
            "test",
            cases=Files("**/test_data/seq_{seq:d}/left_frames/frame{n:03d}.png"),
            subject="test {seq}",
            split="test",
            labels=[
                Mask(
                    "**/test_data/seq_{seq}/labels/frame{n}.png",
                    form="colour",
                    names=COLOURS,
                    missing=UNKNOWN,
                )
            ],
        ),
    ),
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "EndoVisSub2018-RoboticSceneSegmentation.md",
        'public code search for "covered-kidney" and "miccai_challenge_release_2"',
    ),
    verified="loader",
)
