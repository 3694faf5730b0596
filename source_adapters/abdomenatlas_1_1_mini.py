"""AbdomenAtlas 1.1 Mini: 25 structures of the abdomen and thorax on CT of public collections.

Folders 5196 to 9262 ship masks without an image: they are no cases. The first nine values are those
of 1.0 Mini, whose 5195 scans these are, under the same numbers. Labels were predicted by networks
and then revised; an empty one may be out of the field of view, so nothing is said to be absent.
Archives unpack to folders of 500.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="abdomenatlas-1-1-mini",
    title="AbdomenAtlas 1.1 Mini",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/AbdomenAtlas/_AbdomenAtlas1.1Mini",
    license="CC-BY-NC-SA-4.0",
    access="registration",
    redistribution=True,
    commercial=False,
    modality="CT",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    derived_from=("abdomenatlas-1-0-mini",),
    subject_space="abdomenatlas-1-0-mini",
    cite="Li et al., AbdomenAtlas, Medical Image Analysis 2024, doi:10.1016/j.media.2024.103285",
    cases=Files("**/BDMAP_{n:08d}/ct.nii.gz"),  # in folders of 500, or without them
    subject="{n}",
    labels=[
        Mask(
            "**/BDMAP_{n}/combined_labels.nii.gz",
            names={
                1: "aorta", 2: "gallbladder", 3: "left kidney", 4: "right kidney", 5: "liver",
                6: "pancreas", 7: "inferior vena cava", 8: "spleen", 9: "stomach",
                10: "left adrenal gland", 11: "right adrenal gland", 12: "urinary bladder",
                13: "coeliac trunk", 14: "colon", 15: "duodenum", 16: "oesophagus",
                17: "left femur", 18: "right femur", 19: "hepatic vessel", 20: "small bowel",
                21: "left lung", 22: "right lung", 23: "portal and splenic vein",
                24: "prostate", 25: "rectum",
            },
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/"
        "Dataset023_AbdomenAtlas1_1Mini.py",
    ),
    verified="loader",
)  # fmt: skip
