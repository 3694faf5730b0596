from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(cases=3, subjects=2, splits={"train": 2, "val": 1}, annotations={"qa": 6})


def make(root: Path) -> None:
    for sequence, frame in ((2, "000"), (2, "149"), (5, "000")):
        top = root / f"EndoVis-18-VQA/seq_{sequence}"
        fake_image(top / f"left_frames/frame{frame}.png")
        write_text(
            top / f"vqa/Classification/frame{frame}_QA.txt",
            "What organ is being operated?|kidney\n"
            "What is the state of bipolar_forceps?|Tissue_Manipulation\n",
        )
        write_text(
            top / f"vqa/Sentence/frame{frame}_QA.txt",
            "What organ is being operated?|organ being operated is kidney\n"
            "What is the state of bipolar_forceps?|action done by bipolar forceps is tissue "
            "manipulation\n",
        )
