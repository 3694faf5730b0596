"""STOIC 2021: a scan per patient, infection and severity in a table."""

from pathlib import Path

from gmai_data.testing import Expected, write_table
from tests.pairs import write_pair

EXPECTED = Expected(cases=3, subjects=3, names=("COVID-19",), absent=("COVID-19",))


def make(root: Path) -> None:
    """A severe, a mild and a negative patient; numbers are not padded."""
    for n in (7, 2103, 10001):
        write_pair(root / "stoic2021-training" / "data" / "mha" / f"{n}.mha", None, {})
    write_table(
        root / "stoic2021-training" / "metadata" / "reference.csv",
        ["PatientID", "probCOVID", "probSevere"],
        [[7, 1, 1], [2103, 1, 0], [10001, 0, 0]],
    )
