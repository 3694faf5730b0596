"""MedICaT: figures of biomedical articles with their captions; three in four have several panels.

A file is the hash of its paper and the address of the figure (`fig_uri`). The caption of S2ORC is
kept, or that of the other extractor where there is none. The licence is the article's, in
`oa_info`; the set as a whole is for non-commercial use. Figures that are in ROCO were taken out by
its makers. No official split.
"""

from gmai_data import Caption, First, Records, Source

SOURCE = Source(
    name="medicat",
    title="MedICaT",
    version="1.0.0",
    homepage="https://github.com/allenai/medicat",
    license="LicenseRef-MedICaT",
    access="agreement",
    derived_from=("pmc",),
    redistribution=False,
    commercial=False,
    cite="Subramanian et al., MedICaT: a dataset of medical images, captions, and references, 2020",
    cases=Records(
        "s2_full_figures_oa_nonroco_combined_medical_top4_public.jsonl",
        lines=True,
        image="figures/{pdf_hash}_{fig_uri}",
    ),
    subject="{pdf_hash}",
    labels=[Caption(First("{s2orc_caption}", "{s2_caption}"))],
    evidence=(
        "https://github.com/allenai/medicat README",
        'public code search for "s2_full_figures_oa_nonroco" (release/figures, pdf_hash_fig_uri)',
    ),
    verified="loader",
)
