"""VESSEL12: MetaImage scans, lung masks, and sparse points in voxel indices for three examples."""

from pathlib import Path

from gmai_data.testing import Expected, fake_volume, write_table
from tests.pairs import write_volume

EXPECTED = Expected(cases=4, subjects=4)


def make(root: Path) -> None:
    """Scans 1 and 20 have a lung mask, 21 and 23 a headerless table: x, y, z, 1 or 0."""
    for n in (1, 20, 21, 23):
        example = n > 20
        name = f"VESSEL12_{n:02d}"
        image, mask = fake_volume((32, 30, 12), {1: (4, 28, 4, 26, 2, 10)}, seed=name)
        folder = root / ("VESSEL12_ExampleScans/Scans" if example else "VESSEL12_01-20")
        write_volume(folder / f"{name}.mhd", image, (0.74, 0.74, 1.0))
        lungs = "VESSEL12_ExampleScans/Lungmasks" if example else "VESSEL12_01-20_Lungmasks"
        write_volume(root / lungs / f"{name}.mhd", mask, (0.74, 0.74, 1.0))
        if example:
            write_table(
                root / "VESSEL12_ExampleScans" / "Annotations" / f"{name}_Annotations.csv",
                [],
                [[10, 12, 5, 1], [11, 12, 5, 1], [20, 8, 5, 0]],
            )
