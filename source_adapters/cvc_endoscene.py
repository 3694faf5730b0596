"""CVC-EndoSceneStill: the frames of CVC-ColonDB (CVC-300) and CVC-ClinicDB (CVC-612), re-annotated.

Both sets number their frames from 1; polyp masks are BMP in the one and TIFF in the other. The
912 frames are of 44 sequences of 36 patients, which are not told, and frames of a sequence look
alike: all is train. The official split goes by ranges of numbers that we have not seen in public
code: do not report on its test set after training on this. Masks of specular highlights and of the
black border are not declared, nor is the older copy with `train/images` and `train/masks2`.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Files, First, Mask, Source

SOURCE = Source(
    name="cvc-endoscene",
    title="CVC-EndoSceneStill",
    version="1.0.0",
    homepage="http://www.cvc.uab.es/CVC-Colon/index.php/databases/cvc-endoscenestill/",
    license="LicenseRef-Research-Only",
    access="registration",
    modality="Endoscopy",
    sequence="colonoscopy",
    anatomy=("colon",),
    department="Gastroenterology and Hepatology",
    derived_from=("cvc-clinicdb",),
    cite="Vázquez et al., A Benchmark for Endoluminal Scene Segmentation of Colonoscopy Images, "
    "J Healthc Eng 2017, arXiv 1612.00799",
    cases=Files("{set:CVC-300|CVC-612}/bbdd/{n:d}.bmp"),
    subject=NO_SUBJECT,
    split="train",
    labels=[
        Mask(First("{set}/gtpolyp/{n}.tif", "{set}/gtpolyp/{n}.bmp"), name="polyp", form="binary"),
        Mask(
            "{set}/gtlumen/{n}.bmp",
            name="lumen of the colon",
            form="binary",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public loader code (search for "gtpolyp"): bbdd, .tif in CVC-612, .bmp in CVC-300; '
        "gtlumen and border, foreground above 0",
        "https://github.com/fvisin/dataset_loaders dataset_loaders/images/polyps912.py "
        "(sequences, patients, the older copy)",
    ),
    verified="loader",
)
