"""Two real MR volumes of the brain that ship with nibabel.

example4d holds two volumes 2 s apart, nearly equal: the first is read. anatomical is a 66 by 82 by
50 mm box of the brain on a template's grid at 2 mm. Neither says its sequence, so none is declared.
"""

from gmai_data import NO_SUBJECT, Files, Layout, Source

SOURCE = Source(
    name="nibabel-mr",
    title="MR test volumes of nibabel",
    version="1.0.0",
    homepage="https://github.com/nipy/nibabel",
    license="MIT",
    access="open",
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    package="nibabel/tests/data",
    subject=NO_SUBJECT,
    parts=(
        Layout("4d", cases=Files("{image:example4d}.nii.gz", frames={"first": "0"})),
        Layout("3d", cases=Files("{image:anatomical}.nii")),
    ),
    evidence=(
        "example4d.nii.gz: 128x96x24x2 at 2x2x2.2 mm, scanner space, repetition 2000 ms",
        "anatomical.nii: 33x41x25 at 2 mm, description 'spm - 3D normalized'",
    ),
    verified="data",
)
