"""SkinCAP: photographs of skin disease with captions by dermatologists, in Chinese and English.

The English is a machine translation of the polished Chinese. Some captions are empty, and some say
that the picture is bad. Photographs are those of Fitzpatrick17k and DDI, under their terms.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Caption, Source, Table

SOURCE = Source(
    name="skincap",
    title="SkinCAP",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/joshuachou/SkinCAP",
    license="LicenseRef-not-stated",
    access="open",
    language="zh",
    derived_from=("fitzpatrick17k", "ddi"),
    cite="Zhou et al., SkinCAP: a multi-modal dermatology dataset with rich captions, 2024",
    department="Dermatology",
    anatomy=("skin",),
    cases=Table("skincap_v240623.csv", image="skincap/{skincap_file_path}"),
    subject=NO_SUBJECT,
    split="train",
    labels=[
        Caption("{caption_zh_polish}", language="zh", missing=UNKNOWN),
        Caption("{caption_zh_polish_en}", language="en", missing=UNKNOWN),
    ],
    evidence=("https://huggingface.co/datasets/joshuachou/SkinCAP",),
    verified="loader",
)
