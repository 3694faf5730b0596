"""Children's Dental Panoramic Radiographs: caries masks, and boxes of dental diseases.

Two of the three parts are declared. Disease boxes are labelme rectangles with Chinese names; "其他"
is "other". Caries is drawn as masks; one public description says the release has COCO files for
them instead. The adult tooth part holds other people's sets and is not read, nor is "Supplemental
content". The two parts may show the same children: there is no patient id.
"""

from gmai_data import NO_SUBJECT, Boxes, Files, Layout, Mask, Source, Term

CARIES = "Childrens dental caries segmentation dataset/{set:Train|Test}"
DISEASE = "Pediatric dental disease detection dataset/{set:Train|Test}"

SOURCE = Source(
    name="childrens-dental-panoramic",
    title="Children's Dental Panoramic Radiographs Dataset",
    version="1.0.0",
    homepage="https://doi.org/10.6084/m9.figshare.c.6317013",
    license="CC-BY-4.0",
    access="open",
    modality="X-Ray",
    sequence="panoramic",
    anatomy=("tooth",),
    department="Otolaryngology (ENT)/Head and Neck Surgery",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Zhang et al., Children's dental panoramic radiographs dataset, Scientific Data 2023",
    subject=NO_SUBJECT,
    split=Term("{set}", {"Train": "train", "Test": "test"}),
    parts=(
        Layout(
            "caries",
            cases=Files(f"{CARIES}/images/{{stem}}.png"),
            labels=[Mask(f"{CARIES}/masks/{{stem}}.png", name="dental caries", threshold=127)],
        ),
        Layout(
            "disease",
            cases=Files(f"{DISEASE}/images/{{stem}}.png"),
            labels=[
                Boxes(
                    f"{DISEASE}/label/{{stem}}.json",
                    form="labelme",
                    names={
                        "龋病": "dental caries",
                        "深窝沟": "deep pits and fissures",
                        "根尖周炎": "periapical periodontitis",
                        "牙髓炎": "pulpitis",
                        "牙齿发育异常": "dental developmental anomaly",
                        "其他": None,
                    },
                )
            ],
        ),
    ),
    evidence=(
        'public code search for "Childrens dental caries"',
        'public loader code with the Chinese names (search for "深窝沟")',
    ),
    verified="loader",
)
