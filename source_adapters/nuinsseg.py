"""NuInsSeg: H&E tiles of 31 human and mouse organs, every nucleus outlined, a number per nucleus.

Of several kinds of mask the corrected label masks are read (`label masks modify`). Tiles of one
folder come from few slides and nothing tells them apart, so the folder stands for the subject.
The organ is in the folder's name, mice included; it is not made a label.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="nuinsseg",
    title="NuInsSeg",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/ipateam/nuinsseg",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Mahbod et al., NuInsSeg, Scientific Data 2024, doi:10.1038/s41597-024-03117-2",
    cases=Files("{organ}/tissue images/{stem}.png"),
    subject="{organ}",
    labels=[Mask("{organ}/label masks modify/{stem}.tif", name="nucleus", instances="{pixel}")],
    evidence=("torch_em/data/datasets/histopathology/nuinsseg.py",),
    verified="loader",
)
