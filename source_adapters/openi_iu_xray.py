"""Indiana University chest radiographs (OpenI): frontal and lateral images with their reports.

A report lists its images as `parentImage` elements and holds for all of them. Some sections are
empty, some reports have no image, and XXXX stands for words that de-identification removed. The
Kaggle copy names the view; its layout is from memory.
"""

from gmai_data import UNKNOWN, Layout, Records, Report, Source, Table, Term

SOURCE = Source(
    name="openi-iu-xray",
    title="Indiana University Chest X-Ray (OpenI)",
    version="1.0.0",
    homepage="https://openi.nlm.nih.gov/faq",
    license="CC-BY-NC-ND-4.0",
    access="open",
    commercial=False,
    derivatives=False,
    cite="Demner-Fushman et al., Preparing a collection of radiology examinations, JAMIA 2016",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    subject="{uid}",
    study="{uid}",
    layouts=(
        Layout(
            "openi",
            cases=Records(
                "NLMCXR_reports.tgz!ecgen-radiology/{uid:d}.xml",
                each="parentImage",
                image="NLMCXR_png.tgz!{@id}.png",
            ),
            labels=[
                Report(
                    sections={
                        "findings": "{MedlineCitation/Article/Abstract/AbstractText"
                        "[@Label=FINDINGS]}",
                        "impression": "{MedlineCitation/Article/Abstract/AbstractText"
                        "[@Label=IMPRESSION]}",
                    },
                    level="study",
                    missing=UNKNOWN,
                )
            ],
        ),
        Layout(
            "kaggle",
            cases=Table("indiana_projections.csv", image="images/images_normalized/{filename}"),
            join=[Table("indiana_reports.csv", on="uid")],
            view=Term("{projection}", {"Frontal": "frontal", "Lateral": "lateral"}),
            labels=[
                Report(
                    sections={"findings": "{findings}", "impression": "{impression}"},
                    level="study",
                    missing=UNKNOWN,
                )
            ],
        ),
    ),
    evidence=(
        "https://github.com/mlmed/torchxrayvision torchxrayvision/datasets.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/IU-Xray.md",
    ),
    verified="loader",
)
