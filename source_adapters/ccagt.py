"""CCAgT: cervical cells in AgNOR stain, tiles of 15 slides, nuclei and the dots inside them.

Objects are read from the COCO file: in the masks a dot (nucleolar organiser region) overwrites its
nucleus, and nuclei of a tile are one. Satellites are discs drawn around a click and not described.
Tiles are in a zip per slide, packed or unpacked. A slide is a patient; the release has no split.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Table

SOURCE = Source(
    name="ccagt",
    title="CCAgT: Images of Cervical Cells with AgNOR Stain Technique",
    version="2.0.0",
    homepage="https://data.mendeley.com/datasets/wg4bpm33hj/2",
    license="CC-BY-NC-3.0",
    access="open",
    modality="Microscopy",
    sequence="AgNOR",
    anatomy=("cervix",),
    department="Laboratory Medicine and Pathology",
    redistribution=True,
    commercial=False,
    derivatives=True,
    cite="Atkinson Amorim et al., A novel approach on segmentation of AgNOR-stained cytology "
    "images using deep learning, CBMS 2020",
    cases=Files("images/{slide:1}.zip!{slide}/{stem}.jpg"),
    subject="{slide}",
    labels=[
        Mask(
            polygon="{segmentation}",
            form="coco",
            by="{category_id}",
            names={
                "1": "nucleus",
                "2": "nucleolar organiser region cluster",
                "3": None,
                "4": "out-of-focus nucleus",
                "5": "overlapping nuclei",
                "6": "non-viable nucleus",
                "7": "leucocyte nucleus",
            },
            instances="{instance}",
            table=Table(
                "CCAgT_COCO_OD.json",
                form="coco",
                parse={"file_name": "{stem}.jpg"},
                on="stem",
            ),
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em "
        "torch_em/data/datasets/light_microscopy/ccagt.py",
    ),
    verified="loader",
)
