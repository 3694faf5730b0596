"""HaN-Seg: thirty organs at risk of the head and neck on CT.

A file per organ; an organ that has no file was not drawn: unknown, not absent. The MR beside is
not registered to the masks and not read. In case 19 image and masks do not match. `L` and `R` are
the patient's sides. Set 2, the test, is not public.
"""

from gmai_data import Files, Mask, Source

ORGANS = {
    "Arytenoid": "arytenoid cartilage",
    "Bone_Mandible": "mandible",
    "Brainstem": "brainstem",
    "BuccalMucosa": "buccal mucosa",
    "Cavity_Oral": "oral cavity",
    "Cricopharyngeus": "cricopharyngeus muscle",
    "Esophagus_S": "cervical oesophagus",
    "Glottis": "glottis",
    "Glnd_Thyroid": "thyroid gland",
    "Larynx_SG": "supraglottic larynx",
    "Lips": "lips",
    "OpticChiasm": "optic chiasm",
    "Pituitary": "pituitary gland",
    "SpinalCord": "spinal cord",
    **{
        raw.replace("@", letter): f"{side} {term}"
        for raw, term in {
            "A_Carotid_@": "carotid artery",
            "Cochlea_@": "cochlea",
            "Eye_A@": "anterior segment of the eye",
            "Eye_P@": "posterior segment of the eye",
            "Glnd_Lacrimal_@": "lacrimal gland",
            "Glnd_Submand_@": "submandibular gland",
            "OpticNrv_@": "optic nerve",
            "Parotid_@": "parotid gland",
        }.items()
        for letter, side in (("L", "left"), ("R", "right"))
    },
}

SOURCE = Source(
    name="han-seg",
    title="HaN-Seg (head and neck organs at risk)",
    version="1.0.0",
    homepage="https://zenodo.org/records/7442914",
    license="CC-BY-NC-ND-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    derivatives=False,
    modality="CT",
    anatomy=("head and neck",),
    department="Oncology (Medical)",
    cite="Podobnik et al., Medical Physics 2023, doi:10.1002/mp.16197",
    cases=Files("set_1/case_{case:02d}/case_{case}_IMG_CT.nrrd"),
    subject="{case}",
    labels=[Mask("set_1/case_{case}/case_{case}_OAR_{organ}.seg.nrrd", by="{organ}", names=ORGANS)],
    exclude={"19": "image and masks do not match"},
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/HaN-Seg.md",
    ),
    verified="loader",
)
