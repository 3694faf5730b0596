"""English sentences of findings, as reports and models write them.

Slots: ``np`` a left kidney tumour, ``bare`` left kidney tumour, ``the`` the left kidney tumour,
``noun`` kidney tumour, ``pl`` kidney tumours, ``is``/``has``/``lies`` agree, ``pic`` the picture's
noun, ``side``, ``size``, ``n``, ``org``, ``adj``, ``gen`` tumour, ``genp`` tumours.
"""

from __future__ import annotations

from typing import Final

PRESENT: Final = (
    "There {is} {np} on this {pic}.", "{np} {is} visible.", "{np} {is} present in this {pic}.",
    "The {pic} shows {np}.", "This {pic} demonstrates {np}.", "{np} can be made out.",
    "{np} can be identified here.", "{np} {is} noted.", "There is evidence of {bare}.",
    "{np} {is} depicted in this {pic}.", "Findings include {np}.",
    "The {pic} is notable for {np}.", "On this {pic}, {np} {is} evident.",
    "{np} {has} been captured on this {pic}.", "{np}, well demarcated, {is} seen.",
    "{np} of irregular outline {is} visible.", "Positive for {bare}.", "{bare}: present.",
    "One abnormality stands out: {bare}.", "Visible in the field: {bare}.",
    "The main finding is {np}.", "The {pic} contains {np}.", "{np} occupies part of the field.",
    "{np} is readily recognised.", "What is seen here is {np}.", "The {pic} reveals {np}.",
    "Note {np} on this {pic}.", "{np} {is} displayed.", "{the} is clearly delineated.",
    "This {pic} includes {np}.", "A look at the {pic} discloses {np}.",
    "{np} {lies} within the field of view.", "{the} can be seen without difficulty.",
    "{the} is the only thing to report.", "In this {pic} one sees {np}.",
    "The appearance corresponds to {np}.", "{np} has a smooth contour on this {pic}.",
    "{bare} is the finding on this {pic}.", "{np} accounts for the changed area.",
)  # fmt: skip

ABSENT: Final = (
    "No {bare} {is} seen.", "There {is} no {bare}.", "No evidence of {bare}.",
    "{bare} {is} absent.", "The {pic} shows no {bare}.", "{bare} {is} not seen.",
    "{bare} {is} not identified on this {pic}.", "The {pic} is without {bare}.",
    "Negative for {bare}.", "The {pic} is free of {bare}.", "No sign of {bare}.",
    "No {bare} can be identified.", "There is an absence of {bare}.", "{bare}: none.",
    "{bare} {has} been ruled out.", "Nothing to suggest {bare}.", "The {pic} fails to show {bare}.",
    "There is a lack of {bare}.", "This {pic} does not show {np}.", "{bare} {has} not been found.",
    "The {pic} does not contain {np}.", "The {pic} is devoid of {bare}.",
    "No {bare} {is} visible on this {pic}.", "No {bare} is appreciated.",
    "{bare} cannot be found here.", "No trace of {bare}.", "{bare}: absent.",
    "Absence of {bare}.", "{bare} {is} not present.", "{bare} {is} not visible on this {pic}.",
    "There isn't any {bare}.", "{bare} {is} nowhere to be seen.", "The {pic} lacks {bare}.",
    "No hint of {bare} is found.", "{bare} {is} not depicted.", "{bare} could not be detected.",
    "The field shows neither haze nor {bare}.", "{bare} {is} excluded on this {pic}.",
)  # fmt: skip
BOTH_ABSENT: Final = (
    "No {a} or {b} is seen.", "Neither {a} nor {b} is present.", "There is no {a} and no {b}.",
    "{a} and {b} are both absent.", "Without {a} or {b}.", "The {pic} is free of {a} and {b}.",
    "No evidence of {a} or {b}.", "{a} is absent, and so is {b}.", "No {a}, no {b}.",
)  # fmt: skip
PRESENT_NOT: Final = (  # a is there, b is not
    "There is {np}, but no {b}.", "{np} without {b}.", "{np} is seen; {b} is absent.",
    "No {b}, but {np} is present.", "{np} is present, whereas {b} is not seen.",
    "Although no {b} is seen, {np} is present.", "Apart from {np} there is no {b}.",
    "{np} rather than {b} is shown.", "The {pic} shows {np} and no {b}.",
)  # fmt: skip

SIDED: Final = (  # beside the frames of PRESENT with a sided noun phrase
    "The {noun} lies on the {side}.", "The {noun} is on the patient's {side} side.",
    "On the {side}, there is {npn}.", "{side}-sided {noun} is visible.",
    "It is the {side} one: the {noun} in this {pic} belongs to the patient's {side}.",
    "Laterality of the {noun}: {side}.", "The side of the {noun} is {side}.",
    "The {noun} is found on the {side} side of the patient.", "To the patient's {side} lies {npn}.",
    "The {noun} shown is that of the {side} side.", "The {noun}, {side}, is visible.",
    "{side} {noun} in view.", "On the {side} side the {noun} is included.",
    "The {noun} belongs to the {side} half of the body.", "The {noun} seen here is the {side} one.",
    "The {noun} is {side}-sided.", "The patient's {side} side shows {npn}.",
)  # fmt: skip
ON_BOTH: Final = (
    "Bilateral {pl} are visible.", "There are {pl} on both sides.", "Both {pl} are seen.",
    "The {noun} is bilateral.", "{pl} are present bilaterally.",
)  # fmt: skip

SIZE: Final = (
    "{np} measuring {size} is seen.", "The {noun} measures {size}.", "A {size} {noun} is visible.",
    "The {noun} is {size} across.", "{np} with a diameter of {size} is shown.",
    "The {noun} spans {size}.", "There is {np} of {size}.", "{np} ({size}) is noted.",
    "The {noun} has a maximum diameter of {size}.", "{np}, {size} in size, is present.",
    "The size of the {noun} is {size}.", "The {pic} shows {np} that measures {size}.",
    "{np} extends over {size}.", "The {noun} is about {size}.", "Dimensions of the {noun}: {size}.",
    "The {noun} reaches {size} in its longest diameter.", "{np} is seen, approximately {size}.",
    "The extent of the {noun} on this {pic} is {size}.", "At {size}, the {noun} is easily seen.",
)  # fmt: skip
SHARE: Final = (
    "The {noun} takes up {size} of the image.", "{np} covers {size} of the picture.",
    "The {noun} occupies about {size} of the image area.", "{size} of the image is {noun}.",
    "The area of the {noun} is {size} of the frame.",
    "The {noun} fills roughly {size} of the view.",
)  # fmt: skip

COUNT: Final = (
    "{n} {pl} {are} seen.", "There {are} {n} {pl} on this {pic}.", "The {pic} shows {n} {pl}.",
    "A total of {n} {pl} can be counted.", "{n} separate {pl} {are} visible.",
    "Number of {pls}: {n}.", "The {noun} count is {n}.", "{n} {pl} can be made out.",
    "Counting gives {n} {pl}.", "Exactly {n} {pl} {are} present.", "{n} {pl} {lie} in the field.",
    "In this {pic} {n} {pl} {are} found.", "{pls}, {n} in number, can be seen.",
    "Altogether, {n} {pl} {are} shown.", "{n} distinct {pl} {are} identified on this {pic}.",
    "The number of {pls} is {n}.",
)  # fmt: skip

ORGAN: Final = (
    "The {org} is in view.", "The {pic} passes through the {org}.", "{org} tissue is included.",
    "Part of the {org} is visible.", "The {org} is seen on this {pic}.",
    "This {pic} shows the {org}.",
    "The {org} can be recognised.", "The structure shown is the {org}.",
    "The {org} appears homogeneous on this {pic}.", "A portion of the {org} is depicted.",
    "The outline of the {org} is smooth.", "This {pic} is taken at the level of the {org}.",
    "The {org} lies near the middle of the field.", "Seen here: the {org}.",
    "The cut crosses the {org}.", "The field includes the {org}.",
)  # fmt: skip
IN_ORGAN: Final = (
    "There is {gen} in the {org}.", "The {gen_} lies in the {org}.", "{gen} of the {org} is seen.",
    "The {org} contains {gen}.", "The {org} is the site of {gen}.", "{adj} {gen_} is present.",
    "{gen} arises within the {org}.", "The {gen_} is located in the {org}.",
    "Within the {org}, {gen} is visible.", "The {pic} shows {gen} within the {org}.",
)  # fmt: skip

MODALITY: Final = (
    "This is a {mod}.", "The picture is a {mod}.", "{mod}.", "The {mod} is of diagnostic quality.",
    "A single {mod} is shown.", "What is shown is a {mod}.", "The study is a {mod}.",
    "On this {mod} the relevant region is included.", "In the present {mod} the field is complete.",
    "{mod} with the area of interest in view.", "The present image is a {mod}.",
    "Here is one {mod} to look at.",
)  # fmt: skip
PLANE: Final = (
    "The slice is {plane}.", "The section was cut in the {plane} plane.", "{plane} section.",
    "This {plane} slice is a {pic}.", "The orientation is {plane}.", "{plane} {pic}.",
    "It is shown in the {plane} plane.", "Imaging plane: {plane}.", "A {plane} view is given.",
    "The {pic} is in {plane} orientation.", "On this {plane} {pic} the region is complete.",
    "The cut is {plane}.",
)  # fmt: skip
SEQUENCE: Final = (
    "The sequence is {seq}.", "{seq} {pic}.", "This {seq} {pic} covers the region.",
    "On the {seq} image the field is complete.", "{seq} contrast is used.",
    "It is a {seq} acquisition.",
)  # fmt: skip
SECTION: Final = (
    "The image is displayed in radiological convention.", "The field of view is complete.",
    "Image quality is adequate.", "The contours are sharp.", "One picture is given.",
    "The picture is shown in grey scale.", "",
)  # fmt: skip

HEDGE: Final = (
    "{np} is possible.", "There may be {np}.", "Suspected {bare}.", "{bare} cannot be excluded.",
    "The appearance is suspicious for {bare}.", "Findings are suggestive of {bare}.",
    "This might represent {np}.", "{np} is probably present.", "Questionable {bare}.",
    "Likely {bare}.", "{bare} cannot be ruled out.", "Findings concerning for {bare}.",
    "The {pic} possibly shows {np}.", "Presumed {bare}.", "Equivocal for {bare}.",
)  # fmt: skip
TEMPORAL: Final = (
    "The {noun} is stable.", "The {noun} has increased in size since the prior study.",
    "Compared with the previous examination, the {noun} is unchanged.",
    "A new {noun} has appeared.",
    "The {noun} has progressed.", "Interval growth of the {noun}.", "{np} is newly seen.",
    "The {noun} is larger than before.", "There has been regression of the {noun}.",
    "The {noun} has resolved partly.", "The {noun} has worsened.", "Known {noun}, now smaller.",
    "The {noun} has enlarged over time.", "The {noun} persists on follow-up.",
)  # fmt: skip
BEYOND: Final = (  # what one slice cannot say
    "Multiple {pls} throughout the body.", "The {noun} is malignant.", "The {noun} is stage II.",
    "The volume of the {noun} is 34 mL.", "The {noun} invades the adjacent tissue.",
    "Biopsy of the {noun} is recommended.", "The {noun} should be resected.",
    "This is the largest {noun} of the patient.", "The {noun} is metastatic.",
    "The {noun} is most consistent with a high-grade malignancy.",
    "The patient needs chemotherapy for the {noun}.", "The {noun} is resectable.",
    "The {noun} has spread to the lymph nodes.", "Treatment with antibiotics is indicated.",
    "The {noun} is benign and needs no treatment.", "Follow-up in six months is advised.",
)  # fmt: skip
POSITION: Final = (
    "The {noun} lies in the {pos} part of the image.", "{np} is seen in the {pos} of the picture.",
    "In the {pos} region of the image there is {np}.",
    "The {noun} is in the {pos} third of the frame.",
)  # fmt: skip
