"""Dental X-Ray computer vision segmentation (Kaggle): panoramic radiographs, outlines of 13 kinds.

COCO files lie beside the folders; the mask pictures among the images (`train_mask`, also under
`valid`) repeat them and are not read. The class "Croen" stands for Crown. What a class is not drawn
on is not known to be free of it. The images are a Roboflow project's (vzrad2), which says nothing
of where they come from, nor of patients; the licence is not stated. What an export augmented or
resized ends in `.rf.…`: what stands before it is the film, whose copies are kept in one split.
"""

from gmai_data import UNKNOWN, Mask, Records, Source, Table, Term

COCO = "{set:train|valid|test}_annotations.coco.json"

SOURCE = Source(
    name="panoramic-dental-kaggle-coco",
    title="Dental X-Ray Computer Vision Segmentation",
    version="1.0.0",
    homepage=(
        "https://www.kaggle.com/datasets/henriquerezermosqur/"
        "dental-x-ray-computacional-vision-segmentation"
    ),
    license="LicenseRef-Unknown",
    access="registration",
    modality="X-Ray",
    sequence="panoramic",
    anatomy=("tooth",),
    department="Otolaryngology (ENT)/Head and Neck Surgery",
    benchmark=("test",),
    cases=Records(
        COCO,
        each="images/*",
        image="Dental X_Ray/{set}/{file_name}",
        parse={"file_name": ("{film}.rf.{export}.jpg", "{film}.jpg")},
    ),
    subject="{film}",
    split=Term("{set}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[
        Mask(
            polygon="{segmentation}",
            form="coco",
            by="{class}",
            instances="{instance}",
            names={
                "Teeth": None,
                "Caries": "dental caries",
                "Croen": "artificial crown",
                "Crown": "artificial crown",
                "Filling": "dental filling",
                "Implant": "dental implant",
                "Malaligned": "malaligned tooth",
                "Mandibular Canal": "mandibular canal",
                "Missing teeth": "missing tooth",
                "Periapical lesion": "periapical lesion",
                "Retained root": "retained root",
                "Root Canal Treatment": "root canal treatment",
                "Root Piece": "root fragment",
                "impacted tooth": "impacted tooth",
                "maxillary sinus": "maxillary sinus",
            },
            table=Table(COCO, form="coco", on=("set", "file_name")),
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "Dental_X_Ray_Computacional_Vision_Segmentation.md (folders, classes, origin)",
    ),
    verified="loader",
)
