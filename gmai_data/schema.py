"""The slice-and-label schema: frozen values that flow down the line, one direction only.

Every table on disk has the Arrow schema generated from one of these types (`arrow.py`), and the
reference page in the docs is generated from their field comments. Lengths are millimetres and
carry ``_mm``; pixel positions are those of the *stored* image, x to the right and y down, with
boxes as absolute ``(x1, y1, x2, y2)``, the right and lower edges exclusive. *Left* and *right*
are the patient's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Presence = Literal["present", "absent", "uncertain", "outside"]
Pairs = tuple[tuple[str, str], ...]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """One file of a case."""

    role: str  # "image", a channel's name, or "mask" …; "image" when there is one channel
    path: str  # relative to the source's root, posix; "a.zip!m.png" a member, "<src>/…" elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What one label part of the declaration found for one case: raw values, no vocabulary."""

    part: int  # index of the part in `declare.label_parts(source)`
    kind: str  # class, flags, mask, boxes, points, value, report, caption, qa or dialogue
    state: str = "given"  # given; or what `missing=` says: absent, unknown, outside
    raw: str = ""  # the raw class value (`names` binds it later); "" where the part has a name
    files: tuple[str, ...] = ()  # paths of a mask's or a report's files
    values: Pairs = ()  # slot name -> evaluated cell: ("x1", "12"), ("question", "…") …
    attrs: Pairs = ()  # facts of this label: ("malignancy", "4")
    rater: str = ""  # whose opinion it is; "" when the source has one
    instance: str = ""  # id of the object, where the source numbers them
    slice: str = ""  # "" for the whole case, else "frame=12" or "sop=<file name or UID>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One image, volume, series, video or record of a source, before any pixel is read."""

    key: str  # 16 hex of the declared identity: never of bytes, position or absolute path
    source: str  # name of the source
    layout: str = ""  # name of the part or layout it was found by; "" when there is only one
    identity: Pairs = ()  # the captured fields the key is made of
    subject: str = ""  # HMAC of the patient id, 16 hex; equal key and case key for NO_SUBJECT
    study: str = ""  # hash of the examination, 16 hex, or ""
    split: str = ""  # train, val or test
    split_origin: str = ""  # official (declared), subject (follows its subject) or hash
    files: tuple[CaseFile, ...] = ()  # what `read` opens
    fields: Pairs = ()  # raw fields that words need: view, modality, sequence …
    annotations: tuple[Annotation, ...] = ()  # raw labels
    weight: int = 0  # estimated cost of reading, in bytes of input


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One finding on one slice, or on its case where ``level`` says so."""

    kind: str  # class, mask, box, point, value or text
    part: int = 0  # the label part it comes from
    raw: str = ""  # value in the source, as text; names are bound in `ask`
    name: str = ""  # vocabulary term; "" until bound
    presence: Presence = "present"  # absent only where the source annotates absence
    level: str = "image"  # image, study or subject: what it is true of
    of: str = ""  # what a class is a grade of ("breast density"); "" for a plain class
    box: Box | None = None  # absolute xyxy pixels of the stored image
    boxes: tuple[Box, ...] = ()  # one per 8-connected region where there are several, see findings
    mask: str = ""  # run lengths of the stored image, row by row, starting with background
    area_px: int | None = None  # pixels of the stored image
    area_mm2: float | None = None  # on the native grid
    share: float | None = None  # of the image's pixels, 0 to 1
    diameter_mm: float | None = None  # longest in-plane diameter, corner to corner
    short_mm: float | None = None  # width at right angles to it
    volume_ml: float | None = None  # of the whole object in the volume; never a 2D claim
    side: str = ""  # left or right of the patient, both, midline; "" unknown
    side_source: str = ""  # label, laterality, geometry, within; "" where no side may be said
    centroid: tuple[float, float] | None = None  # x, y in pixels of the stored image
    instance: str = ""  # id of the object where the source numbers objects
    regions: int | None = None  # 8-connected pieces on this slice
    mean_hu: int | None = None  # mean of its pixels on this slice, where they are Hounsfield units
    within: str = ""  # "part/raw" of the smallest other label that holds 95 % of it on this slice
    within_share: float | None = None  # its area over the area of that one, 0 to 1
    third: str = ""  # upper, middle or lower third of that structure's height, feet to head
    hidden: bool = False  # in this window it and all around it are black, or white: not to be seen
    truncated: bool = False  # touches the image border
    value: str = ""  # measured or graded value as written, or the text of a report
    unit: str = ""  # unit of the value
    rater: str = ""  # whose opinion, where there are several
    attrs: Pairs = ()  # facts of this label


@dataclass(frozen=True, slots=True, kw_only=True)
class SliceFile:
    """A file that was read for a slice, and what it held."""

    role: str  # as in the case
    path: str  # relative path, posix
    sha256: str  # of the file's bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """Where a labelled class of a volume is, on whichever slice: for doubts about sides."""

    part: int  # the label part it comes from
    raw: str  # value in the source
    rater: str = ""  # whose opinion, where there are several
    centre_mm: tuple[float, float, float]  # its middle in LPS: left, posterior, head
    side: str = ""  # left or right of the midline, where one is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """One 2D image with what is known of it, or a text record (width 0, no image)."""

    hash: str  # 16 hex of case key, plane, index and variant: the order of everything after
    case: str  # key of the case
    source: str  # name of the source
    modality: str = ""  # one of the 13 names; the DICOM code until bound in `ask`
    sequence: str = ""  # MR sequence, tracer, stain or sub-modality, from the source
    anatomy: tuple[str, ...] = ()  # vocabulary terms; bound in `ask`
    department: str = ""  # one of the 18 names; bound in `ask`
    view: str = ""  # PA, AP, lateral, CC, MLO … for projections
    plane: str = ""  # axial, coronal, sagittal, "oblique axial" …; "" where there is none
    index: int = 0  # position along the normal, frame or tile number, from 0
    count: int = 1  # slices, frames or tiles of the case along that axis
    variant: str = ""  # channel, window or crop when one position gives several images
    width: int = 0  # of the stored image, pixels
    height: int = 0  # of the stored image, pixels
    encoding: str = ""  # png or jpg; "" for a text record
    image_offset: int = 0  # byte offset of the image in the chunk's tar
    image_bytes: int = 0  # length of the encoded image
    image_sha256: str = ""  # of the encoded image
    pixels_sha256: str = ""  # of the 8-bit pixels; of the file where it is passed through unseen
    instances: tuple[str, ...] = ()  # 16 hex of the name and the UID of the one file it shows
    spacing_mm: tuple[float, float] | None = None  # row, column spacing of the stored image
    thickness_mm: float | None = None  # distance to the next slice, from positions
    orientation: str = ""  # letters of +x and +y of the stored image, "L\\P"; "" unknown
    display: str = ""  # radiological, or as stored
    window: str = ""  # how intensity became 8 bits: "soft tissue 50/400 HU", "percentile …"
    scale: float = 1.0  # stored size over native size
    acquisition: Pairs = ()  # header facts on the allow-list; never names, dates or ids
    labels: tuple[Label, ...] = ()  # raw until bound
    structures: tuple[Structure, ...] = ()  # of the whole volume, where its orientation is known
    doubts: tuple[str, ...] = ()  # what is not said, and why: "side: liver is left of spleen"
    files: tuple[SliceFile, ...] = ()  # sources of the pixels and masks


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing a sentence may say, with the label it rests on."""

    id: str  # "f1", "f2" … within a slice
    kind: str  # modality, plane, finding, absent, side, size, count, box, grade, text …
    value: str  # vocabulary term, number as text, or the text itself
    unit: str = ""  # of a number
    of: str = ""  # id of the fact it qualifies: a side or a size of a finding
    label: int = -1  # index in the slice's labels; -1 for facts of the slice itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One utterance."""

    role: Literal["user", "assistant"]
    text: str
    evidence: tuple[str, ...] = ()  # ids of the facts it rests on


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One question to a model, or to the offline realiser: facts and where to put them."""

    key: str  # the sample's key
    subset: str  # caption, percept, instruct, text-single or text-multi
    task: str  # what it asks for: "caption-image", "percept-side" …
    language: str  # en or zh
    prompt: str  # name of the prompt file without language and suffix
    slice: str  # hash of the slice
    facts: tuple[Fact, ...]  # the facts that may be used
    slots: Pairs = ()  # choices, boxes and names the prompt needs beside the facts
    seed: int = 0  # 31 bits of the key's hash: variety without chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a model or the realiser said to one request."""

    request: str  # key of the request
    turns: tuple[Turn, ...]
    generator: str  # "offline" or the model's name
    attempt: int = 0  # lowest attempt that passes review wins
    finish: str = "stop"  # stop, length or refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedBox:
    """A box that a sample talks about, in absolute pixels of the stored image."""

    name: str
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One training record."""

    key: str  # <source>-<16 hex>-<subset>-<lang>-<n>
    source: str
    subset: str
    task: str
    language: str
    turns: tuple[Turn, ...]
    facts: tuple[Fact, ...]  # those the turns cite
    slice: str  # hash of the slice or record
    case: str
    subject: str = ""
    study: str = ""
    split: str = ""
    modality: str = ""
    sequence: str = ""
    anatomy: tuple[str, ...] = ()
    department: str = ""
    view: str = ""
    plane: str = ""
    index: int = 0
    count: int = 1
    spacing_mm: tuple[float, float] | None = None
    orientation: str = ""
    display: str = ""
    window: str = ""
    doubts: tuple[str, ...] = ()  # what is not said of the picture, and why
    width: int = 0
    height: int = 0
    encoding: str = ""
    image_sha256: str = ""
    boxes: tuple[NamedBox, ...] = ()
    labels: tuple[str, ...] = ()  # vocabulary terms present
    choices: tuple[str, ...] = ()  # options of a multiple choice, in letter order
    prompt: str = ""
    generator: str = ""
    attempt: int = 0
    checks: tuple[str, ...] = ()  # names of the review rules it passed


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """One case, slice or sample that is not in the output, and why."""

    key: str  # of the case, slice or sample
    source: str
    stage: str  # scan, read, ask, review or pack
    kind: str  # policy, corrupt or quarantined
    rule: str  # short stable name
    value: str  # what was found
    path: str = ""  # the file, for public sources
    case: str = field(default="")  # key of the case it belongs to
