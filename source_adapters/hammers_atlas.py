"""Hammers n30r95: 95 regions of the brain drawn on T1-weighted MR of thirty healthy adults.

Lists of these numbers in public code say right for odd ones up to 18 and for 45 and 47, left for
the first of all other pairs; one loader of the files has every side the other way round, so that
numbers and headers may contradict each other. So no side is named, only the region. The
lateral ventricle (45, 46) is without its temporal horn, the brainstem without the substantia nigra.
"""

from gmai_data import Files, Mask, Source

PAIRS = {  # first of two values, one for each side
    1: "hippocampus",
    3: "amygdala",
    5: "medial part of the anterior temporal lobe",
    7: "lateral part of the anterior temporal lobe",
    9: "parahippocampal and ambient gyri",
    11: "central part of the superior temporal gyrus",
    13: "middle and inferior temporal gyri",
    15: "fusiform gyrus",
    17: "cerebellum",
    20: "posterior long gyrus of the insula",
    22: "lateral part of the occipital lobe",
    24: "anterior cingulate gyrus",
    26: "posterior cingulate gyrus",
    28: "middle frontal gyrus",
    30: "posterior part of the temporal lobe",
    32: "angular gyrus",
    34: "caudate nucleus",
    36: "nucleus accumbens",
    38: "putamen",
    40: "thalamus",
    42: "globus pallidus",
    45: "lateral ventricle",
    47: "temporal horn of the lateral ventricle",
    50: "precentral gyrus",
    52: "straight gyrus",
    54: "anterior orbital gyrus",
    56: "inferior frontal gyrus",
    58: "superior frontal gyrus",
    60: "postcentral gyrus",
    62: "superior parietal lobule",
    64: "lingual gyrus",
    66: "cuneus",
    68: "medial orbital gyrus",
    70: "lateral orbital gyrus",
    72: "posterior orbital gyrus",
    74: "substantia nigra",
    76: "subgenual frontal cortex",
    78: "subcallosal area",
    80: "presubgenual frontal cortex",
    82: "anterior part of the superior temporal gyrus",
    84: "supramarginal gyrus",
    86: "anterior short gyrus of the insula",
    88: "middle short gyrus of the insula",
    90: "posterior short gyrus of the insula",
    92: "anterior inferior cortex of the insula",
    94: "anterior long gyrus of the insula",
}

SOURCE = Source(
    name="hammers-atlas",
    title="Hammers brain atlases (n30r95)",
    version="1.0.0",
    homepage="http://www.brain-development.org/brain-atlases/",
    license="LicenseRef-Hammers-Atlases",
    access="agreement",
    redistribution=False,
    commercial=False,
    modality="MR",
    sequence="T1w",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Hammers et al., Human Brain Mapping 2003; Faillenot et al., NeuroImage 2017",
    cases=Files("a{n:2}.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "a{n}-seg.nii.gz",
            names={
                **{n + side: name for n, name in PAIRS.items() for side in (0, 1)},
                19: "brainstem",
                44: "corpus callosum",
                49: "third ventricle",
            },
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        'public code search for "TL hippocampus R" (the list of numbers)',
    ),
    verified="loader",
)
