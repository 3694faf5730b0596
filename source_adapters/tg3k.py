"""TG3K: frames of 16 thyroid ultrasound videos, the gland outlined (JPEG masks, thresholded).

Frames of one video follow each other and are nearly the same, and nothing tells where a video
ends. The shipped split cuts one of them in two and is not used: all frames stay in train. No
patient id.
"""

from gmai_data import NO_SUBJECT, Files, Mask, Source

SOURCE = Source(
    name="tg3k",
    title="TG3K",
    version="1.0.0",
    homepage="https://github.com/haifangong/TRFE-Net-for-thyroid-nodule-segmentation",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Ultrasound",
    anatomy=("thyroid gland",),
    department="Endocrinology",
    cite="Gong et al., Thyroid region prior guided attention for ultrasound segmentation of "
    "thyroid nodules, Comput Biol Med 2023",
    cases=Files("thyroid-image/{n:04d}.jpg"),
    subject=NO_SUBJECT,
    split="train",
    labels=[Mask("thyroid-mask/{n}.jpg", name="thyroid gland", threshold=127)],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/TG3K.md",
        'public code search for "tg3k-trainval" (an audit of the split among it)',
    ),
    verified="loader",
)
