"""mu-RegPro: the prostate on T2w MR and on 3D transrectal ultrasound of the same patient.

Labels are 4D, a layer per structure: the first is the gland, the others are landmarks that match
between MR and ultrasound and have no names; only the gland is read. That the layers are so is from
memory. The two images of a patient are not aligned and are cases of one study.
"""

from gmai_data import Files, Mask, Source, Term

SOURCE = Source(
    name="uregpro",
    title="mu-RegPro (MR to ultrasound registration, prostate)",
    version="1.0.0",
    homepage="https://zenodo.org/records/7870104",
    license="CC-BY-NC-SA-4.0",
    access="open",
    commercial=False,
    modality=Term("{kind}", {"mr": "MR", "us": "Ultrasound"}),
    anatomy=("prostate",),
    department="Urology",
    cite="Baum et al., mu-RegPro, Zenodo 2023, doi:10.5281/zenodo.7870104",
    cases=Files("{set:train|val}/{kind:mr|us}_images/case{n:06d}.nii.gz"),
    subject="{n}",
    study="{n}",
    split="{set}",
    labels=[Mask("{set}/{kind}_labels/case{n}.nii.gz", form="binary", name="prostate", frame="0")],
    evidence=(
        'public code search for "nifti_data/train"',
        "https://github.com/muregpro/Baseline-Networks README",
    ),
    verified="loader",
)
