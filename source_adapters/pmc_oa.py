"""PMC-OA (PMC-CLIP): sub-figures of PubMed Central articles with their captions.

Articles, not patients, group the figures. The licence differs by article and is not in the release.
Captions of compound figures were cut into those of the sub-figures by a language model;
pmc_oa_beta.jsonl holds them whole and is not read.
"""

from gmai_data import Caption, First, Records, Source

SOURCE = Source(
    name="pmc-oa",
    title="PMC-OA",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/axiong/pmc_oa",
    license="LicenseRef-PMC-per-article",
    access="open",
    derived_from=("pmc",),
    cite="Lin et al., PMC-CLIP: contrastive language-image pre-training, MICCAI 2023",
    cases=Records(
        "pmc_oa.jsonl",
        lines=True,
        image="images.zip!**/{image}",
        parse={"image": ("PMC{article:d}_*", "*")},
    ),
    subject=First("{article}", "{image}"),
    subject_space="pmc",
    split="train",
    labels=[Caption("{caption}")],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/PMC-OA.md",
        "https://huggingface.co/datasets/axiong/pmc_oa README (files, fields of a row)",
    ),
    verified="loader",
)
