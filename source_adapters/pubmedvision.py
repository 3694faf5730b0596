"""PubMedVision: PMC figures with descriptions and answers that GPT-4V wrote from their captions.

`image` is a list. Records with several figures (about a fifth) ask about all of them at once; a
sample shows one, so they are dropped. About nine listed files do not exist (pmc_9_0.jpg). The
number in the file name is not the article's.
"""

from gmai_data import NO_SUBJECT, Dialogue, Records, Source

SOURCE = Source(
    name="pubmedvision",
    title="PubMedVision",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/FreedomIntelligence/PubMedVision",
    license="Apache-2.0",
    access="open",
    derived_from=("pmc",),
    cite="Chen et al., HuatuoGPT-Vision, towards injecting medical visual knowledge, EMNLP 2024",
    cases=Records(
        "PubMedVision_{set:Alignment|InstructionTuning}_VQA.json",
        image="{image}",
        key="{id}",
        where={"image": r'\["[^"]*"\]'},
    ),
    subject=NO_SUBJECT,
    split="train",
    labels=[Dialogue("{conversations}", roles="from", text="value")],
    evidence=("https://huggingface.co/datasets/FreedomIntelligence/PubMedVision",),
    verified="loader",
)
