"""AbdomenAtlas 1.0 Mini: nine abdominal organs on CT of sixteen public collections.

Labels were predicted by networks and revised by radiologists where needed. The merged map is read;
where a copy lacks it, the file per organ. Archives unpack to different depths. A folder stands for
a patient: which collection a scan comes from is published apart, so scans may be those of LiTS,
KiTS, MSD, CHAOS, AMOS and others of ours.
"""

from gmai_data import Files, First, Mask, Source

ORGANS = {
    1: "aorta", 2: "gallbladder", 3: "left kidney", 4: "right kidney", 5: "liver", 6: "pancreas",
    7: "inferior vena cava", 8: "spleen", 9: "stomach",
}  # fmt: skip

STEMS = (
    "aorta", "gall_bladder", "kidney_left", "kidney_right", "liver", "pancreas", "postcava",
    "spleen", "stomach",
)  # fmt: skip

SOURCE = Source(
    name="abdomenatlas-1-0-mini",
    title="AbdomenAtlas 1.0 Mini",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/AbdomenAtlas/AbdomenAtlas1.0Mini",
    license="CC-BY-NC-SA-4.0",
    access="registration",
    redistribution=True,
    commercial=False,
    modality="CT",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    derived_from=(
        "abdomenct-1k", "amos22", "btcv", "chaos-ct", "ct-org", "flare23", "kits23", "lits",
        "msd-task03-liver", "msd-task07-pancreas", "msd-task08-hepaticvessel",
        "msd-task09-spleen", "msd-task10-colon", "pancreas-ct", "word",
        "rsna-abdominal-trauma-2023",
    ),
    cite="Qu et al., AbdomenAtlas-8K, NeurIPS 2023, arXiv:2305.09666",
    cases=Files("**/BDMAP_{n:08d}/ct.nii.gz"),
    subject="{n}",
    labels=[
        First(
            Mask("**/BDMAP_{n}/combined_labels.nii.gz", names=ORGANS),
            Mask(
                "**/BDMAP_{n}/segmentations/{organ}.nii.gz",
                form="binary",
                by="{organ}",
                names=dict(zip(STEMS, ORGANS.values(), strict=True)),
            ),
        )
    ],
    evidence=(
        "https://github.com/MrGiovanni/AbdomenAtlas README (class map, forms of the release)",
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/"
        "Dataset224_AbdomenAtlas1.0.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/AbdomenAtlas_Mini.md",
        "https://github.com/constantinpape/torch-em "
        "torch_em/data/datasets/medical/abdomen_atlas.py (depths, copies without the merged map)",
    ),
    verified="loader",
)  # fmt: skip
