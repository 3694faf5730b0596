"""SegRap 2023: 45 organs at risk and two tumour volumes of nasopharyngeal cancer on paired CT.

The plain and the contrast CT of a patient are registered and share the masks; each is a case.
Read is the file of each structure: structures may lie in one another (the hippocampus in the
temporal lobe). The merged maps beside cut such overlaps out as classes of their own, and are not
read. `L` and `R` are the patient's sides.
"""

from gmai_data import Files, Mask, Source

STRUCTURES = {
    "Brain": "brain",
    "BrainStem": "brainstem",
    "Chiasm": "optic chiasm",
    "Esophagus": "oesophagus",
    "GTVnd": "nodal gross tumour volume",
    "GTVp": "primary gross tumour volume",
    "Larynx": "larynx",
    "Larynx_Glottic": "glottis",
    "Larynx_Supraglot": "supraglottic larynx",
    "OralCavity": "oral cavity",
    "PharynxConst": "pharyngeal constrictor muscle",
    "Pituitary": "pituitary gland",
    "SpinalCord": "spinal cord",
    "Thyroid": "thyroid gland",
    "Trachea": "trachea",
    **{
        f"{raw}_{letter}": f"{side} {term}"
        for raw, term in {
            "Cochlea": "cochlea",
            "ETbone": "bony part of the Eustachian tube",
            "Eye": "eye",
            "Hippocampus": "hippocampus",
            "IAC": "internal acoustic canal",
            "Lens": "lens",
            "Mandible": "hemimandible",
            "Mastoid": "mastoid process",
            "MiddleEar": "middle ear",
            "OpticNerve": "optic nerve",
            "Parotid": "parotid gland",
            "Submandibular": "submandibular gland",
            "TMjoint": "temporomandibular joint",
            "TemporalLobe": "temporal lobe",
            "TympanicCavity": "tympanic cavity",
            "VestibulSemi": "vestibule and semicircular canals",
        }.items()
        for letter, side in (("L", "left"), ("R", "right"))
    },
}
FOLDER = "SegRap2023_Training_Set_120cases"

SOURCE = Source(
    name="segrap2023",
    title="SegRap 2023 (nasopharyngeal cancer radiotherapy)",
    version="1.0.0",
    homepage="https://segrap2023.grand-challenge.org/",
    license="LicenseRef-SegRap2023",
    access="registration",
    redistribution=False,
    modality="CT",
    anatomy=("head and neck",),
    department="Oncology (Medical)",
    cite="Luo et al., SegRap2023, Medical Image Analysis 2025, doi:10.1016/j.media.2024.103447",
    cases=Files(f"{FOLDER}/segrap_{{n:04d}}/{{phase:image|image_contrast}}.nii.gz"),
    subject="{n}",
    study="{n}",
    labels=[
        Mask(
            f"{FOLDER}/segrap_{{n}}/{{structure:{'|'.join(sorted(STRUCTURES))}}}.nii.gz",
            by="{structure}",
            names=STRUCTURES,
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/SegRap2023.md",
        "https://github.com/HiLab-git/SegRap2023 Tutorial/postprocessing.py",
    ),
    verified="loader",
)
