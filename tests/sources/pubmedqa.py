from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(cases=3, subjects=3, splits={"test": 1, "train": 2}, annotations={"qa": 3})


def make(root: Path) -> None:
    def record(question: str, contexts: list[str], decision: str, answer: str) -> dict[str, object]:
        return {
            "QUESTION": question, "CONTEXTS": contexts, "LABELS": ["BACKGROUND", "RESULTS"],
            "MESHES": ["Humans"], "YEAR": "2011", "reasoning_required_pred": decision,
            "reasoning_free_pred": decision, "final_decision": decision, "LONG_ANSWER": answer,
        }  # fmt: skip

    write_json(
        root / "data/ori_pqal.json",
        {
            "90000001": record(
                "Does early mobilisation shorten hospital stay after hip fracture surgery?",
                ["Immobility after surgery delays recovery.", "Stay was 9 and 12 days (p=0.01)."],
                "yes", "Early mobilisation shortened hospital stay.",
            ),
            "90000002": record(
                "Is serum zinc associated with wound healing in adults?",
                ["Zinc is a cofactor.", "No association was found."],
                "no", "Serum zinc was not associated with wound healing.",
            ),
            "90000003": record(
                "Can ultrasound replace CT in suspected appendicitis?",
                ["CT is the reference.", "Sensitivity depended on the operator."],
                "maybe", "Ultrasound may replace CT in selected patients.",
            ),
        },
    )  # fmt: skip
    write_json(root / "data/test_ground_truth.json", {"90000002": "no"})
