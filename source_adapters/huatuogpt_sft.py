"""HuatuoGPT SFT data v1: Chinese questions and conversations, real and distilled.

A record is one list of turns, prefixed 问： and 答：, and has no id: the text is its identity.
Lists of odd length end with a question nobody answered.
"""

from gmai_data import NO_SUBJECT, Dialogue, Records, Source

SOURCE = Source(
    name="huatuogpt-sft",
    title="HuatuoGPT-sft-data-v1",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/FreedomIntelligence/HuatuoGPT-sft-data-v1",
    license="Apache-2.0",
    access="open",
    redistribution=True,
    language="zh",
    cite="Zhang et al., HuatuoGPT, towards taming language model to be a doctor, EMNLP 2023",
    cases=Records("HuatuoGPT_sft_data_v1.jsonl", lines=True),
    subject=NO_SUBJECT,
    split="train",
    labels=[Dialogue("{data}", roles={"问：": "user", "答：": "assistant"}, language="zh")],
    evidence=("https://huggingface.co/datasets/FreedomIntelligence/HuatuoGPT-sft-data-v1",),
    verified="loader",
)
