from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

# Frames of two videos, in the folder of Quilt-1M. The ablation file repeats rows.
EXPECTED = Expected(cases=3, subjects=2, splits={"train": 3}, annotations={"dialogue": 3})

FRAMES = (
    "0bVSR3xk5FI_image_3ed0da9d-0000.jpg", "0bVSR3xk5FI_image_77777777-0001.jpg",
    "zZ-9_abcdef_image_11111111-0002.jpg",
)  # fmt: skip


def make(root: Path) -> None:
    rows = [
        {
            "id": name.removesuffix(".jpg"), "image": name,
            "conversations": [
                {"from": "human", "value": "<image>\nWhat do the glands look like?"},
                {"from": "gpt", "value": "They are crowded and back to back."},
                *(
                    [{"from": "human", "value": "Is there stroma between them?"},
                     {"from": "gpt", "value": "Hardly any."}]
                    if name.startswith("0b") else []
                ),
            ],
        }
        for name in FRAMES
    ]  # fmt: skip
    write_json(root / "quilt_instruct_107k.json", rows)
    write_json(root / "quilt_instruct_ablation_40k.json", rows[:2])
    for name in FRAMES:
        fake_image(root.parent / f"quilt-1m/quilt_1m/{name}")
