from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_tar_gz, write_text

EXPECTED = Expected(cases=4, subjects=3, annotations={"report": 4})

REPORTS = {
    1: ("The cardiac silhouette is normal. The lungs are clear.", "Normal chest x-XXXX.",
        ("CXR1_1_IM-0001-3001", "CXR1_1_IM-0001-4001")),
    2: ("", "Chronic changes, no acute disease.", ("CXR2_IM-0652-1001",)),
    7: ("Right lower lobe opacity. No effusion.", "Possible pneumonia.", ("CXR7_IM-2263-1001",)),
    9: ("No image was released.", "None.", ()),
}  # fmt: skip


def make(root: Path) -> None:
    for uid, (findings, impression, images) in REPORTS.items():
        parents = "".join(
            f'<parentImage id="{name}"><figureId>F{k}</figureId><caption>Xray Chest PA and Lateral'
            f'</caption><panel type="single"><url>/hadoop/{name}.jpg</url></panel></parentImage>'
            for k, name in enumerate(images, 1)
        )
        write_text(
            root / f"ecgen-radiology/{uid}.xml",
            '<?xml version="1.0" encoding="utf-8"?>\n<eCitation><meta type="rr"/>'
            f'<uId id="CXR{uid}"/><pmcId id="{uid}"/><MedlineCitation Owner="Indiana University">'
            "<Article><Journal/><ArticleTitle>Indiana University Chest X-ray Collection"
            '</ArticleTitle><Abstract><AbstractText Label="COMPARISON">None.</AbstractText>'
            '<AbstractText Label="INDICATION">Chest pain</AbstractText>'
            f'<AbstractText Label="FINDINGS">{findings}</AbstractText>'
            f'<AbstractText Label="IMPRESSION">{impression}</AbstractText></Abstract></Article>'
            f"</MedlineCitation><MeSH><major>normal</major></MeSH>{parents}</eCitation>",
        )
        for name in images:
            fake_image(root / f"{name}.png", mode="L")
    for archive, folder in (
        ("NLMCXR_png.tgz", root),
        ("NLMCXR_reports.tgz", root / "ecgen-radiology"),
    ):
        inside = "" if folder == root else "ecgen-radiology/"
        packed = {
            f"{inside}{p.name}": p.read_bytes()
            for p in sorted(folder.iterdir())
            if p.suffix in (".png", ".xml")
        }
        write_tar_gz(root / archive, packed)
        for name in packed:
            (root / name).unlink()
    (root / "ecgen-radiology").rmdir()
