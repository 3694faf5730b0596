"""Wrong options for multiple choice: from the declaration and closed lists, never from the data.

Rendezvous hashing: every candidate gets a score from the question's salt and its own name, and the
highest scores win. A new term changes only the questions it wins; a new source changes none.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import Final

from gmai_data import vocabulary
from gmai_data.canonical import hash64
from gmai_data.vocabulary import Term
from gmai_data.words.facts import KIND_OF_TERM

# What a region of such a picture can hold, no two of them at once: for annotations that tell
# too few names apart. A row lies in one part of the body; a structure has no rivals elsewhere (a
# patella beside parts of the brain shows nothing but haste). Terms of the vocabulary; adding one
# changes only the questions it wins.
_REGIONS: Final[dict[tuple[str, str], tuple[tuple[str, ...], ...]]] = {
    ("CT", "finding"): (
        ("subdural haemorrhage", "brain tumour", "infarct"),
        ("lung nodule", "pleural effusion", "rib fracture"),
        ("liver cyst", "kidney stone", "gallstone", "ascites"),
        ("aneurysm",), ("abscess",),
    ),
    ("CT", "organ"): (
        ("brainstem", "cerebellum", "eye", "mandible", "parotid gland"),
        ("trachea", "heart", "aorta", "sternum"),
        ("liver", "spleen", "kidney", "pancreas", "stomach", "gallbladder", "aorta"),
        ("urinary bladder", "femur", "sacrum", "rectum"),
    ),
    ("MR", "finding"): (
        ("brain tumour", "multiple sclerosis lesion", "infarct"),
        ("uterine fibroid", "prostate lesion", "ovarian cyst"),
        ("disc herniation",), ("liver cyst",), ("meniscal tear",), ("abscess",),
    ),
    ("MR", "organ"): (
        ("hippocampus", "cerebellum", "thalamus", "putamen", "brainstem"),
        ("left ventricle", "right ventricle", "left atrium", "right atrium"),
        ("liver", "spleen", "kidney", "pancreas", "gallbladder", "aorta"),
        ("prostate", "urinary bladder", "uterus", "rectum", "femoral head"),
        ("spinal cord", "vertebral body", "intervertebral disc"),
        ("femur", "patella", "tibia", "meniscus"),
    ),
    ("X-Ray", "finding"): (
        ("pleural effusion", "pneumothorax", "lung nodule", "atelectasis"),
        ("fracture", "osteophyte", "dislocation"),
        ("breast calcification",),
    ),
    ("X-Ray", "organ"): (
        ("clavicle", "scapula", "radius", "humerus"),
        ("femur", "tibia", "fibula", "patella"),
    ),
    ("Ultrasound", "finding"): (
        ("gallstone", "kidney stone", "ascites"),
        ("thyroid nodule",), ("breast mass",), ("ovarian cyst",), ("pericardial effusion",),
        ("abscess",),
    ),
    ("Ultrasound", "organ"): (
        ("gallbladder", "kidney", "spleen", "pancreas"),
        ("urinary bladder", "prostate", "uterus"),
        ("thyroid gland", "carotid artery", "jugular vein"),
        ("left ventricle", "right ventricle", "left atrium", "right atrium"),
        ("fetal head", "fetal abdomen", "placenta"),
    ),
    ("Endoscopy", "finding"): (
        ("polyp", "ulcer", "erosion", "oesophageal varices", "angiectasia", "foreign body",
         "impacted stool"),
    ),
    ("Endoscopy", "instrument"): (
        ("grasper", "scissors", "clipper", "needle driver", "snare", "hook", "irrigator",
         "specimen bag"),
    ),
    ("Fundus Photography", "finding"): (
        ("hard exudate", "microaneurysm", "cotton-wool spot", "drusen", "retinal haemorrhage",
         "laser scar", "macular hole"),
    ),
    ("Fundus Photography", "organ"): (("optic disc", "macula", "retinal vessel"),),
    ("OCT", "finding"): (
        ("intraretinal fluid", "subretinal fluid", "pigment epithelial detachment", "drusen",
         "epiretinal membrane", "macular hole"),
    ),
    ("Dermoscopy", "finding"): (
        ("pigment network", "milia-like cyst", "blue-white veil", "streaks", "negative network"),
    ),
    ("Microscopy", "cell"): (
        ("erythrocyte", "platelet", "neutrophil", "lymphocyte", "monocyte", "eosinophil",
         "basophil"),
    ),
    ("Pathology", "cell"): (
        ("lymphocyte", "plasma cell", "macrophage", "neutrophil", "epithelial cell"),
    ),
}  # fmt: skip
# In every box of the body there is some of it: neither asked for nor offered.
EVERYWHERE: Final = frozenset({
    "muscle", "bone", "fat", "subcutaneous fat", "soft tissue", "blood vessel", "whole body",
})  # fmt: skip
# Parts of the body, as the vocabulary's lineages name them, that one picture often holds.
_NEIGHBOURS: Final = tuple(map(frozenset, (
    ("head", "head and neck", "neck"), ("neck", "chest"), ("chest", "abdomen"),
    ("abdomen", "pelvis"), ("pelvis", "lower limb"), ("chest", "upper limb"), ("fetus", "pelvis"),
)))  # fmt: skip
_TRUNK: Final = frozenset({"neck", "chest", "abdomen", "pelvis", "spine"})
_LIMBS: Final = {
    "clavicle": "upper limb", "scapula": "upper limb", "humerus": "upper limb",
    "radius": "upper limb", "ulna": "upper limb", "carpal bones": "upper limb",
    "pelvic bone": "pelvis", "hip bone": "pelvis", "femur": "lower limb", "patella": "lower limb",
    "tibia": "lower limb", "fibula": "lower limb",
}  # fmt: skip
_PLACED: Final = {
    **_LIMBS, "gluteus maximus": "pelvis", "gluteus medius": "pelvis", "gluteus minimus": "pelvis",
    "erector spinae": "spine", "pectoral muscle": "chest", "soleus muscle": "lower limb",
    "medial gastrocnemius muscle": "lower limb", "lateral gastrocnemius muscle": "lower limb",
    "quadriceps femoris": "lower limb", "sartorius": "lower limb",
    "prostate or uterus": "pelvis",
}  # fmt: skip
_PARTS: Final = frozenset().union(_TRUNK, *_NEIGHBOURS)
# No rivals though neither is the other: the whole lies where its part does, one thing brings the
# other with it, and of an eye with one of two diseases the other is often true as well.
_BOTH_TRUE: Final[dict[str, frozenset[str]]] = {
    "mediastinum": frozenset({"heart", "oesophagus", "aorta", "trachea", "airway", "thymus"}),
    "maxilla": frozenset({"maxillary sinus", "tooth"}),
    "mandible": frozenset({"mandibular canal", "tooth"}),
    "lung": frozenset({
        "costophrenic angle", "cardiophrenic angle", "hemidiaphragm", "rib", "bronchus", "airway",
        "pleura", "pleural cavity", "hemithorax",
    }),
    "liver": frozenset({"gallbladder", "portal vein", "inferior vena cava", "hepatic vein"}),
    "heart": frozenset({"aorta", "ascending aorta", "descending aorta", "oesophagus"}),
    "skull": frozenset({"brain"}),
    "oral cavity": frozenset({"mandible", "maxilla"}),
    "uterus": frozenset({"fetus", "fetal head", "fetal abdomen", "placenta"}),
    "bone": frozenset(_LIMBS),
    "hand": frozenset({"wrist", "forearm", "carpal bones"}),
    "forearm": frozenset({"wrist", "elbow", "radius", "ulna"}),
    "elbow": frozenset({"humerus", "radius", "ulna"}),
    "wrist": frozenset({"carpal bones", "radius", "ulna"}),
    "shoulder": frozenset({"humerus", "clavicle", "scapula"}),
    "hip": frozenset({"femur", "pelvis", "pelvic bone", "hip bone"}),
    "knee": frozenset({"femur", "patella", "tibia", "fibula"}),
    "thigh": frozenset({"femur"}),
    "ankle": frozenset({"foot", "tibia", "fibula"}),
    "age-related macular degeneration": frozenset({"drusen", "choroidal neovascularisation"}),
    "diabetic retinopathy": frozenset({"diabetic macular oedema"}),
    "drusen": frozenset({"pigment epithelial detachment"}),
    "atelectasis": frozenset({"pleural effusion", "pneumothorax"}),
    "fracture": frozenset({"dislocation"}),
    "ulcer": frozenset({"erosion"}),
}  # fmt: skip
LETTERS: Final = "ABCDEFGHIJ"
_MASK: Final = (1 << 64) - 1


@functools.cache
def _of_name(name: str) -> int:
    return hash64("distractor", name)


def _mix(value: int) -> int:
    """The finaliser of splitmix64: every bit of the input moves every bit of the output."""
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _MASK
    return value ^ (value >> 31)


def rank(candidates: Iterable[str], salt: int) -> list[str]:
    """Candidates by descending score; equal everywhere for an equal salt."""
    unique = dict.fromkeys(candidates)
    return sorted(unique, key=lambda name: (-_mix(_of_name(name) ^ salt), name))


def _both_true(name: str, other: Term) -> bool:
    base = other.base or other.term
    return base in _BOTH_TRUE.get(name, ()) or name in _BOTH_TRUE.get(base, ())


def terms_for(
    correct: str, true: Iterable[str], pool: Sequence[str], salt: int, count: int = 3
) -> tuple[str, ...]:
    """Up to ``count`` terms of ``pool`` that are wrong for sure.

    None is, or is more general or more specific than, the correct answer or anything true of the
    image; all are of the correct answer's kind; no two say the same.
    """
    known = vocabulary.load()
    kind = KIND_OF_TERM.get(known.lookup(correct).kind)
    taken = [correct, *true]
    chosen: list[str] = []
    for name in rank(pool, salt):
        term = known.get(name)
        if term is None or KIND_OF_TERM.get(term.kind) != kind:
            continue
        base = term.base or term.term
        if any(known.related(base, other) for other in (*taken, *chosen)):
            continue
        if any(_both_true(base, known.lookup(other)) for other in taken):
            continue
        chosen.append(base)
        if len(chosen) == count:
            break
    return tuple(chosen)


def region_pool(modality: str, kind: str, near: str, known: Sequence[str] = ()) -> tuple[str, ...]:
    """Names that a region of such a picture can have, for a kind of fact; none for most kinds.

    Those of the part of the body that ``near`` lies in; of several (an aorta), the one that the
    ``known`` names of the annotation lie in. Of findings the other parts' too where it holds fewer
    than two others: a thyroid nodule has no rival in the neck.
    """
    rows = _REGIONS.get((modality, kind), ())
    here = [row for row in rows if near in row]
    most = max((len({*row} & {*known}) for row in here), default=0)
    here = [row for row in here if len({*row} & {*known}) == most]
    own = dict.fromkeys(name for row in here for name in row)
    if kind == "finding" and 0 < len(own) < 3:
        own = dict.fromkeys(name for row in rows for name in row)
    return tuple(own)


def nearby(correct: str, pool: Sequence[str]) -> tuple[str, ...]:
    """The names of a pool of structures that lie where ``correct`` does; all, if none says where.

    Those of the same whole (lobes of the lung, ribs), if they are two; those of its own part of
    the body, if they are; else with those of the parts beside it. What lies in no one part, as
    most vessels, is a rival anywhere in the trunk.
    """
    known = vocabulary.load()
    pool = [name for name in pool if name not in EVERYWHERE]
    part = _part_of_body(correct)
    if not part:
        return tuple(pool)
    whole = known.ancestors(correct)[:1]
    same = tuple(name for name in pool if name != correct and known.ancestors(name)[:1] == whole)
    if whole and len(same) >= 2:
        return same
    where = {name: _part_of_body(name) for name in pool}
    own = [name for name in pool if where[name] == part and name != correct]
    return tuple(
        own if len(own) >= 2 else (n for n in pool if n != correct and _beside(part, where[n]))
    )


def _part_of_body(name: str) -> str:
    line = (name, *vocabulary.load().ancestors(name))
    placed = (_PLACED.get(one, one) for one in line)
    return next((part for part in placed if part in _PARTS), "")


def _beside(one: str, other: str) -> bool:
    if one == other or any(one in pair and other in pair for pair in _NEIGHBOURS):
        return True
    return one in _TRUNK and (not other or (other in _TRUNK and "spine" in (one, other)))


@functools.cache
def is_general(name: str) -> bool:
    """Has the vocabulary more special terms of it? ``lesion`` and ``tumour`` have."""
    return name in {term.parent for term in vocabulary.load().terms.values()}


def lettered(correct: str, wrong: Sequence[str], seed: int) -> tuple[tuple[str, ...], str]:
    """Options in letter order and the letter of the correct one; both by the sample's seed."""
    letter = seed % (len(wrong) + 1)
    order = list(rank(wrong, _mix(seed)))
    order.insert(letter, correct)
    return tuple(order), LETTERS[letter]
