"""Duke DME (Chiu 2015): B-scans of eyes with diabetic macular oedema, fluid drawn by two graders.

A MATLAB file per subject holds 61 B-scans, each a case. Eleven of them were annotated; in the
others the masks hold no numbers, so a B-scan without fluid in its mask may not have been looked at:
nothing is said to be absent. Layers are rows of eight boundaries, not masks, and are not read, nor
are the automatic results. Which eye and which plane are not known.
"""

from gmai_data import Arrays, Mask, Source

FILE = "2015_BOE_Chiu/Subject_{subject:02d}.mat"

SOURCE = Source(
    name="duke-dme-chiu2015",
    title="Duke DME OCT (Chiu 2015)",
    version="1.0.0",
    homepage="https://people.duke.edu/~sf59/Chiu_BOE_2014_dataset.htm",
    license="LicenseRef-Duke-DME",
    access="open",
    modality="OCT",
    anatomy=("retina",),
    department="Ophthalmology",
    cite="Chiu et al., Biomedical Optics Express 2015, doi:10.1364/BOE.6.001155",
    cases=Arrays(f"{FILE}!images", axes="HWN"),
    subject="{subject}",
    labels=[
        Mask(
            "2015_BOE_Chiu/Subject_{subject}.mat!manualFluid{rater:1|2}",
            form="binary",
            threshold=0,  # a number per blob; not a number where nobody looked
            name="retinal fluid",
            rater="{rater}",
        )
    ],
    evidence=('public code search for "manualFluid1"',),
    verified="loader",
)
