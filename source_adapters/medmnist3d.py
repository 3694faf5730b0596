"""MedMNIST 3D: cubes of 28 voxels of organs, lung nodules, rib fractures and synapses.

Of each cube the middle slice is shown, at 28 by 28. The sets of adrenal glands and vessels are
shapes (masks), not images, and are not read, nor are the files with 64 voxels. Malignancy of
nodules is the opinion of readers of LIDC-IDRI. Patient ids are lost: only the official split keeps
patients apart. Planes and handedness of a cube are not known; sides are those of the names.
"""

from gmai_data import NO_SUBJECT, Arrays, Class, Source, Term

LABELS = {
    "organ": (
        "liver", "right kidney", "left kidney", "right femur", "left femur", "urinary bladder",
        "heart", "right lung", "left lung", "spleen", "pancreas",
    ),
    "nodule": ("benign lung nodule", "malignant lung nodule"),
    "fracture": ("buckle rib fracture", "non-displaced rib fracture", "displaced rib fracture"),
    "synapse": ("inhibitory synapse", "excitatory synapse"),
}  # fmt: skip

SOURCE = Source(
    name="medmnist3d",
    title="MedMNIST v2 3D (organ, nodule, fracture, synapse)",
    version="2.0.0",
    homepage="https://medmnist.com/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    derived_from=("lits", "lidc-idri", "ribfrac"),
    modality=Term(
        "{set}", {"organ": "CT", "nodule": "CT", "fracture": "CT", "synapse": "Microscopy"}
    ),
    cite="Yang et al., MedMNIST v2, Scientific Data 2023, doi:10.1038/s41597-022-01721-8",
    cases=Arrays(
        "{set:organ|nodule|fracture|synapse}mnist3d.npz!{split:train|val|test}_images",
        axes="NDHW",
    ),
    subject=NO_SUBJECT,
    split="{split}",
    labels=[
        Class(array="{set}mnist3d.npz!{split}_labels", names=names, where={"set": name})
        for name, names in LABELS.items()
    ],
    evidence=(
        "https://github.com/MedMNIST/MedMNIST medmnist/info.py",
        "https://github.com/fepegar/torchio src/torchio/datasets/medmnist.py",
    ),
    verified="loader",
)
