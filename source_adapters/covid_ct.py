"""COVID-CT (UCSD): chest CT slices cut from papers, with COVID-19 and without.

Names hold blanks and percent signs: what stands before the percent sign is the paper (or the case),
and its pictures stay together here. Slices were chosen because their caption says that they show
findings of COVID-19. The tables of patients (`*-MetaInfo*`) are not read: their columns were not
seen. Contrast and size were lost on the way into print.
"""

from gmai_data import Files, Flags, Source, Table

SOURCE = Source(
    name="covid-ct",
    title="COVID-CT",
    version="1.0.0",
    homepage="https://github.com/UCSD-AI4H/COVID-CT",
    license="LicenseRef-Research-Only",
    access="open",
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    benchmark=("test",),
    cite="Zhao et al., COVID-CT-Dataset: a CT scan dataset about COVID-19, arXiv:2003.13865",
    cases=Files(
        "Images-processed/{class:CT_COVID|CT_NonCOVID}.zip!{class}/{name}",
        derive={"paper": lambda row: row["name"].split("%")[0]},
    ),
    join=[
        Table(
            "Data-split/*/{split:train|val|test}{class:CT_COVID|CT_NonCOVID}.txt",
            header=["name"],
            sep="\t",
            on=("class", "name"),
            optional=True,
        )
    ],
    subject="{class} {paper}",
    split="{split}",
    labels=[
        Flags(
            names={"class": "COVID-19 pneumonia"},
            values={"CT_COVID": "present", "CT_NonCOVID": "absent"},
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "COVID_CT_COVID-CT.md",
        "README of the repository",
    ),
    verified="loader",
)
