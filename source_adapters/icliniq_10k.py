"""iCliniq-10k (ChatDoctor): questions patients asked a doctor online, with three answers.

Only the doctor's answer (`answer_icliniq`) is read; the other two are models'. The ChatDoctor paper
evaluates on this file, so it counts as a benchmark. Older copies are named iCliniq.json.
"""

from gmai_data import NO_SUBJECT, QA, First, Records, Source

SOURCE = Source(
    name="icliniq-10k",
    title="ChatDoctor iCliniq-10k",
    version="1.0.0",
    homepage="https://github.com/Kent0n-Li/ChatDoctor",
    license="LicenseRef-not-stated",
    access="open",
    benchmark=("test",),
    cite="Li et al., ChatDoctor: a medical chat model, Cureus 2023",
    cases=Records(First("iCliniq-10k.json", "iCliniq.json")),
    subject=NO_SUBJECT,
    split="test",
    labels=[QA("{input}", answer="{answer_icliniq}")],
    evidence=(
        "https://github.com/Kent0n-Li/ChatDoctor",
        'public code search for "answer_icliniq"',
    ),
    verified="loader",
)
