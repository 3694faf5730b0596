"""HealthCareMagic-100k (ChatDoctor): questions patients asked a doctor online.

`instruction` is the same sentence in every row and is not read. Names were replaced by "Chat
Doctor" and site boilerplate ("welcome to HCM") is still in the answers. The text is the identity.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source

SOURCE = Source(
    name="healthcaremagic-100k",
    title="ChatDoctor HealthCareMagic-100k",
    version="1.0.0",
    homepage="https://github.com/Kent0n-Li/ChatDoctor",
    license="LicenseRef-not-stated",
    access="open",
    cite="Li et al., ChatDoctor: a medical chat model, Cureus 2023",
    cases=Records("HealthCareMagic-100k.json"),
    subject=NO_SUBJECT,
    split="train",
    labels=[QA("{input}", answer="{output}")],
    evidence=("https://github.com/Kent0n-Li/ChatDoctor",),
    verified="loader",
)
