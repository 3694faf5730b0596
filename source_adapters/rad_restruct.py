"""Rad-ReStruct: reports of the Indiana chest radiographs as questions, from coarse to fine.

A file per report: [question, answers, history, facts]. Deeper questions ("In which part of the
body?") make no sense without their history and are left out; those that begin with "Is there" or
"Are there" stand alone. A report with two frontal images asks about both. Images are those of
openi-iu-xray, as its archive names them.
"""

from gmai_data import QA, Records, Source

SOURCE = Source(
    name="rad-restruct",
    title="Rad-ReStruct",
    version="1.0.0",
    homepage="https://github.com/ChantalMP/Rad-ReStruct",
    license="LicenseRef-not-stated",
    access="open",
    benchmark=("test",),
    derived_from=("openi-iu-xray",),
    cite="Pellegrini et al., Rad-ReStruct: a novel VQA benchmark for radiology, MICCAI 2023",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cases=Records(
        "{set:train|val|test}_qa_pairs/{report:d}.json",
        image="<openi-iu-xray>/NLMCXR_png.tgz!{map.file}.png",
        where={"0": "(Is|Are) there .*"},
    ),
    join=[
        Records(
            "id_to_img_mapping_frontal_reports.json",
            each="{report}/*",
            on="report",
            alias="map",
            parse={"item": "{file}"},
        )
    ],
    subject="{report}",
    subject_space="openi-iu-xray",
    study="{report}",
    split="{set}",
    view="frontal",
    labels=[QA("{0}", answer="{1/0}")],
    evidence=(
        "https://github.com/ChantalMP/Rad-ReStruct README",
        "https://github.com/alibaba-damo-academy/MedEvalKit utils/Radrestruct/Radrestruct.py",
        'public code search for "id_to_img_mapping_frontal_reports" (pairs, mapping)',
    ),
    verified="loader",
)
