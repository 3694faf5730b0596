"""DFU (Kaggle, Al-Nasiriyah): patches of diabetic foot ulcers and of healthy skin of the foot.

The folder is the label. The patches were cut from the whole photographs in `Original Images`;
those, `TestSet` and the pictures gathered for transfer learning have no label and are not declared.
Patches of one foot are not told apart, and there is no patient id. Photographs, not dermoscopy: the
modality is the nearest of the thirteen.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="dfu-kaggle",
    title="Diabetic Foot Ulcer (DFU), Kaggle",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/laithjj/diabetic-foot-ulcer-dfu",
    license="LicenseRef-not-stated",
    access="registration",
    modality="Dermoscopy",
    sequence="clinical photograph",
    anatomy=("foot",),
    department="Dermatology",
    cases=Files("Patches/{class:Abnormal(Ulcer)|Normal(Healthy skin)}/{stem}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "Abnormal(Ulcer)": "diabetic foot ulcer",
                "Normal(Healthy skin)": "healthy skin",
            },
        )
    ],
    evidence=(
        'public loader code (search for "Abnormal(Ulcer)"): DFU/Patches and its two folders',
    ),
    verified="loader",
)
