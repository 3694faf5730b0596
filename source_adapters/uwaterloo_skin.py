"""UWaterloo skin cancer: photographs of melanomas and of other lesions, each outlined.

Gathered from two atlases of the web. "notmelanoma" says what a lesion is not, and nothing more.
Photographs, not dermoscopy: the modality is the nearest of the thirteen. No patient id.
"""

from gmai_data import NO_SUBJECT, Files, Flags, Mask, Source

FOLDER = "Skin Image Data Set-{part}/skin_data/{class}/{site}"

SOURCE = Source(
    name="uwaterloo-skin",
    title="UWaterloo skin cancer detection",
    version="1.0.0",
    homepage="https://uwaterloo.ca/vision-image-processing-lab/research-demos/skin-cancer-detection",
    license="LicenseRef-Non-Commercial",
    access="open",
    modality="Dermoscopy",
    sequence="clinical photograph",
    anatomy=("skin",),
    department="Dermatology",
    commercial=False,
    cases=Files(
        "Skin Image Data Set-{part:1|2}/skin_data/{class:melanoma|notmelanoma}/"
        "{site:dermis|dermquest}/{name}_orig.jpg"
    ),
    subject=NO_SUBJECT,
    labels=[
        Flags(
            names={"class": "melanoma"},
            values={"melanoma": "present", "notmelanoma": "absent"},
        ),
        Mask(f"{FOLDER}/{{name}}_contour.png", form="binary", name="skin lesion"),
    ],
    evidence=(
        "torch_em/data/datasets/medical/uwaterloo_skin.py",
        "https://github.com/zekikus/MedSegBench/blob/main/medsegbench/info.py",
    ),
    verified="loader",
)
