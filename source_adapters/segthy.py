"""SegThy: thyroid, carotid arteries and jugular veins on neck MR and 3D ultrasound of volunteers.

MR has two label folders; the one with vessels is read where it is there, else the thyroid alone. Of
the two values per vessel one is left and one right, in an order that was not seen: no side is
named: one public script calls 2 and 3 left in its table, right in its text. The thyroid label of
volunteer 005 has an extra empty layer, the second. Ultrasound labels hold vessels too, which public
readers give as 2 and 3 or, as on MR, 2 to 5: all are named. Ultrasound lies in the coordinates of
its tracking, not of the patient: it is shown as stored, without a plane. Licence from memory.
"""

from gmai_data import UNKNOWN, Files, First, Layout, Mask, Source

MR = "MRI_volunteer_dataset"
US = "US_volunteer_dataset/ground_truth_data"

SOURCE = Source(
    name="segthy",
    title="SegThy (thyroid MR and ultrasound)",
    version="1.0.0",
    homepage="https://www.cs.cit.tum.de/camp/publications/segthy-dataset/",
    license="CC-BY-4.0",
    access="open",
    anatomy=("thyroid gland",),
    department="Endocrinology",
    cite="Kronke et al., PLoS ONE 2022, doi:10.1371/journal.pone.0268550",
    subject="{n}",
    parts=(
        Layout(
            "mr",
            cases=Files(f"{MR}/MRI/{{n:3}}_MRI*.nii.gz"),
            modality="MR",
            labels=[
                First(
                    Mask(
                        f"{MR}/MRI_thyroid+jugular+carotid_label/{{n}}_*.nii.gz",
                        names={
                            1: "thyroid gland",
                            2: "carotid artery",
                            3: "jugular vein",
                            4: "carotid artery",
                            5: "jugular vein",
                        },
                    ),
                    Mask(
                        f"{MR}/MRI_thyroid_label/{{n}}_*.nii.gz",
                        names={1: "thyroid gland"},
                        frame="0",
                        missing=UNKNOWN,
                    ),
                )
            ],
        ),
        Layout(
            "ultrasound",
            cases=Files(f"{US}/US/{{n:3}}_{{scan}}_US.nii"),
            modality="Ultrasound",
            display="as stored",
            labels=[
                Mask(
                    f"{US}/US_thyroid_label/{{n}}_{{scan}}.nii",
                    names={
                        1: "thyroid gland",
                        2: "carotid artery",
                        3: "jugular vein",
                        4: "carotid artery",
                        5: "jugular vein",
                    },
                    missing=UNKNOWN,
                )
            ],
        ),
    ),
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/segthy.py",
        'public code search for "US_thyroid_label" and "IJV right" (values)',
    ),
    verified="loader",
)
