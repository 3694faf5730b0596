"""EndoVis 2017: frames of robotic operations on pigs, parts of each instrument outlined.

A mask folder per instrument, other ones in each sequence; a mask's values are its parts. "Left" and
"Right" in their names are the robot's arms, so no side is said. Drop-in ultrasound probes and the
like ("Other_labels", 40) are ignored. Masks of sequence 7 are RGB, with equal channels. Sequences 9
and 10 are the test, without labels; the test frames of 1 to 8 follow their training frames and are
not declared.
"""

from gmai_data import UNKNOWN, Files, Layout, Mask, Source

PARTS = {10: "instrument shaft", 20: "instrument wrist", 30: "instrument clasper", 40: None}

SOURCE = Source(
    name="endovis2017",
    title="EndoVis 2017 Robotic Instrument Segmentation",
    version="1.0.0",
    homepage="https://endovissub2017-roboticinstrumentsegmentation.grand-challenge.org/",
    license="LicenseRef-Challenge-Terms",
    access="registration",
    modality="Endoscopy",
    anatomy=("abdomen",),
    department="General Surgery",
    sequence="laparoscopy",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    cite="Allan et al., 2017 Robotic Instrument Segmentation Challenge, arXiv 1902.06426",
    subject="{seq}",
    parts=(
        Layout(
            "train",
            cases=Files(
                "instrument_{:1_4|5_8}_training/instrument_dataset_{seq:d}/left_frames/"
                "frame{n:03d}.png"
            ),
            split="train",
            labels=[
                Mask(
                    "instrument_{:1_4|5_8}_training/instrument_dataset_{seq}/ground_truth/{tool}/"
                    "frame{n}.png",
                    names=PARTS,
                    instances="{tool}",
                    missing=UNKNOWN,
                )
            ],
        ),
        Layout(
            "test",
            cases=Files(
                "instrument_9_10_testing/instrument_dataset_{seq:d}/left_frames/frame{n:03d}.png"
            ),
            split="test",
        ),
    ),
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "Robotic_Instrument_Segmentation.md",
        'public code search for "Right_Vessel_Sealer" (folders of each sequence, values of parts)',
    ),
    verified="loader",
)
