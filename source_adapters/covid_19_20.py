"""COVID-19-20: lesions of COVID-19 pneumonia on CT, drawn in every training case.

Image and label differ by their last word. Validation labels are hidden: unknown. CTSpine1K and
CTPelvic1K reuse some of these scans. The licence is that of a mirror.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="covid-19-20",
    title="COVID-19-20 lesion segmentation",
    version="1.0.0",
    homepage="https://covid-segmentation.grand-challenge.org/COVID-19-20/",
    license="CC-BY-4.0",
    access="registration",
    derived_from=("tcia-ct-images-in-covid-19",),
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="lung",
    cite="Roth et al., Medical Image Analysis 2022, doi:10.1016/j.media.2022.102605",
    root=("COVID-19-20_v2", ""),
    cases=Files("{set:Train|Validation}/volume-covid19-A-{n:04d}_ct.nii.gz"),
    subject="{n}",
    split=Term("{set}", {"Train": "train", "Validation": "val"}),
    labels=[
        Mask(
            "{set}/volume-covid19-A-{n}_seg.nii.gz", names={1: "infection lesion"}, missing=UNKNOWN
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/covid19_20.py",
        "https://github.com/MIC-DKFZ/nnUNet@nnunetv1 nnunet/dataset_conversion/"
        "Task115_COVIDSegChallenge.py",
    ),
    verified="loader",
)
