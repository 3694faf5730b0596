"""HC18: ultrasound images of the fetal head, skull outlined by an ellipse, with its circumference.

The annotation is the line of the ellipse: it is filled here. Further images of a fetus have "2HC"
or "3HC" in their names. The test part has no labels. The size of a pixel is in a column that is not
used, so no lengths are said but the circumference.
"""

from collections.abc import Mapping, Sequence

from gmai_data import Files, Layout, Mask, Source, Table, Value


def filled(data: bytes) -> Sequence[Mapping[str, str]]:
    """The convex line of a picture as one polygon: its left edge down, its right edge up."""
    import io

    import numpy as np
    from PIL import Image

    with Image.open(io.BytesIO(data)) as picture:
        line = np.asarray(picture.convert("L")) > 127
    rows = np.flatnonzero(line.any(axis=1)).tolist()
    left = [(int(line[y].argmax()), y) for y in rows]
    right = [(line.shape[1] - int(line[y, ::-1].argmax()), y) for y in rows]
    edge = [(x, y + dy) for x, y in left for dy in (0, 1)]
    edge += [(x, y + dy) for x, y in reversed(right) for dy in (1, 0)]
    return [{"points": " ".join(f"{x},{y}" for x, y in edge)}] if rows else []


SOURCE = Source(
    name="hc18",
    title="HC18",
    version="1.0.0",
    homepage="https://zenodo.org/records/1327317",
    license="CC-BY-4.0",
    access="open",
    modality="Ultrasound",
    anatomy=("fetus",),
    department="Obstetrics and Gynecology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="van den Heuvel et al., Automated measurement of fetal head circumference, PLoS ONE 2018",
    parts=(
        Layout(
            "training",
            cases=Files("training_set/{n:03d}_{scan:HC|2HC|3HC|4HC}.png"),
            subject="training {n}",
            split="train",
            labels=[
                Mask(
                    polygon="{points}",
                    name="fetal head",
                    table=Table(
                        "training_set/{n:03d}_{scan:HC|2HC|3HC|4HC}_Annotation.png",
                        form=filled,
                        on=("n", "scan"),
                    ),
                ),
                Value(
                    "{head circumference (mm)}",
                    name="head circumference",
                    unit="mm",
                    table=Table(
                        "training_set_pixel_size_and_HC.csv",
                        parse={"filename": "{n:03d}_{scan:HC|2HC|3HC|4HC}.png"},
                        on=("n", "scan"),
                    ),
                ),
            ],
        ),
        Layout(
            "test",
            cases=Files("test_set/{n:03d}_{scan:HC|2HC|3HC|4HC}.png"),
            subject="test {n}",
            split="test",
        ),
    ),
    evidence=('public code search for "training_set_pixel_size_and_HC.csv"',),
    verified="loader",
)
