"""MM-Skin: pictures of fifteen textbooks of dermatology with questions that a model wrote.

Clinical, dermoscopic and pathological pictures, which only caption.csv tells apart. Questions and
answers were written from the captions, and say things that cannot be seen. The books' copyright
forbids passing the pictures on. The JSON of the training questions was not seen: LLaVA's form is
assumed. The book (`bk5`) stands in the file name, the patient does not.
"""

from gmai_data import NO_SUBJECT, QA, Dialogue, Layout, Records, Source, Table

SOURCE = Source(
    name="mm-skin",
    title="MM-Skin",
    version="1.0.0",
    homepage="https://github.com/ZwQ803/MM-Skin",
    license="LicenseRef-not-stated",
    access="open",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    cite="Zeng et al., MM-Skin: enhancing dermatology vision-language model, ACM MM 2025",
    anatomy=("skin",),
    department="Dermatology",
    subject=NO_SUBJECT,
    parts=(
        Layout(
            "train",
            cases=Records("**/vqa_MM.json", image="{image}"),
            split="train",
            labels=[Dialogue("{conversations}", roles="from", text="value")],
        ),
        Layout(
            "test",
            cases=Table("**/MM-Skin_test.csv", image="{image}"),
            split="test",
            labels=[QA("{question}", answer="{answer}")],
        ),
    ),
    evidence=(
        "https://github.com/ZwQ803/MM-Skin README, Dataframe/test/vqa/MM-Skin_test.csv, "
        "finetune_lora.sh",
    ),
    verified="memory",
)
