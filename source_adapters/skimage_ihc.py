"""The colon section that ships with scikit-image: FHL2 by immunohistochemistry (DAB).

Brown is DAB, blue the haematoxylin counterstain: this is not an H&E image. Magnification, pixel
size and diagnosis are not recorded.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="skimage-ihc",
    title="Immunohistochemistry image of scikit-image",
    version="1.0.0",
    homepage="https://scikit-image.org/docs/stable/api/skimage.data.html",
    license="LicenseRef-no-known-copyright-restrictions",
    access="open",
    modality="Pathology",
    sequence="IHC",
    anatomy=("colon",),
    department="Laboratory Medicine and Pathology",
    package="skimage/data",
    cases=Files("{image:ihc}.png"),
    subject=NO_SUBJECT,
    labels=[Class("{image}", names={"ihc": "colonic gland"})],
    evidence=(
        "skimage.data.immunohistochemistry: colonic glands where the IHC expression of FHL2 is "
        "revealed with DAB, haematoxylin counterstaining; no known copyright restrictions",
    ),
    verified="data",
)
