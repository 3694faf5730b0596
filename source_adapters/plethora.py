"""PleThora: thoracic cavities and pleural effusions on the CT of NSCLC-Radiomics.

Only labels: the CT is read from that source. Cavities have two values, left and right, whose order
was not seen, so no side is named; each is a hemithorax, with the lung and any effusion. Labels run
against the DICOM rows and slices (RPI and RAI) and are put together by position; one whose header
does not agree is refused. Effusions were drawn by two readers in 78 patients; a patient without
such a file is not said to have none. A patient without cavities is not of the release. Licence from
memory.
"""

from gmai_data import SKIP, UNKNOWN, DicomSeries, Mask, Source

SOURCE = Source(
    name="plethora",
    title="PleThora",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/analysis-result/plethora/",
    license="CC-BY-NC-3.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="CT",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    derived_from=("nsclc-radiomics",),
    subject_space="nsclc-radiomics",
    cite="Kiser et al., Medical Physics 2020, doi:10.1002/mp.14424",
    cases=DicomSeries(
        "<nsclc-radiomics>/**/LUNG1-{patient:03d}/{visit}/{series}/*.dcm",
        where={"Modality": "CT"},
    ),
    subject="{patient}",
    study="{patient}-{visit}",
    labels=[
        Mask(
            "Thoracic_Cavities/LUNG1-{patient}/LUNG1-{patient}_thor_cav_primary_reviewer.nii.gz",
            names={1: "hemithorax", 2: "hemithorax"},
            missing=SKIP,
        ),
        Mask(
            "Effusions/LUNG1-{patient}/LUNG1-{patient}_effusion_{reader:first|second}_reviewer.nii.gz",
            form="binary",
            name="pleural effusion",
            rater="{reader} reviewer",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/plethora.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
    ),
    verified="loader",
)
