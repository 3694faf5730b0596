"""mu-RegPro: the prostate on T2w MR and on 3D transrectal ultrasound of the same patient.

Labels are 4D, a layer per structure: the first is the gland, the others are landmarks that match
between MR and ultrasound and have no names; only the gland is read. That the layers are so is from
memory. The two images of a patient are not aligned and are cases of one study; how the ultrasound
volume lies in the patient is not said, so it is shown as stored, without a plane.
"""

from gmai_data import Files, Layout, Mask, Source

SOURCE = Source(
    name="uregpro",
    title="mu-RegPro (MR to ultrasound registration, prostate)",
    version="1.0.0",
    homepage="https://zenodo.org/records/7870104",
    license="CC-BY-NC-SA-4.0",
    access="open",
    commercial=False,
    anatomy=("prostate",),
    department="Urology",
    cite="Baum et al., mu-RegPro, Zenodo 2023, doi:10.5281/zenodo.7870104",
    subject="{n}",
    study="{n}",
    split="{set}",
    parts=(
        Layout(
            "mr",
            cases=Files("{set:train|val}/mr_images/case{n:06d}.nii.gz"),
            modality="MR",
            labels=[
                Mask("{set}/mr_labels/case{n}.nii.gz", form="binary", name="prostate", frame="0")
            ],
        ),
        Layout(
            "ultrasound",
            cases=Files("{set:train|val}/us_images/case{n:06d}.nii.gz"),
            modality="Ultrasound",
            display="as stored",
            labels=[
                Mask("{set}/us_labels/case{n}.nii.gz", form="binary", name="prostate", frame="0")
            ],
        ),
    ),
    evidence=(
        'public code search for "nifti_data/train"',
        "https://github.com/muregpro/Baseline-Networks README",
    ),
    verified="loader",
)
