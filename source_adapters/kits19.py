"""KiTS19: kidney and kidney tumour on late arterial CT.

Cases 210 to 299 are the test set, without public labels. The kidney has no side in the labels, and
cysts are not told apart. Cases 15, 23, 37, 68, 125 and 133 are faulty according to nnU-Net and
nnDetection, which drop them. Patients are those of KiTS21 and KiTS23.
"""

from gmai_data import ABSENT, UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="kits19",
    title="KiTS19",
    version="1.0.0",
    homepage="https://github.com/neheller/kits19",
    license="CC-BY-NC-SA-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    derivatives=True,
    benchmark=("test",),
    modality="CT",
    anatomy=("kidney",),
    department="Urology",
    cite="Heller et al., The KiTS19 Challenge Data, arXiv:1904.00445",
    cases=Files("data/case_{case:05d}/imaging.nii.gz"),
    subject="{case}",
    split=Term("{case}", {range(210): "train", range(210, 300): "test"}),
    labels=[
        Mask(
            "data/case_{case}/segmentation.nii.gz",
            names={1: "kidney", 2: "kidney tumour"},
            includes={1: (2,)},  # the tumour is cut out of the kidney
            missing=UNKNOWN,
            empty=ABSENT,  # both are annotated in every case
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnDetection projects/Task011_Kits/README.md",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/KiTS19.md",
    ),
    verified="loader",
)
