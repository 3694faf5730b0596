"""Chinese-medical-dialogue-data (Toyhom): questions and answers of six departments.

Files are GB18030. `title` is the question in short, `ask` the question, and either may hold only
"无"; the identity is the text. `department` has hundreds of values in Chinese and is not mapped:
the folder says which of the six it is.
"""

from gmai_data import NO_SUBJECT, QA, Source, Table, Term

SOURCE = Source(
    name="chinese-medical-dialogue",
    title="Chinese-medical-dialogue-data",
    version="1.0.0",
    homepage="https://github.com/Toyhom/Chinese-medical-dialogue-data",
    license="MIT",
    access="open",
    redistribution=True,
    language="zh",
    department=Term(
        "{folder}",
        {
            "Andriatria_男科": "Urology",
            "OAGD_妇产科": "Obstetrics and Gynecology",
            "Oncology_肿瘤科": "Oncology (Medical)",
            "Surgical_外科": "General Surgery",
            "IM_内科": None,
            "Pediatric_儿科": None,
        },
    ),
    cases=Table("Data_数据/{folder}/*.csv"),
    subject=NO_SUBJECT,
    split="train",
    labels=[QA("{ask}", answer="{answer}", language="zh")],
    evidence=(
        "https://github.com/InternLM/xtuner internlm_7b_qlora_medical_e1 config",
        "https://github.com/openmedlab/Awesome-Medical-Dataset "
        "resources/ChineseMedicalDialogueDataset.md",
    ),
    verified="loader",
)
