"""HCP Young Adult: T1 MR of healthy adults at 0.7 mm, unprocessed.

There are no labels of images: that volunteers are healthy is not stated per image. Twins and
siblings are among them, and only the restricted data say who is whose: splits by subject may part a
family. Age and sex are in a table of behaviour that is not read. Archives may stay packed.
"""

from gmai_data import Files, Source

SOURCE = Source(
    name="hcp-ya",
    title="HCP Young Adult S1200 (structural)",
    version="1.0.0",
    homepage="https://www.humanconnectome.org/study/hcp-young-adult",
    license="LicenseRef-HCP-Open-Access-Data-Use-Terms",
    access="registration",
    redistribution=False,
    send_to_api=False,
    modality="MR",
    sequence="T1w",
    anatomy=("brain",),
    cite="Van Essen et al., NeuroImage 2013, doi:10.1016/j.neuroimage.2013.05.041",
    cases=Files(
        "{subject:6}_3T_Structural_unproc.zip!"
        "{subject}/unprocessed/3T/T1w_MPR{run:d}/{subject}_3T_T1w_MPR{run}.nii.gz"
    ),
    subject="{subject}",
    evidence=("https://github.com/neuro-ml/amid amid/hcp.py",),
    verified="loader",
)
