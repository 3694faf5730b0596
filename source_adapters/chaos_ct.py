"""CHAOS CT: liver on portal venous CT of healthy donors.

Labels are a PNG per slice, 255 inside the liver. Public loaders reverse the order of the PNGs
against the slices sorted upwards: check the order on a real copy. Test sets have no masks: unknown,
not empty. The patients are not those of CHAOS MR, although the folder numbers are.
"""

from gmai_data import UNKNOWN, DicomSeries, Mask, Source, Term

SOURCE = Source(
    name="chaos-ct",
    title="CHAOS CT (healthy liver)",
    version="1.0.0",
    homepage="https://chaos.grand-challenge.org",
    license="CC-BY-NC-SA-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    derivatives=True,
    benchmark=("test",),
    modality="CT",
    anatomy=("liver",),
    department="Gastroenterology and Hepatology",
    cite="Kavur et al., Medical Image Analysis 2021, doi:10.1016/j.media.2020.101950",
    cases=DicomSeries("{set:Train_Sets|Test_Sets}/CT/{patient:d}/DICOM_anon/*.dcm"),
    subject="{patient}",
    split=Term("{set}", {"Train_Sets": "train", "Test_Sets": "test"}),
    labels=[
        Mask(
            "{set}/CT/{patient}/Ground/*.png",
            form="png-stack",
            names={255: "liver"},
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/chaos.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
    ),
    verified="loader",
)
