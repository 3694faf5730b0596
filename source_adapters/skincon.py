"""SkinCon: 48 signs of skin lesions in photographs of Fitzpatrick 17k and DDI, by dermatologists.

Two dermatologists looked for each sign in each photograph, so that 0 is absent. Colours and shapes
are of the lesion, not of the skin. Photographs that they marked as not to be considered (bad
quality, or no lesion) are left out, as are those whose address is dead. The pictures are those of
the two sources, under their terms. Photographs, not dermoscopy: the modality is the nearest.
"""

from gmai_data import SKIP, Files, Flags, Layout, Source, Table

SIGNS = {
    "Vesicle": "skin vesicle",
    "Papule": "papule",
    "Macule": "macule",
    "Plaque": "skin plaque",
    "Abscess": "abscess",
    "Pustule": "pustule",
    "Bulla": "skin bulla",
    "Patch": "skin patch",
    "Nodule": "skin nodule",
    "Ulcer": "skin ulcer",
    "Crust": "skin crust",
    "Erosion": "erosion",
    "Excoriation": "excoriation",
    "Atrophy": "skin atrophy",
    "Exudate": "skin exudate",
    "Purpura/Petechiae": "purpura",
    "Fissure": "skin fissure",
    "Induration": "skin induration",
    "Xerosis": "xerosis",
    "Telangiectasia": "telangiectasia",
    "Scale": "scaling",
    "Scar": "skin scar",
    "Friable": "friable skin lesion",
    "Sclerosis": "skin sclerosis",
    "Pedunculated": "pedunculated skin lesion",
    "Exophytic/Fungating": "exophytic or fungating skin lesion",
    "Warty/Papillomatous": "warty or papillomatous skin lesion",
    "Dome-shaped": "dome-shaped skin lesion",
    "Flat topped": "flat-topped skin lesion",
    "Brown(Hyperpigmentation)": "skin hyperpigmentation",
    "Translucent": "translucent skin lesion",
    "White(Hypopigmentation)": "skin hypopigmentation",
    "Purple": "purple skin lesion",
    "Yellow": "yellow skin lesion",
    "Black": "black skin lesion",
    "Erythema": "skin erythema",
    "Comedo": "comedo",
    "Lichenification": "lichenification",
    "Blue": "blue skin lesion",
    "Umbilicated": "umbilicated skin lesion",
    "Poikiloderma": "poikiloderma",
    "Salmon": "salmon-coloured skin lesion",
    "Wheal": "wheal",
    "Acuminate": "acuminate skin lesion",
    "Burrow": "skin burrow",
    "Gray": "grey skin lesion",
    "Pigmented": "pigmented skin lesion",
    "Cyst": "skin cyst",
}
SEEN = {"Do not consider this image": "0"}

SOURCE = Source(
    name="skincon",
    title="SkinCon",
    version="1.0.0",
    homepage="https://skincon-dataset.github.io/",
    license="LicenseRef-not-stated",
    access="open",
    redistribution=False,
    commercial=False,
    derived_from=("ddi", "fitzpatrick17k"),
    cite="Daneshjou et al., SkinCon: a skin disease dataset densely annotated, NeurIPS 2022",
    modality="Dermoscopy",
    anatomy=("skin",),
    department="Dermatology",
    sequence="clinical photograph",
    subject_space=("ddi", "fitzpatrick17k"),
    parts=(
        Layout(
            "fitzpatrick17k",
            cases=Files("<fitzpatrick17k>/images/{image}.jpg"),
            subject="<fitzpatrick17k>{image}",
            labels=[
                Flags(
                    names=SIGNS,
                    table=Table(
                        "annotations_fitzpatrick17k.csv",
                        parse={"ImageID": "{image}.jpg"},
                        on="image",
                        where=SEEN,
                    ),
                    missing=SKIP,
                )
            ],
        ),
        Layout(
            "ddi",
            cases=Files("<ddi>/**/{image}.png"),
            subject="<ddi>{image}.png",
            labels=[
                Flags(
                    names=SIGNS,
                    table=Table(
                        "annotations_ddi.csv",
                        parse={"ImageID": "{image}.png"},
                        on="image",
                        where=SEEN,
                    ),
                    missing=SKIP,
                )
            ],
        ),
    ),
    evidence=(
        'public code search for "annotations_fitzpatrick17k" and for the 48 columns',
        "https://skincon-dataset.github.io/",
    ),
    verified="loader",
)
