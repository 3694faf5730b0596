from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

# Figures of two papers; one has no caption of its own from one of the two extractors.
EXPECTED = Expected(cases=3, subjects=2, annotations={"caption": 3})

PAPERS = {"a" * 40: ("Figure1", "Figure2"), "0123456789abcdef" * 2 + "01234567": ("Figure1",)}


def make(root: Path) -> None:
    rows = []
    for paper, figures in PAPERS.items():
        for figure in figures:
            page = f"2-{figure}-1.png"
            rows.append(
                {
                    "pdf_hash": paper, "fig_key": figure, "fig_uri": page,
                    "pdf_url": None, "s2_caption": f"{figure}: axial CT, arrow at the mass.",
                    "s2orc_caption": f"{figure}. Axial CT, arrow at the mass",
                    "s2orc_references": ["CT showed a mass (Fig. 1)."] if figure == "Figure1"
                    else None,
                    "radiology": True, "scope": True, "predicted_type": "Medical images",
                    "oa_info": {"doi": "10.1/x", "oa": {"license": "cc-by"}},
                }
            )  # fmt: skip
            fake_image(root / f"release/figures/{paper}_{page}")
    write_json(
        root / "release/s2_full_figures_oa_nonroco_combined_medical_top4_public.jsonl",
        rows,
        lines=True,
    )
    write_json(
        root / "release/subcaptions_public.jsonl",
        [{"pdf_hash": "a" * 40, "fig_key": "Figure2", "subcaptions": ["A: before", "B: after"]}],
        lines=True,
    )
