"""TNBC: H&E tiles of triple-negative breast cancer at 40x, nuclei in black and white.

The slide number is the patient (11). Pictures have an empty alpha channel. A later release adds
brain slides under higher numbers: they are left out here.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="tnbc-naylor",
    title="TNBC nuclei segmentation",
    version="1.0.0",
    homepage="https://zenodo.org/records/1175282",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    anatomy=("breast",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Naylor et al., IEEE TMI 2019, doi:10.1109/TMI.2018.2865709",
    cases=Files("Slide_{patient:02d}/{patient}_{n:d}.png", where={"patient": "0?[1-9]|1[01]"}),
    subject="{patient}",
    labels=[Mask("GT_{patient}/{patient}_{n}.png", form="binary", name="nucleus")],
    evidence=("torch_em/data/datasets/histopathology/tnbc.py",),
    verified="loader",
)
