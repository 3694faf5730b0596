"""Two real fundus images that ship with scikit-image: a normal left eye, and microaneurysms.

microaneurysms is a 102 by 102 crop of the green channel of HRF 07_dr; its eye is not recorded.
Where the microaneurysms lie is not annotated: the label is of the whole image.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="skimage-fundus",
    title="Fundus images of scikit-image",
    version="1.0.0",
    homepage="https://scikit-image.org/docs/stable/api/skimage.data.html",
    license="CC0-1.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    package="skimage/data",
    cases=Files(("{image:retina}.jpg", "{image:microaneurysms}.png")),
    subject=NO_SUBJECT,
    labels=[
        Class("{image}", names={"retina": "normal retina", "microaneurysms": "microaneurysm"}),
        Class("{image}", names={"retina": "left eye", "microaneurysms": None}),
    ],
    evidence=(
        "skimage.data.retina: from Wikimedia Commons Fundus_photograph_of_normal_left_eye.jpg, CC0",
        "skimage.data.microaneurysms: detail from an image of the retina (green channel), with "
        "lesions; crop of 07_dr.JPG of the HRF database, CC0 by its owner",
    ),
    verified="data",
)
