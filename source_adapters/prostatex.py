"""PROSTATEx: transverse T2w of the prostate, with gland, zones and lesions drawn by a third party.

Masks are a repository of their own, whose lists name the T2w series (by its number) that each was
drawn on; another T2w series of the patient stays without. They were drawn on dcm2niix copies and
are put together with the DICOM by position. Names are irregular (`ProstateX-080`,
`VOLUME-0202_pz`), so the number counts. "Transition zone" here is the gland without the peripheral
zone. Findings, ADC, DWI and Ktrans are not read. 328 patients are in PI-CAI; test patients are 204
and above (from memory).
"""

from gmai_data import UNKNOWN, DicomSeries, Mask, Source, Table, Term

FILES = "PROSTATEx_masks/Files"
NAMED = {"T2": "ProstateX-{patient:d}_t2_tse_tra*_{number:d}"}  # of the series drawn on
GLAND = Table(f"{FILES}/prostate/image_list.csv", parse=NAMED, on=("patient", "number"))
LESIONS = Table(f"{FILES}/lesions/Image_list.csv", parse=NAMED, on=("patient", "number"))

SOURCE = Source(
    name="prostatex",
    title="PROSTATEx with masks of Cuocolo et al.",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/prostatex/",
    license="CC-BY-3.0",
    access="open",
    redistribution=True,
    commercial=True,
    modality="MR",
    sequence="T2w",
    anatomy=("prostate",),
    department="Urology",
    cite="Litjens et al., TCIA 2017, doi:10.7937/K9TCIA.2017.MURS5CL; Cuocolo et al., European "
    "Journal of Radiology 2021, doi:10.1016/j.ejrad.2021.109647",
    cases=DicomSeries(
        "PROSTATEx/ProstateX-{patient:d}/{visit}/{number:d}.000000-t2tsetra*/*.dcm",
    ),
    subject="{patient}",
    study="{patient}-{visit}",
    split=Term("{patient}", {range(0, 204): "train", range(204, 1000): "test"}),
    labels=[
        Mask(
            f"{FILES}/prostate/mask_prostate/{{:ProstateX|VOLUME}}-{{patient}}.nii.gz",
            form="binary",
            name="prostate",
            table=GLAND,
            missing=UNKNOWN,
        ),
        Mask(
            f"{FILES}/prostate/mask_{{:pz|tz}}/{{:ProstateX|VOLUME}}-{{patient}}_{{zone:pz|tz}}.nii.gz",
            form="binary",
            by="{zone}",
            names={"pz": "peripheral zone", "tz": "transition zone"},
            table=GLAND,
            missing=UNKNOWN,
        ),
        Mask(
            f"{FILES}/lesions/Masks/T2/ProstateX-{{patient}}-Finding{{finding:d}}-*.nii.gz",
            form="binary",
            name="prostate lesion",
            instances="{finding}",
            table=LESIONS,
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/prostatex.py",
        "https://github.com/rcuocolo/PROSTATEx_masks (file names)",
    ),
    verified="loader",
)
