from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

# Instruction files spell the key "conversatons"; the figures of the evaluation set stay out, and
# one figure could not be fetched.
EXPECTED = Expected(cases=3, subjects=3, annotations={"dialogue": 4}, rejected=1)


def pair(key: str, typo: bool, *turns: str) -> dict[str, object]:
    talk = [
        {"from": "human" if n % 2 == 0 else "gpt", "value": text} for n, text in enumerate(turns)
    ]
    return {
        "id": key, "image": f"{key}.jpg",
        "domain": {"chest_xray": False, "mri": False, "histology": False, "gross": False,
                   "ct_scan": True},
        "conversatons" if typo else "conversations": talk,
    }  # fmt: skip


def make(root: Path) -> None:
    write_json(
        root / "alignment/llava_med_alignment_500k.json",
        [
            pair("18167154_F3", False, "Describe the image concisely.\n<image>",
                 "Axial CT with a liver mass"),
            pair("29906277_F1", False, "<image>\nProvide a brief description.",
                 "Coronal MRI of the knee"),
            pair("30000000_F9", False, "<image>\nWhat is shown?", "Never fetched"),
        ],
    )  # fmt: skip
    talks = [
        pair("18167154_F3", True, "What is the organ?\n<image>", "The liver.",
             "What is seen in it?", "A mass in the right lobe."),
        pair("25374444_F2", True, "<image>\nWhich modality is this?", "Computed tomography."),
    ]  # fmt: skip
    write_json(root / "instruct/llava_med_instruct_10k.json", talks[:1])
    write_json(root / "instruct/llava_med_instruct_60k.json", talks)
    write_json(root / "instruct/llava_med_instruct_60k_inline_mention.json", talks)
    write_json(
        root / "eval/llava_med_eval_qa50_qa.jsonl",
        [{"question_id": 0, "image": "26361648_F6.jpg", "text": "What is it?\n<image>",
          "gpt4_answer": "A CT.", "domain": {"ct_scan": True}, "type": "conversation"}],
        lines=True,
    )  # fmt: skip
    for key in ("18167154_F3", "29906277_F1", "25374444_F2", "26361648_F6"):
        fake_image(root / f"images/{key}.jpg")
