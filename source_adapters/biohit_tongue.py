"""BioHit tongue images: 300 photographs of the put-out tongue, each with a mask of it.

Taken in a closed box under the same light. The repository's name is misspelt (`TongeImageDataset`)
and states no licence. No patient id. Photographs, not dermoscopy: the modality is the nearest of
the thirteen.
"""

from gmai_data import NO_SUBJECT, Files, Mask, Source

SOURCE = Source(
    name="biohit-tongue",
    title="BioHit TongeImageDataset",
    version="1.0.0",
    homepage="https://github.com/BioHit/TongeImageDataset",
    license="LicenseRef-not-stated",
    access="open",
    modality="Dermoscopy",
    sequence="clinical photograph",
    anatomy=("tongue",),
    department="Otolaryngology (ENT)/Head and Neck Surgery",
    cases=Files("dataset/{n:d}.bmp"),
    subject=NO_SUBJECT,
    labels=[Mask("groundtruth/mask/{n}.bmp", name="tongue", threshold=127)],
    evidence=(
        'public loader code (search for "TongeImageDataset"): dataset/, groundtruth/mask/, .bmp',
    ),
    verified="loader",
)
