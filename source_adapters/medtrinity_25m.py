"""MedTrinity-25M, the demo part: images of ten modalities with captions that a model wrote.

The model saw a region (box or mask) of each image, and text retrieved for its disease: captions
speak of places in the image as parts of its width and height, and may say what cannot be seen. The
full part gives pictures only for origins that allow it. Images come from some thirty public sets,
training parts of VQA-RAD, SLAKE and PathVQA among them; ids do not tell which, so that nothing here
can be grouped by patient.
"""

from gmai_data import NO_SUBJECT, Caption, Inline, Source, Table

SOURCE = Source(
    name="medtrinity-25m",
    title="MedTrinity-25M (demo)",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/UCSC-VLAA/MedTrinity-25M",
    license="LicenseRef-MedTrinity-25M-per-source",
    access="registration",
    redistribution=False,
    derived_from=("path-vqa", "slake", "vqa-rad"),
    cite="Xie et al., MedTrinity-25M: a large-scale multimodal dataset, ICLR 2025",
    cases=Table("25M_demo/**/*.parquet", image=Inline("{image}", "bytes"), key="{id}"),
    subject=NO_SUBJECT,
    split="train",
    labels=[Caption("{caption}")],
    evidence=(
        "https://huggingface.co/datasets/UCSC-VLAA/MedTrinity-25M",
        'public code search for load_dataset("UCSC-VLAA/MedTrinity-25M", "25M_demo"): features',
    ),
    verified="loader",
)
