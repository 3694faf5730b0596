"""HyperKvasir: gastroscopy and colonoscopy frames in 23 classes, and polyps with masks.

The class is the deepest folder. The segmented part repeats Kvasir-SEG under its names. Grades
between two (`ulcerative-colitis-grade-1-2`, `esophagitis-b-d`) keep the disease alone. The layout
of the segmented part is from memory; no patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Layout, Mask, Source

SOURCE = Source(
    name="hyperkvasir",
    title="HyperKvasir",
    version="1.0.0",
    homepage="https://datasets.simula.no/hyper-kvasir/",
    license="CC-BY-4.0",
    access="open",
    modality="Endoscopy",
    anatomy=("gastrointestinal tract",),
    department="Gastroenterology and Hepatology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    derived_from=("kvasir-seg",),
    subject=NO_SUBJECT,
    subject_space="kvasir-seg",
    parts=(
        Layout(
            "labelled",
            cases=Files(
                "labeled-images/{:lower-gi-tract|upper-gi-tract}/{:anatomical-landmarks|"
                "pathological-findings|quality-of-mucosal-views|therapeutic-interventions}"
                "/{class}/{stem}.jpg"
            ),
            labels=[
                Class(
                    "{class}",
                    names={
                        "barretts": "Barrett's oesophagus",
                        "barretts-short-segment": "short-segment Barrett's oesophagus",
                        "bbps-0-1": "Boston bowel preparation score 0 to 1",
                        "bbps-2-3": "Boston bowel preparation score 2 to 3",
                        "cecum": "caecum",
                        "dyed-lifted-polyps": "dyed lifted polyp",
                        "dyed-resection-margins": "dyed resection margins",
                        "esophagitis-a": "reflux oesophagitis",
                        "esophagitis-b-d": "reflux oesophagitis",
                        "hemorrhoids": "haemorrhoids",
                        "ileum": "terminal ileum",
                        "impacted-stool": "impacted stool",
                        "polyps": "polyp",
                        "pylorus": "pylorus",
                        "retroflex-rectum": "retroflexed rectum",
                        "retroflex-stomach": "retroflexed stomach",
                        "ulcerative-colitis-grade-0-1": "ulcerative colitis",
                        "ulcerative-colitis-grade-1": "ulcerative colitis",
                        "ulcerative-colitis-grade-1-2": "ulcerative colitis",
                        "ulcerative-colitis-grade-2": "ulcerative colitis",
                        "ulcerative-colitis-grade-2-3": "ulcerative colitis",
                        "ulcerative-colitis-grade-3": "ulcerative colitis",
                        "z-line": "Z-line",
                    },
                ),
                Class(
                    "{class}",
                    of="Mayo endoscopic score",
                    names={
                        "ulcerative-colitis-grade-1": "Mayo endoscopic score 1",
                        "ulcerative-colitis-grade-2": "Mayo endoscopic score 2",
                        "ulcerative-colitis-grade-3": "Mayo endoscopic score 3",
                    },
                    where={"class": "ulcerative-colitis-grade-[123]"},
                ),
            ],
        ),
        Layout(
            "segmented",
            cases=Files("segmented-images/images/{stem}.jpg"),
            subject="{stem}",
            labels=[Mask("segmented-images/masks/{stem}.jpg", name="polyp", threshold=127)],
        ),
    ),
    evidence=(
        'public code search for "Video file,Organ,Finding"',
        'public code search for "labeled-images/lower-gi-tract"',
    ),
    verified="loader",
)
