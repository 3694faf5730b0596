"""fastMRI+: boxes of findings on knee and brain MR of fastMRI, each by one radiologist.

Images are fastMRI's reconstructions in HDF5, a case per slice; they are stored upside down, and
boxes were drawn on the flipped picture, so that y counts from the lower edge. The labels are said
to be no exhaustive list: a slice without a box is unknown. Rows of a whole study (artefacts,
"Normal for age") have no box and are not read. A file is a scan: that two are of one patient
cannot be told. Which part of the body it is, is in the file's name and is not said.
"""

from collections.abc import Mapping

from gmai_data import UNKNOWN, Arrays, Boxes, Layout, Source, Table

KNEE = {
    "Meniscus Tear": "meniscal tear",
    "Displaced Meniscal Tissue": "displaced meniscal tissue",
    "Cartilage - Partial Thickness loss/defect": "partial-thickness cartilage defect",
    "Cartilage - Full Thickness loss/defect": "full-thickness cartilage defect",
    "Joint Effusion": "joint effusion",
    "Joint Bodies": "intra-articular loose body",
    "Bone-Fracture/Contusion/dislocation": "traumatic bone injury",
    "Bone- Subchondral edema": "subchondral bone marrow oedema",
    "Bone - Lesion": "bone lesion",
    "Periarticular cysts": "periarticular cyst",
    "Ligament - ACL Low Grade sprain": "low-grade anterior cruciate ligament sprain",
    "Ligament - ACL High Grade Sprain": "high-grade anterior cruciate ligament sprain",
    "Ligament - MCL Low-Mod Grade Sprain":
        "low- to moderate-grade medial collateral ligament sprain",
    "Ligament - MCL High Grade sprain": "high-grade medial collateral ligament sprain",
    "Ligament - PCL Low-Mod grade sprain":
        "low- to moderate-grade posterior cruciate ligament sprain",
    "Ligament - PCL High Grade": "high-grade posterior cruciate ligament sprain",
    "LCL Complex - Low-Mod Grade Sprain":
        "low- to moderate-grade lateral collateral ligament complex sprain",
    "LCL Complex- High Grade Sprain": "high-grade lateral collateral ligament complex sprain",
    "Patellar Retinaculum - High grade sprain": "high-grade patellar retinaculum sprain",
    "Soft Tissue Lesion": "soft tissue lesion",
    "Muscle Strain": "muscle strain",
}  # fmt: skip
BRAIN = {
    "Nonspecific white matter lesion": "nonspecific white matter lesion",
    "Nonspecific lesion": "nonspecific brain lesion",
    "Posttreatment change": "post-treatment change of the brain",
    "Craniotomy": "craniotomy",
    "Craniectomy": "craniectomy",
    "Craniectomy with Cranioplasty": "craniectomy with cranioplasty",
    "Resection cavity": "resection cavity",
    "Mass": "brain mass",
    "Extra-axial mass": "extra-axial mass",
    "Edema": "brain oedema",
    "Dural thickening": "dural thickening",
    "Enlarged ventricles": "enlarged cerebral ventricles",
    "Encephalomalacia": "encephalomalacia",
    "Lacunar infarct": "lacunar infarct",
    "Paranasal sinus opacification": "paranasal sinus opacification",
    "Intraventricular substance": "intraventricular substance",
    "Absent septum pellucidum": "absent septum pellucidum",
    "Pineal cyst": "pineal cyst",
    "Likely cysts": None,  # not said of what
    "Possible artifact": None,
    "Normal variant": None,
}


def boxes(part: str, names: Mapping[str, str | None]) -> Boxes:
    """The boxes of one table: what is in a brain is never asked among names of the knee."""
    return Boxes(
        xywh=("{x}", "{y}", "{width}", "{height}"),
        origin="lower",
        by="{label}",
        names=names,
        table=Table(
            f"Annotations/{part}.csv",
            parse={"slice": "{i}"},
            where={"study_level": "No"},
            on=("file", "i"),
        ),
        missing=UNKNOWN,
    )


SOURCE = Source(
    name="fastmri-plus",
    title="fastMRI+ (knee and brain)",
    version="1.0.0",
    homepage="https://github.com/microsoft/fastmri-plus",
    license="LicenseRef-NYU-fastMRI",
    access="agreement",
    redistribution=False,
    commercial=False,
    send_to_api=False,
    modality="MR",
    cite="Zhao et al., Scientific Data 2022, doi:10.1038/s41597-022-01255-z",
    parts=(
        Layout(
            "knee",
            cases=Arrays("singlecoil_{set:train|val}/{file}.h5!reconstruction_esc", axes="NHW"),
            labels=[boxes("knee", KNEE)],
        ),
        Layout(
            "brain",
            cases=Arrays(
                "multicoil_{set:train|val}/{file}.h5!reconstruction_rss",
                axes="NHW",
                where={"file": "file_brain_.*"},
            ),
            labels=[boxes("brain", BRAIN)],
        ),
    ),
    subject="{file}",
    study="{file}",
    split="{set}",
    evidence=(
        "https://github.com/microsoft/fastmri-plus README.md, Annotations/knee.csv, brain.csv "
        "(every label), ExampleScripts/fastmri_to_dicom.py",
    ),
    verified="loader",
)
