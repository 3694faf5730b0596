"""WORD: sixteen abdominal organs on CT for radiotherapy planning.

One value stands for both adrenal glands; kidneys and femoral heads have sides. Labels of the test
set were released later: it stays a benchmark. The archive is handed out on request, with a
password; scribble labels ship apart and are not read.
"""

from gmai_data import Files, Mask, Source, Term

ORGANS = {
    1: "liver", 2: "spleen", 3: "left kidney", 4: "right kidney", 5: "stomach",
    6: "gallbladder", 7: "oesophagus", 8: "pancreas", 9: "duodenum", 10: "colon",
    11: "small bowel", 12: "adrenal gland", 13: "rectum", 14: "urinary bladder",
    15: "left femoral head", 16: "right femoral head",
}  # fmt: skip

SOURCE = Source(
    name="word",
    title="WORD (Whole abdominal ORgan Dataset)",
    version="1.0.0",
    homepage="https://github.com/HiLab-git/WORD",
    license="LicenseRef-WORD",
    access="agreement",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    modality="CT",
    anatomy=("abdomen",),
    department="Oncology (Medical)",
    cite="Luo et al., Medical Image Analysis 2022, doi:10.1016/j.media.2022.102642",
    root=("WORD-V0.1.0", ""),
    cases=Files("images{set:Tr|Val|Ts}/word_{n:04d}.nii.gz"),
    subject="{n}",
    split=Term("{set}", {"Tr": "train", "Val": "val", "Ts": "test"}),
    labels=[Mask("labels{set}/word_{n}.nii.gz", names=ORGANS)],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/WORD.md",
    ),
    verified="loader",
)
