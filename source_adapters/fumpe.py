"""FUMPE: pulmonary emboli on CT angiography of 35 patients.

Masks are MATLAB arrays (rows, columns, slices) without any position: slice k belongs to the k-th
file by name, not by position, which run against each other in some patients; public code says so.
Files are taken to be D0001, D0002 and so on. Two patients have no embolus, but a slice without one
is not said to be free.
"""

import io
from collections.abc import Mapping, Sequence

from gmai_data import UNKNOWN, DicomSeries, Mask, Source, Table


def slices(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per slice with a mask: its number from 1, and run lengths down the columns."""
    import numpy as np
    from scipy.io import loadmat

    mask = loadmat(io.BytesIO(data), variable_names=["Mask"])["Mask"] > 0
    rows = []
    for k in np.flatnonzero(mask.any(axis=(0, 1))):
        flat = np.pad(mask[:, :, k].ravel(order="F").astype(np.int8), 1)
        edges = np.flatnonzero(np.diff(flat))
        runs = [f"{start + 1} {end - start}" for start, end in edges.reshape(-1, 2)]
        rows.append({"number": str(k + 1), "rle": " ".join(runs)})
    return rows


SOURCE = Source(
    name="fumpe",
    title="FUMPE",
    version="1.0.0",
    homepage="https://figshare.com/collections/FUMPE/4107803/1",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    modality="CT",
    sequence="CT angiography",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="pulmonary angiography",
    cite="Masoudi et al., Scientific Data 2018, doi:10.1038/sdata.2018.180",
    cases=DicomSeries("CT_scans/PAT{patient:03d}/D{number:04d}.dcm"),
    subject="{patient}",
    labels=[
        Mask(
            rle="{rle}",
            name="pulmonary embolism",
            table=Table("GroundTruth/PAT{patient}.mat", form=slices, on=("patient", "number")),
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/FUMPE.md",
        'public code search for "CT_scans/PAT001" (axes and slice order of the masks)',
    ),
    verified="loader",
)
