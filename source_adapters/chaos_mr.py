"""CHAOS MR: liver, kidneys and spleen on T1 in- and out-of-phase and T2-SPIR.

Labels are PNG per slice with ranges of grey, not numbers. The T1 masks hold for both phases and
bear the file names of one (from memory); T1 and T2 are not registered. Test sets have no masks:
unknown, not empty. Known trap: the order of PNGs may run against that of the slices, so sides are
to be checked on a real copy.
"""

from gmai_data import UNKNOWN, DicomSeries, Mask, Source, Term

SOURCE = Source(
    name="chaos-mr",
    title="CHAOS MR (T1-DUAL, T2-SPIR)",
    version="1.0.0",
    homepage="https://chaos.grand-challenge.org",
    license="CC-BY-NC-SA-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    benchmark=("test",),
    modality="MR",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    cite="Kavur et al., Medical Image Analysis 2021, doi:10.1016/j.media.2020.101950",
    cases=DicomSeries(
        (
            "{set:Train_Sets|Test_Sets}/MR/{patient:d}/{seq:T1DUAL|T2SPIR}/DICOM_anon/"
            "{phase:InPhase|OutPhase}/*.dcm",
            "{set:Train_Sets|Test_Sets}/MR/{patient:d}/{seq:T1DUAL|T2SPIR}/DICOM_anon/*.dcm",
        )
    ),
    subject="{patient}",
    study="{patient}",
    split=Term("{set}", {"Train_Sets": "train", "Test_Sets": "test"}),
    labels=[
        Mask(
            "{set}/MR/{patient}/{seq}/Ground/*.png",
            form="png-stack",
            names={
                range(55, 71): "liver",
                range(110, 136): "right kidney",
                range(175, 201): "left kidney",
                range(240, 256): "spleen",
            },
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/chaos.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
    ),
    verified="loader",
)
