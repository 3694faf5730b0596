"""OLIVES: OCT B-scans of diabetic eyes in two trials, with sixteen biomarkers given per scan.

Only the scans of first and last visits have biomarkers (9,408 of 78,189): the rest is not declared.
The table names a scan by a path that begins with the trial ("/Prime_FULL/…", "/TREX DME/<arm>/…").
`Patient_ID` numbers patients over both trials. Acuity and thickness are of the eye at a visit.
"""

from gmai_data import UNKNOWN, First, Flags, Source, Table, Value

TABLE = "OLIVES_Dataset_Labels/{}/Biomarker_Clinical_Data_Images.csv"
PATH = "Path (Trial/Arm/Folder/Visit/Eye/Image Name)"

SOURCE = Source(
    name="olives",
    title="OLIVES",
    version="1.0.0",
    homepage="https://github.com/olivesgatech/OLIVES_Dataset",
    license="MIT",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="OCT",
    anatomy=("retina",),
    department="Ophthalmology",
    cite="Prabhushankar et al., OLIVES Dataset: Ophthalmic Labels for Investigating Visual Eye "
    "Semantics, NeurIPS 2022",
    cases=Table(
        First(TABLE.format("ml_centric_labels"), TABLE.format("full_labels")),
        parse={PATH: ("/{path:text}", "{path:text}")},
        derive={"visit": lambda row: row["path"].rpartition("/")[0]},
        image=First("{path}", "OLIVES/{path}"),
    ),
    subject="{Patient_ID}",
    study="{visit}",
    labels=[
        Flags(
            names={
                "Atrophy / thinning of retinal layers": "thinning of the retinal layers",
                "Disruption of EZ": "ellipsoid zone disruption",
                "DRIL": "disorganisation of the retinal inner layers",
                "IR hemorrhages": "intraretinal haemorrhage",
                "IR HRF": "intraretinal hyperreflective foci",
                "Partially attached vitreous face": "partially attached vitreous face",
                "Fully attached vitreous face": "fully attached vitreous face",
                "Preretinal tissue/hemorrhage": "preretinal tissue or haemorrhage",
                "Vitreous debris": "vitreous debris",
                "VMT": "vitreomacular traction",
                "DRT/ME": "diffuse retinal thickening or macular oedema",
                "Fluid (IRF)": "intraretinal fluid",
                "Fluid (SRF)": "subretinal fluid",
                "Disruption of RPE": "retinal pigment epithelium disruption",
                "PED (serous)": "serous pigment epithelial detachment",
                "SHRM": "subretinal hyperreflective material",
            },
        ),
        Value(
            "{BCVA}",
            name="best-corrected visual acuity in ETDRS letters",
            level="study",
            valid=(0, 100),
            missing=UNKNOWN,
        ),
        Value(
            "{CST}",
            name="central subfield thickness",
            unit="µm",
            level="study",
            valid=(50, 2000),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public loader code that reads "Biomarker_Clinical_Data_Images.csv": columns, paths',
        "https://github.com/olivesgatech/OLIVES_Dataset (README: two label folders)",
        "https://huggingface.co/datasets/gOLIVES/OLIVES_Dataset (the authors' card: licence MIT)",
    ),
    verified="loader",
)
