"""BBBC041: Giemsa-stained blood smears with Plasmodium vivax, every cell boxed and named.

Paths in the JSON begin with a slash; boxes are rows and columns; the test images are JPEG and the
training images PNG. "difficult" cells were not classified.
"""

from gmai_data import NO_SUBJECT, Boxes, Records, Source, Term

SOURCE = Source(
    name="bbbc041-malaria",
    title="BBBC041 P. vivax (malaria) infected human blood smears",
    version="1.0.0",
    homepage="https://bbbc.broadinstitute.org/BBBC041",
    license="CC-BY-NC-SA-3.0",
    access="open",
    modality="Microscopy",
    anatomy=("blood",),
    department="Infectious Diseases",
    sequence="Giemsa",
    redistribution=True,
    commercial=False,
    derivatives=True,
    benchmark=("test",),
    cases=Records(
        "{set:training|test}.json",
        parse={"image/pathname": "/images/{file}"},
        image="images/{file}",
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"training": "train", "test": "test"}),
    labels=[
        Boxes(
            each="objects/*",
            xyxy=(
                "{bounding_box/minimum/c}",
                "{bounding_box/minimum/r}",
                "{bounding_box/maximum/c}",
                "{bounding_box/maximum/r}",
            ),
            by="{category}",
            names={
                "red blood cell": "erythrocyte",
                "leukocyte": "leucocyte",
                "ring": "ring form",
                "trophozoite": "trophozoite",
                "schizont": "schizont",
                "gametocyte": "gametocyte",
                "difficult": None,
            },
        )
    ],
    evidence=(
        'public code search for "malaria/training.json"',
        'and for "gametocyte" (the categories)',
    ),
    verified="loader",
)
