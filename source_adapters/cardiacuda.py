"""CardiacUDA: echocardiographic clips of six sites, as images alone.

Some frames of a clip have a map of four values, which is not read: sources disagree on what they
stand for (2, 3 and 4 are two atria and the right ventricle in three orders, or the myocardium), and
some maps are said to be outlines that nobody filled. Patients are numbered anew at each site;
`label_all_frame` holds clips of patients whose site is not said and is left out. Time is the last
axis: frames are shown as stored.
"""

from gmai_data import Files, Source

SOURCE = Source(
    name="cardiacuda",
    title="CardiacUDA (echocardiographic clips)",
    version="1.0.0",
    homepage="https://github.com/xmed-lab/GraphEcho",
    license="LicenseRef-CardiacUDA",
    access="open",
    modality="Ultrasound",
    sequence="echocardiography",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    display="as stored",
    cite="Yang et al., GraphEcho, ICCV 2023, arXiv:2309.11145",
    root=("cardiacUDC_dataset", ""),
    cases=Files(
        "Site_{site}/{kind:patient|normal}-{n:d}-{view:d}_image.{:nii|nii.gz}",
    ),
    subject="{site}-{kind}-{n}",
    study="{site}-{kind}-{n}",
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/CardiacUDA.md",
        'public code search for "cardiacUDC_dataset" (three orders of the values)',
    ),
    verified="loader",
)
