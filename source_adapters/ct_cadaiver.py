"""CadAIver: vertebrae on CT of human cadavers.

A value per vertebra, whose meaning (level) was not seen: each is a vertebra of its own, without a
level. The bodies are dead: air and fluid are where a patient has none. Licence from memory.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="ct-cadaiver",
    title="CadAIver (cadaver CT, vertebrae)",
    version="1.0.0",
    homepage="https://zenodo.org/records/10053317",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    modality="CT",
    anatomy=("spine",),
    department="Orthopedic Surgery",
    window="bone",
    cite="Scientific Data 2024, doi:10.1038/s41597-024-03191-6",
    root=("CadAIver study", ""),
    cases=Files("Images/{scan}.nii.gz"),
    subject="{scan}",
    labels=[Mask("Segmentations/{scan}_seg.nii.gz", instances="{pixel}", name="vertebra")],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/ct_cadaiver.py",
    ),
    verified="loader",
)
