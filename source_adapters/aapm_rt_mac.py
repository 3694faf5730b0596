"""AAPM RT-MAC: salivary glands and neck lymph node levels on T2w MR for radiotherapy.

Contours are an RTSTRUCT in the study of its images. Names of the contours were not seen: they are
matched by pattern, and those that no pattern knows are left out and counted. Levels II and III are
regions, not nodes that were seen. Only some sets have contours; another scan's are unknown.
"""

import re

from gmai_data import UNKNOWN, DicomSeries, Mask, Source, Term

SOURCE = Source(
    name="aapm-rt-mac",
    title="AAPM RT-MAC Grand Challenge 2019",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/aapm-rt-mac/",
    license="CC-BY-3.0",
    access="open",
    redistribution=True,
    commercial=True,
    benchmark=("test",),
    modality="MR",
    sequence="T2w",
    anatomy=("head and neck",),
    department="Otolaryngology (ENT)/Head and Neck Surgery",
    cite="Cardenas et al., Medical Physics 2020, doi:10.1002/mp.13942",
    cases=DicomSeries(
        "AAPM-RT-MAC/RTMAC-{set:LIVE|TRAIN|TEST}-{n:3}/{visit}/{series}/*.dcm",
        where={"Modality": "MR"},
    ),
    subject="{set} {n}",
    split=Term("{set}", {"TRAIN": "train", "TEST": "test", "LIVE": "test"}),
    labels=[
        Mask(
            DicomSeries(
                "AAPM-RT-MAC/RTMAC-{set}-{n}/{visit}/*/*.dcm",
                where={"Modality": "RTSTRUCT"},
            ),
            form="rtstruct",
            names={
                re.compile(r"(?i)parotid_?l|l(eft)?[_ ]?parotid.*"): "left parotid gland",
                re.compile(r"(?i)parotid_?r|r(ight)?[_ ]?parotid.*"): "right parotid gland",
                re.compile(r"(?i)(glnd_)?submand\w*_l|l(eft)?[_ ]?submand.*"):
                    "left submandibular gland",
                re.compile(r"(?i)(glnd_)?submand\w*_r|r(ight)?[_ ]?submand.*"):
                    "right submandibular gland",
                re.compile(r"(?i)ln_(neck_)?(ii|2)_l|ln_l_(ii|2)"): "left neck lymph node level II",
                re.compile(r"(?i)ln_(neck_)?(ii|2)_r|ln_r_(ii|2)"):
                    "right neck lymph node level II",
                re.compile(r"(?i)ln_(neck_)?(iii|3)_l|ln_l_(iii|3)"):
                    "left neck lymph node level III",
                re.compile(r"(?i)ln_(neck_)?(iii|3)_r|ln_r_(iii|3)"):
                    "right neck lymph node level III",
                re.compile(r".*"): None,  # other contours, counted by `check`
            },
            missing=UNKNOWN,
        )
    ],
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset resources/AAPM-RT-MAC.md",),
    verified="loader",
)  # fmt: skip
