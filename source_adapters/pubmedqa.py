"""PubMedQA, labelled part: research questions answered yes, no or maybe from abstracts.

The 500 test PMIDs stand in test_ground_truth.json; the rest is cross-validated upstream and is
training data here. The unlabelled and artificial parts (ori_pqau, ori_pqaa) are not read: their
answers are not expert labels.
"""

import re

from gmai_data import QA, Records, Source, Term

SOURCE = Source(
    name="pubmedqa",
    title="PubMedQA (PQA-L)",
    version="1.0.0",
    homepage="https://github.com/pubmedqa/pubmedqa",
    license="MIT",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Jin et al., PubMedQA: a dataset for biomedical research question answering, EMNLP 2019",
    cases=Records("data/ori_pqal.json", each="{pmid}", key="{pmid}"),
    join=[Records("data/test_ground_truth.json", each="{pmid}", on="pmid", optional=True)],
    subject="{pmid}",
    split=Term("{item}", {None: "train", re.compile("yes|no|maybe"): "test"}),
    labels=[
        QA(
            "{QUESTION}",
            answer="{final_decision}",
            context="{CONTEXTS}",
            explanation="{LONG_ANSWER}",
        )
    ],
    evidence=(
        "https://github.com/bigscience-workshop/biomedical pubmed_qa.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/PubMedQA.md",
    ),
    verified="loader",
)
