"""medical-o1-reasoning-SFT: open questions with the reasoning and answer of a language model.

Made from the training questions of MedQA and MedMCQA. The reasoning (`Complex_CoT`) is kept as the
explanation. medical_o1_sft_mix.json adds general text and is not read.
"""

from gmai_data import NO_SUBJECT, QA, Layout, Records, Source

SOURCE = Source(
    name="medical-o1-sft",
    title="medical-o1-reasoning-SFT",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/FreedomIntelligence/medical-o1-reasoning-SFT",
    license="Apache-2.0",
    access="open",
    derived_from=("medmcqa", "medqa-us"),
    redistribution=True,
    cite="Chen et al., HuatuoGPT-o1, towards medical complex reasoning with LLMs, 2024",
    subject=NO_SUBJECT,
    split="train",
    parts=(
        Layout(
            "English",
            cases=Records("medical_o1_sft.json", key="{Question}"),
            labels=[QA("{Question}", answer="{Response}", explanation="{Complex_CoT}")],
        ),
        Layout(
            "Chinese",
            cases=Records("medical_o1_sft_Chinese.json", key="{Question}"),
            labels=[
                QA(
                    "{Question}",
                    answer="{Response}",
                    explanation="{Complex_CoT}",
                    language="zh",
                )
            ],
        ),
    ),
    evidence=("https://huggingface.co/datasets/FreedomIntelligence/medical-o1-reasoning-SFT",),
    verified="loader",
)
