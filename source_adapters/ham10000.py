"""HAM10000: dermoscopic images of pigmented skin lesions, with a diagnosis and a lesion outline.

Several images show one lesion and there is no patient id, so the lesion is the subject. `akiec` is
one class for actinic keratosis and Bowen's disease. The outlines are a later, separate download.
"""

from gmai_data import UNKNOWN, Class, First, Layout, Mask, Source, Table

IMAGE = "HAM10000_images_part_*.zip!{image_id}.jpg"

SOURCE = Source(
    name="ham10000",
    title="HAM10000",
    version="1.0.0",
    homepage="https://doi.org/10.7910/DVN/DBW86T",
    license="CC-BY-NC-4.0",
    access="open",
    modality="Dermoscopy",
    anatomy=("skin",),
    department="Dermatology",
    redistribution=True,
    commercial=False,
    derivatives=True,
    subject="{lesion_id}",
    subject_space="isic-archive",
    labels=[
        Class(
            "{dx}",
            names={
                "akiec": "actinic keratosis or intraepithelial carcinoma",
                "bcc": "basal cell carcinoma",
                "bkl": "benign keratosis-like lesion",
                "df": "dermatofibroma",
                "mel": "melanoma",
                "nv": "melanocytic naevus",
                "vasc": "vascular skin lesion",
            },
        ),
        Mask(
            "HAM10000_segmentations_lesion_tschandl.zip!**/{image_id}_segmentation.png",
            name="skin lesion",
            threshold=127,
            missing=UNKNOWN,
        ),
    ],
    layouts=(
        Layout(
            "comma",
            cases=Table(First("HAM10000_metadata.csv", "HAM10000_metadata"), sep=",", image=IMAGE),
        ),
        Layout("tab", cases=Table("HAM10000_metadata.tab", image=IMAGE)),
    ),
    evidence=(
        'public code search for "HAM10000_metadata"',
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/info.py",
    ),
    verified="loader",
)
