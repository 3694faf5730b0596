"""PANORAMA: pancreatic ductal adenocarcinoma, pancreas, ducts and vessels on portal-venous CT.

Images come in four archives, labels in a repository of their own. A label under `manual_labels` was
drawn, one under `automatic_labels` was made by an algorithm (most patients without a lesion). The
lesion and the pancreatic duct are cut out of the pancreas. Veins and arteries are those near it.
One label file has no bytes and is left out. A part of the scans comes from MSD Task07 and from
Pancreas-CT (from memory).
"""

from gmai_data import Files, First, Mask, Source

NAMES = {
    1: "pancreatic ductal adenocarcinoma",
    2: "peripancreatic veins",
    3: "peripancreatic arteries",
    4: "pancreas",
    5: "pancreatic duct",
    6: "common bile duct",
}
WITHIN = {4: (1, 5)}

SOURCE = Source(
    name="panorama",
    title="PANORAMA (pancreatic cancer, CT)",
    version="1.0.0",
    homepage="https://panorama.grand-challenge.org/",
    license="CC-BY-NC-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    derived_from=("msd-task07-pancreas", "pancreas-ct"),
    modality="CT",
    anatomy=("pancreas",),
    department="Oncology (Medical)",
    cite="Alves et al., PANORAMA study, Zenodo 2024, doi:10.5281/zenodo.10599559",
    cases=Files("**/{patient:6}_{study:5}_0000.nii.gz"),
    subject="{patient}",
    study="{patient}-{study}",
    labels=[
        First(
            Mask("**/manual_labels/{patient}_{study}.nii.gz", names=NAMES, includes=WITHIN),
            Mask("**/automatic_labels/{patient}_{study}.nii.gz", names=NAMES, includes=WITHIN),
        )
    ],
    exclude={"100051_00001_0000.nii.gz": "its label file has no bytes"},
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/panorama.py",
        "https://github.com/DIAGNijmegen/panorama_labels README.md, as that code quotes it",
    ),
    verified="loader",
)
