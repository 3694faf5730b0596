from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_nifti, fake_volume, write_json, write_table

# Findings are of a session: all its views share them. CT stands in the same tree, and the reports
# are in a language that is not said.
EXPECTED = Expected(
    cases=3, subjects=2, annotations={"class": 6}, names=("COVID-19", "consolidation")
)

SESSIONS = [
    ("sub-S03044", "ses-E06137", ["vp-pa_dx", "vp-ll_dx"],
     "Consolidación en lóbulo inferior derecho. Sin derrame pleural."),
    ("sub-S04190", "ses-E08308", ["vp-ap_cr"], "Opacidades bilaterales compatibles con COVID-19."),
]  # fmt: skip


def make(root: Path) -> None:
    rows = []
    for at, (subject, session, views, report) in enumerate(SESSIONS):
        for view in views:
            name = f"{subject}_{session}_run-1_bp-chest_{view}"
            folder = root / f"{subject}/{session}/mod-rx"
            fake_image(folder / f"{name}.png", mode="I;16")
            write_json(folder / f"{name}.json", {"00080060": {"vr": "CS", "Value": ["DX"]}})
        rows.append(
            (at, subject, session, report, "['consolidation', 'COVID 19']", "['loc lower lobe']",
             "[['consolidation', 'loc lower lobe']]", "['C0521530' 'C5203670']", "['C0225756']")
        )  # fmt: skip
    values, _ = fake_volume((24, 24, 12))
    fake_nifti(
        root / "sub-S03044/ses-E06200/mod-ct/sub-S03044_ses-E06200_run-2_bp-chest_ct.nii.gz", values
    )
    write_table(
        root / "derivatives/labels/labels_covid19_posi.tsv",
        ["", "PatientID", "ReportID", "Report", "Labels", "Localizations",
         "LabelsLocalizationsBySentence", "labelCUIS", "LocalizationsCUIS"],
        rows,
        sep="\t",
    )  # fmt: skip
    write_table(
        root / "participants.tsv",
        ["participant", "modality_dicom", "body_parts", "age", "gender"],
        [("sub-S03044", "['DX', 'CT']", "[['chest']]", "[61]", "F"),
         ("sub-S04190", "['CR']", "[['chest']]", "[70]", "M")],
        sep="\t",
    )  # fmt: skip
    write_table(
        root / "derivatives/EHR/sil_reg_covid.tsv",
        ["participant", "date", "test", "result"],
        [("sub-S03044", "01.01.2020", "PCR", "POSITIVO")],
        sep="\t",
    )
