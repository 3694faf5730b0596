"""PANORAMA: pancreatic ductal adenocarcinoma, pancreas, ducts and vessels on portal-venous CT.

Images come in four archives, labels in a repository of their own. In `manual_labels` the lesion was
drawn, in `automatic_labels` it was made by an algorithm (for 194 scans); pancreas, ducts and
vessels are made by an algorithm in both. The lesion and the pancreatic duct are cut out of the
pancreas. Veins and arteries are those near it. A table tells of every scan whether it shows this
cancer; other lesions are not labelled. Its column `level` names the 194 patients of MSD Task07 and
the 80 of Pancreas-CT, but not under which numbers they are there. Two labels were mended upstream:
100051 was a file of no bytes.
"""

from gmai_data import UNKNOWN, Files, First, Flags, Mask, Source, Table

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
        Flags(
            names={"label": "pancreatic ductal adenocarcinoma"},
            values={"PDAC": "present", "non-PDAC": "absent"},
            table=Table(
                "**/clinical_information.xlsx",
                parse={"PANORAMA_study_id": "{patient:6}_{study:5}"},
                on=("patient", "study"),
                optional=True,
            ),
            level="study",
            missing=UNKNOWN,
        ),
        First(
            Mask("**/manual_labels/{patient}_{study}.nii.gz", names=NAMES, includes=WITHIN),
            Mask("**/automatic_labels/{patient}_{study}.nii.gz", names=NAMES, includes=WITHIN),
        ),
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/panorama.py",
        "https://github.com/DIAGNijmegen/panorama_labels README.md, clinical_information.xlsx, and "
        "values of 42 of its label files",
    ),
    verified="loader",
)
