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
# too few names apart. Terms of the vocabulary; adding one changes only the questions it wins.
_REGIONS: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("CT", "finding"): (
        "lung nodule", "pleural effusion", "liver cyst", "kidney stone", "gallstone",
        "subdural haemorrhage", "rib fracture", "aneurysm", "ascites", "abscess",
    ),
    ("CT", "organ"): (
        "liver", "spleen", "kidney", "pancreas", "stomach", "urinary bladder", "aorta",
        "gallbladder", "trachea", "heart", "femur", "sternum",
    ),
    ("MR", "finding"): (
        "brain tumour", "multiple sclerosis lesion", "infarct", "disc herniation",
        "uterine fibroid", "prostate lesion", "liver cyst", "ovarian cyst", "meniscal tear",
        "abscess",
    ),
    ("MR", "organ"): (
        "liver", "spleen", "kidney", "prostate", "urinary bladder", "spinal cord", "left ventricle",
        "hippocampus", "cerebellum", "uterus", "femur", "patella",
    ),
    ("X-Ray", "finding"): (
        "fracture", "pleural effusion", "pneumothorax", "lung nodule", "osteophyte", "dislocation",
        "atelectasis", "breast calcification",
    ),
    ("X-Ray", "organ"): (
        "clavicle", "femur", "tibia", "mandible", "scapula", "radius", "patella", "humerus",
    ),
    ("Ultrasound", "finding"): (
        "thyroid nodule", "breast mass", "gallstone", "kidney stone", "ovarian cyst", "ascites",
        "pericardial effusion", "abscess",
    ),
    ("Ultrasound", "organ"): (
        "gallbladder", "urinary bladder", "thyroid gland", "left ventricle", "uterus", "kidney",
        "fetal head", "prostate", "carotid artery", "jugular vein",
    ),
    ("Endoscopy", "finding"): (
        "polyp", "ulcer", "erosion", "oesophageal varices", "angiectasia", "foreign body", "blood",
        "impacted stool",
    ),
    ("Endoscopy", "instrument"): (
        "grasper", "scissors", "clipper", "needle driver", "snare", "hook", "irrigator",
        "specimen bag",
    ),
    ("Fundus Photography", "finding"): (
        "hard exudate", "microaneurysm", "cotton-wool spot", "drusen", "retinal haemorrhage",
        "laser scar", "macular hole",
    ),
    ("Fundus Photography", "organ"): ("optic disc", "macula", "retinal vessel"),
    ("OCT", "finding"): (
        "intraretinal fluid", "subretinal fluid", "pigment epithelial detachment", "drusen",
        "epiretinal membrane", "macular hole",
    ),
    ("Dermoscopy", "finding"): (
        "pigment network", "milia-like cyst", "blue-white veil", "streaks", "negative network",
    ),
    ("Microscopy", "cell"): (
        "erythrocyte", "platelet", "neutrophil", "lymphocyte", "monocyte", "eosinophil", "basophil",
    ),
    ("Pathology", "cell"): (
        "lymphocyte", "plasma cell", "macrophage", "neutrophil", "epithelial cell",
    ),
}  # fmt: skip
# Of these lists, what lies in one part of the body: a thyroid nodule is no rival of a kidney stone.
_TOGETHER: Final[tuple[frozenset[str], ...]] = tuple(map(frozenset, (
    ("brain tumour", "multiple sclerosis lesion", "infarct", "subdural haemorrhage"),
    ("lung nodule", "pleural effusion", "rib fracture", "pneumothorax", "atelectasis"),
    ("liver cyst", "kidney stone", "gallstone", "ascites"),
    ("uterine fibroid", "prostate lesion", "ovarian cyst"),
    ("fracture", "osteophyte", "dislocation"),
    ("liver", "spleen", "kidney", "pancreas", "stomach", "gallbladder", "aorta"),
    ("trachea", "heart", "aorta", "sternum"),
    ("thyroid gland", "carotid artery", "jugular vein"),
    ("urinary bladder", "prostate", "uterus", "fetal head"),
    ("clavicle", "scapula", "radius", "humerus"),
    ("femur", "tibia", "patella"),
)))  # fmt: skip
# No rivals though neither is the other: the whole lies where its part does, and of an eye with one
# of two diseases the other is often true as well.
_BOTH_TRUE: Final[dict[str, frozenset[str]]] = {
    "mediastinum": frozenset({"heart", "oesophagus", "aorta", "trachea", "airway", "thymus"}),
    "maxilla": frozenset({"maxillary sinus", "tooth"}),
    "mandible": frozenset({"mandibular canal", "tooth"}),
    "age-related macular degeneration": frozenset({"drusen", "choroidal neovascularisation"}),
    "diabetic retinopathy": frozenset({"diabetic macular oedema"}),
}
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


def region_pool(modality: str, kind: str, near: str = "") -> tuple[str, ...]:
    """Names that a region of such a picture can have, for a kind of fact; none for most kinds.

    Only those of the part of the body that ``near`` lies in, if they make two wrong options.
    """
    names = _REGIONS.get((modality, kind), ())
    for group in _TOGETHER:
        beside = tuple(name for name in names if name in group)
        if near in group and len(beside) > 2:
            return beside
    return names


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
