"""IU X-Ray in the R2Gen form: a report with a frontal and a lateral radiograph.

`image_path` is a list: the record is one case with two images. XXXX stands for words that
de-identification removed. The split is R2Gen's, not the publisher's; its test part is the usual
report benchmark. The same patients are in openi-iu-xray.
"""

from gmai_data import Records, Report, Source

SOURCE = Source(
    name="iu-xray-r2gen",
    title="IU X-Ray (R2Gen annotation)",
    version="1.0.0",
    homepage="https://openi.nlm.nih.gov/",
    license="CC-BY-NC-ND-4.0",
    access="open",
    commercial=False,
    derivatives=False,
    benchmark=("test",),
    derived_from=("openi-iu-xray",),
    cite="Demner-Fushman et al., Preparing a collection of radiology examinations, JAMIA 2016",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cases=Records(
        "annotation.json",
        each="{set:train|val|test}/*",
        image="images/{image_path}",
        key="{id}",
        parse={"id": "CXR{uid}_IM-*"},
    ),
    subject="{uid}",
    subject_space="openi-iu-xray",
    study="{id}",
    split="{set}",
    labels=[Report("{report}", level="study")],
    evidence=(
        "https://github.com/cuhksz-nlp/R2Gen modules/datasets.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/IU-Xray.md",
    ),
    verified="loader",
)
