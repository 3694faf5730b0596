"""BTCV (Synapse multi-atlas abdomen): thirteen organs on portal venous CT.

Numbers have a gap (0010 to 0021). Test labels are hidden, so Test is not read. Mirrors rename the
files (ABD_001, npz slices): they are not this layout.
"""

from gmai_data import Files, Mask, Source

ORGANS = {
    1: "spleen", 2: "right kidney", 3: "left kidney", 4: "gallbladder", 5: "oesophagus",
    6: "liver", 7: "stomach", 8: "aorta", 9: "inferior vena cava",
    10: "portal and splenic vein", 11: "pancreas", 12: "right adrenal gland",
    13: "left adrenal gland",
}  # fmt: skip

SOURCE = Source(
    name="btcv",
    title="BTCV / Synapse multi-atlas abdomen (Beyond the Cranial Vault)",
    version="1.0.0",
    homepage="https://www.synapse.org/#!Synapse:syn3193805",
    license="LicenseRef-Synapse",
    access="registration",
    redistribution=False,
    modality="CT",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    root=("RawData", ""),
    cases=Files("Training/img/img{n:04d}.nii.gz"),
    subject="{n}",
    labels=[Mask("Training/label/label{n}.nii.gz", names=ORGANS)],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet@nnunetv1 nnunet/dataset_conversion/"
        "Task017_BeyondCranialVaultAbdominalOrganSegmentation.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/BTCV.md",
    ),
    verified="loader",
)
