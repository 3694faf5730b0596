"""AortaSeg24: zones of the aorta and its branches on CT angiography.

Zones are those of the Society for Vascular Surgery; zones 10 and 11 are common and external iliac
"""

from gmai_data import Files, Mask, Source

NAMES = {
    1: "aortic zone 0", 2: "brachiocephalic trunk", 3: "aortic zone 1",
    4: "left common carotid artery", 5: "aortic zone 2", 6: "left subclavian artery",
    7: "aortic zone 3", 8: "aortic zone 4", 9: "aortic zone 5", 10: "aortic zone 6",
    11: "coeliac trunk", 12: "aortic zone 7", 13: "superior mesenteric artery",
    14: "aortic zone 8", 15: "right renal artery", 16: "left renal artery", 17: "aortic zone 9",
    18: "right common iliac artery", 19: "left common iliac artery",
    20: "right internal iliac artery", 21: "left internal iliac artery",
    22: "right external iliac artery", 23: "left external iliac artery",
}  # fmt: skip

SOURCE = Source(
    name="aortaseg24",
    title="AortaSeg24",
    version="1.0.0",
    homepage="https://aortaseg24.grand-challenge.org/",
    license="LicenseRef-AortaSeg24",
    access="registration",
    modality="CT",
    sequence="CT angiography",
    anatomy=("aorta",),
    department="Cardiovascular Surgery",
    window="angiography",
    cite="Imran et al., CIS-UNet, Computerized Medical Imaging and Graphics 2024, "
    "doi:10.1016/j.compmedimag.2024.102470",
    cases=Files("images/subject{n:03d}_CTA.mha"),
    subject="{n}",
    labels=[Mask("masks/subject{n}_label.mha", names=NAMES)],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/Dataset021_CTAAorta.py",
    ),
    verified="loader",
)
