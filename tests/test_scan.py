"""From declaration and listing to cases: files, subjects, splits, raw labels, and refusals."""

import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gmai_data import (
    ABSENT,
    NO_SUBJECT,
    OUTSIDE,
    QA,
    SKIP,
    UNKNOWN,
    Arrays,
    Boxes,
    Class,
    DicomSeries,
    Files,
    First,
    Flags,
    Inline,
    Layout,
    Mask,
    Records,
    Report,
    Source,
    Table,
    Term,
    Value,
)
from gmai_data.arrow import arrow_schema, from_table
from gmai_data.config import Config
from gmai_data.errors import DeclarationError, UsageError
from gmai_data.listing import list_root
from gmai_data.roots import Root, read_bytes
from gmai_data.scan import Scan, scan
from gmai_data.schema import Annotation, Case


def toy(**words: Any) -> Source:
    given = {
        "name": "toy", "title": "Toy", "version": "1.0.0", "homepage": "h", "license": "MIT",
        "access": "open", "evidence": ("e",), "verified": "memory", "subject": NO_SUBJECT, **words,
    }  # fmt: skip
    return Source(**given)


def put(root: Path, files: Mapping[str, str] | list[str]) -> None:
    for name in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[name] if isinstance(files, Mapping) else name)


def run(root: Path, source: Source, secret: bytes = b"", **config: Any) -> Scan:
    roots = {"toy": Root("toy", str(root))}
    if (root / "other").is_dir():
        roots = {"toy": Root("toy", str(root / "toy")), "other": Root("other", str(root / "other"))}
    return scan(source, roots, list_root(roots["toy"]), Config(**config), secret)


def cases_of(root: Path, source: Source, **config: Any) -> list[Case]:
    return list(from_table(Case, run(root, source, **config).cases))


def labels(case: Case) -> list[tuple[str, str, str]]:
    return [(a.kind, a.state, a.raw) for a in case.annotations]


def fails(root: Path, **words: Any) -> str:
    with pytest.raises(DeclarationError) as error:
        run(root, toy(**words))
    return str(error.value)


DX = {"a": "A", "b": "B"}


# -- cases ---------------------------------------------------------------------------------------


def test_cases_are_in_path_order_with_the_schema_of_case(tmp_path: Path) -> None:
    put(tmp_path, ["x/case_00002/i.nii.gz", "x/case_00001/i.nii.gz", "x/case_00001/s.nii.gz",
                   "x/case_00002/s.nii.gz"])  # fmt: skip
    source = toy(cases=Files("case_{case:05d}/i.nii.gz"), subject="{case}",
                 labels=[Mask("case_{case}/s.nii.gz", names={1: "kidney"})])  # fmt: skip
    result = run(tmp_path, source)
    assert result.cases.schema == arrow_schema(Case)
    one, two = from_table(Case, result.cases)
    assert one.files[0].path == "x/case_00001/i.nii.gz"
    assert one.identity == (("case", "1"),)
    assert one.annotations[0].files == ("x/case_00001/s.nii.gz",)
    assert one.weight == len("x/case_00001/i.nii.gz")
    assert two.files[0].role == "image"
    again = run(tmp_path, source)
    assert (again.cases, again.inputs, again.notes) == (result.cases, result.inputs, result.notes)


def test_a_file_that_a_label_matches_is_no_image(tmp_path: Path) -> None:
    put(tmp_path, ["benign/1.png", "benign/1_mask.png"])
    part = Mask("{label}/{stem}_mask.png", name="lesion")
    found = cases_of(tmp_path, toy(cases=Files("{label}/{stem}.png"), labels=[part]))
    assert [c.files[0].path for c in found] == ["benign/1.png"]
    assert found[0].annotations[0].files == ("benign/1_mask.png",)


def test_channels_are_brought_together_filtered_and_required(tmp_path: Path) -> None:
    put(tmp_path, ["p1_t1.nii", "p1_t2.nii", "p1_x.nii", "p2_t1.nii"])
    files = Files("{p:2}_{channel}.nii", channels={"t1": "T1w", "t2": "T2w"})
    result = run(tmp_path, toy(cases=files))
    (case,) = from_table(Case, result.cases)
    assert [(f.role, f.path) for f in case.files] == [("T1w", "p1_t1.nii"), ("T2w", "p1_t2.nii")]
    assert [r.rule for r in result.rejected] == ["missing-channel"]
    optional = Files("{p:2}_{channel}.nii", channels=files.channels, optional=("T2w",))
    assert len(cases_of(tmp_path, toy(cases=optional))) == 2


def test_roles_with_their_own_templates_and_a_last_axis_of_channels(tmp_path: Path) -> None:
    put(tmp_path, ["1/SUV.nii", "1/CT.nii"])
    (case,) = cases_of(tmp_path, toy(cases=Files({"PET": "{s}/SUV.nii", "CT": "{s}/CT.nii"})))
    assert [f.role for f in case.files] == ["PET", "CT"]
    (case, *_) = cases_of(tmp_path, toy(cases=Files("{s}/CT.nii", channels=["FLAIR", "T1w"])))
    assert [(f.role, f.path) for f in case.files] == [("FLAIR", "1/CT.nii"), ("T1w", "1/CT.nii")]


def test_table_rows_with_one_image_are_one_case(tmp_path: Path) -> None:
    put(tmp_path, {"m.csv": "id,q,a\n1,why?,so\n1,how?,thus\n2,what?,that\n",
                   "img/1.JPG": "", "img/2.jpg": ""})  # fmt: skip
    source = toy(cases=Table("m.csv", image="img/{id}.jpg"), labels=[QA("{q}", answer="{a}")])
    one, two = cases_of(tmp_path, source)
    assert one.files[0].path == "img/1.JPG"
    assert [dict(a.values)["question"] for a in one.annotations] == ["why?", "how?"]
    assert len(two.annotations) == 1


def test_row_without_its_image_is_rejected_and_all_rows_is_an_error(tmp_path: Path) -> None:
    put(tmp_path, {"m.csv": "id\n1\n2\n", "1.jpg": ""})
    result = run(tmp_path, toy(cases=Table("m.csv", image="{id}.jpg")))
    assert result.cases.num_rows == 1
    assert [(r.rule, r.stage, r.kind) for r in result.rejected] == [
        ("missing-file", "scan", "corrupt")
    ]
    assert "none of 2 rows has its file" in fails(
        tmp_path, cases=Table("m.csv", image="img/{id}.jpg")
    )


def test_first_image_option_is_chosen_per_row(tmp_path: Path) -> None:
    put(tmp_path, {"m.csv": "id\n1\n2\n", "a/1.jpg": "", "b/2.jpg": ""})
    found = cases_of(tmp_path, toy(cases=Table("m.csv", image=First("a/{id}.jpg", "b/{id}.jpg"))))
    assert [c.files[0].path for c in found] == ["a/1.jpg", "b/2.jpg"]


def test_archive_members_and_their_unpacked_forms_are_the_same_case(tmp_path: Path) -> None:
    put(tmp_path, {"m.csv": "id\n1\n2\n3\n", "x/2.jpg": "", "3.jpg": ""})
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        for n in (1, 2, 3):
            archive.writestr(f"{n}.jpg", "")
        archive.writestr("__MACOSX/._1.jpg", "")
    found = run(tmp_path, toy(cases=Table("m.csv", image="x.zip!{id}.jpg")))
    paths = [c.files[0].path for c in from_table(Case, found.cases)]
    assert paths == ["3.jpg", "x.zip!1.jpg", "x/2.jpg"]
    result = run(tmp_path, toy(cases=Files("x.zip!{id:d}.jpg")))
    keys = {c.identity[0][1]: c.key for c in from_table(Case, result.cases)}
    assert set(keys) == {"1", "2", "3"}
    assert any("packed and unpacked" in note for note in result.notes)


def test_text_records_are_cases_named_by_what_they_say(tmp_path: Path) -> None:
    rows = [{"q": "a", "a": "b"}, {"q": "c", "a": "d"}]
    put(tmp_path, {"d.json": json.dumps(rows)})
    source = toy(cases=Records("d.json"), labels=[QA("{q}", answer="{a}")])
    before = cases_of(tmp_path, source)
    put(tmp_path, {"d.json": json.dumps([{"q": "new", "a": "x"}, *rows])})
    after = cases_of(tmp_path, source)
    assert [c.key for c in before] == [c.key for c in after[1:]]
    assert all(not c.files for c in before)


def test_arrays_give_a_case_per_row_and_classes_of_the_same_row(tmp_path: Path) -> None:
    np.savez(tmp_path / "m.npz", train_images=np.zeros((2, 4, 4)), train_labels=[[0], [1]],
             test_images=np.zeros((1, 4, 4)), test_labels=[[1]])  # fmt: skip
    source = toy(cases=Arrays("m.npz!{split:train|val|test}_images", axes="NHW"), split="{split}",
                 labels=[Class(array="m.npz!{split}_labels", names=["A", "B"])])  # fmt: skip
    found = cases_of(tmp_path, source)
    assert [(c.files[0].path, dict(c.fields)["i"], c.annotations[0].raw) for c in found] == [
        ("m.npz!test_images", "0", "1"),
        ("m.npz!train_images", "0", "0"),
        ("m.npz!train_images", "1", "1"),
    ]
    assert len({c.subject for c in found}) == 3


def test_dicom_series_are_cases_and_per_slice_rows_name_their_slice(tmp_path: Path) -> None:
    from gmai_data.testing import fake_dicom

    for n, series in enumerate(("1.2.3", "1.2.3", "1.2.4")):
        fake_dicom(tmp_path / f"d/s{n}.dcm", np.zeros((4, 4), np.int16), PatientID="P",
                   SeriesInstanceUID=series)  # fmt: skip
    put(tmp_path, {"d/bad.dcm": "no", "l.csv": "ID,L\ns0_any,1\ns1_any,0\ns2_any,1\n"})
    source = toy(
        cases=DicomSeries("d/{sop}.dcm"), subject="{PatientID}",
        labels=[Flags("{L}", by="{f}", names={"any": "bleeding"},
                      table=Table("l.csv", parse={"ID": "{sop}_{f:any}"}, on="sop"))],
    )  # fmt: skip
    result = run(tmp_path, source)
    one, two = from_table(Case, result.cases)
    assert one.identity == (("SeriesInstanceUID", "1.2.3"),)
    assert [f.path for f in one.files] == ["d/s0.dcm", "d/s1.dcm"]
    assert [(a.slice, dict(a.values)["state"]) for a in one.annotations] == [
        ("sop=s0", "present"), ("sop=s1", "absent"),
    ]  # fmt: skip
    assert two.annotations[0].slice == ""
    assert one.subject == two.subject
    assert [r.rule for r in result.rejected] == ["not-dicom"]


def test_frames_cut_a_file_into_cases_of_one_subject(tmp_path: Path) -> None:
    put(tmp_path, {"p1.nii": "", "t.csv": "p,ED,ES\n1,0,9\n"})
    found = cases_of(tmp_path, toy(cases=Files("p{p:d}.nii", frames={"ED": "{ED}", "ES": "{ES}"}),
                                   join=[Table("t.csv", on="p")]))  # fmt: skip
    assert [dict(c.fields) for c in found] == [
        {"frame": "0", "phase": "ED"}, {"frame": "9", "phase": "ES"},
    ]  # fmt: skip
    assert len({c.key for c in found}) == 2
    assert len({c.subject for c in found}) == 1


def test_inline_pictures_are_read_from_their_table(tmp_path: Path) -> None:
    put(tmp_path, {"t.tsv": "index\timage\n7\tb25l\n8\t/9j/\n"})
    roots = {"toy": Root("toy", str(tmp_path))}
    one, two = cases_of(tmp_path, toy(cases=Table("t.tsv", image=Inline("{image}"), key="{index}")))
    assert one.identity == (("index", "7"),)
    assert read_bytes(roots, "toy", one.files[0].path) == b"one"
    assert two.files[0].path.endswith(".jpg")


def test_inline_pictures_of_several_tables_are_read_from_their_own(tmp_path: Path) -> None:
    put(tmp_path, {"a.tsv": "index\timage\n7\tb25l\n", "b.tsv": "index\timage\n8\tdHdv\n"})
    roots = {"toy": Root("toy", str(tmp_path))}
    found = cases_of(
        tmp_path, toy(cases=Table("{set}.tsv", image=Inline("{image}"), key="{set} {index}"))
    )
    assert [read_bytes(roots, "toy", case.files[0].path) for case in found] == [b"one", b"two"]


def test_rows_that_say_the_same_of_two_inline_pictures_are_two_cases(tmp_path: Path) -> None:
    put(tmp_path, {"a.tsv": "question\tanswer\timage\nfat?\tno\tb25l\nfat?\tno\tdHdv\n"})
    source = toy(
        cases=Table("a.tsv", image=Inline("{image}")),
        labels=[QA("{question}", answer="{answer}")],
    )
    one, two = cases_of(tmp_path, source)
    assert one.key != two.key
    assert [len(case.files) for case in (one, two)] == [1, 1]


def test_files_of_another_source_are_named_as_such(tmp_path: Path) -> None:
    put(tmp_path, {"toy/l_1.nii": "", "other/deep/p1/ct.nii": "", "other/deep/p2/ct.nii": ""})
    source = toy(cases=Files("<other>/p{p:d}/ct.nii"),
                 labels=[Mask("l_{p}.nii", names={1: "liver"}, missing=UNKNOWN)])  # fmt: skip
    found = cases_of(tmp_path, source)
    assert found[0].files[0].path == "<other>/deep/p1/ct.nii"
    assert found[0].annotations[0].files == ("l_1.nii",)
    with pytest.raises(UsageError, match="other"):
        run(tmp_path / "toy", source)


def test_parts_are_united_and_layouts_are_alternatives(tmp_path: Path) -> None:
    put(tmp_path, ["a/1.png", "b/1.png"])
    layouts = (Layout("x", cases=Files("a/{n:d}.png")), Layout("y", cases=Files("b/{n:d}.png")))
    both = cases_of(tmp_path, toy(parts=layouts))
    assert [c.layout for c in both] == ["x", "y"]
    assert both[0].key != both[1].key
    (one,) = cases_of(tmp_path, toy(layouts=layouts))
    assert one.layout == "x"
    (tmp_path / "a/1.png").unlink()
    result = run(tmp_path, toy(parts=layouts))
    assert [c.layout for c in from_table(Case, result.cases)] == ["y"]
    assert "the part 'x' is not on disk" in result.notes[0]


def test_excluded_cases_are_policy_rejections_with_the_reason(tmp_path: Path) -> None:
    put(tmp_path, ["007.png", "008.png"])
    source = toy(cases=Files("{n:03d}.png"), exclude={"007": "broken upstream"})
    result = run(tmp_path, source)
    assert result.cases.num_rows == 1
    (row,) = result.rejected
    assert (row.kind, row.rule, row.value) == ("policy", "excluded", "broken upstream")


def test_excluded_patients_of_series_and_keys_that_are_of_no_case(tmp_path: Path) -> None:
    from gmai_data.testing import fake_dicom

    for patient, tag in (("LUNG1-001", "A1"), ("LUNG1-002", "A2"), ("LUNG1-003", "A3")):
        fake_dicom(tmp_path / f"{patient}/s.dcm", np.zeros((4, 4), np.int16), PatientID=tag,
                   SeriesInstanceUID="1.2." + tag[1])  # fmt: skip
    source = toy(cases=DicomSeries("{patient}/*.dcm"), subject="{PatientID}",
                 exclude={"LUNG1-001": "capture", "A3": "subject", "LUNG1-128": "?"})  # fmt: skip
    result = run(tmp_path, source)
    assert [c.files[0].path for c in from_table(Case, result.cases)] == ["LUNG1-002/s.dcm"]
    assert sorted(r.value for r in result.rejected) == ["capture", "subject"]
    assert result.notes == ("toy: exclude 'LUNG1-128' is of no case on this disk.",)


def test_a_smaller_limit_takes_a_subset_and_changes_no_split(tmp_path: Path) -> None:
    put(tmp_path, [f"{n}.png" for n in range(40)])
    source = toy(cases=Files("{n:d}.png"), subject="{n}")
    every = {c.key: c.split for c in cases_of(tmp_path, source)}
    ten = {c.key: c.split for c in cases_of(tmp_path, source, limit=10)}
    twenty = {c.key: c.split for c in cases_of(tmp_path, source, limit=20)}
    assert len(ten) == 10
    assert set(ten) < set(twenty) < set(every)
    assert all(every[key] == split for key, split in twenty.items())


def test_tables_that_were_read_are_inputs_with_their_digest(tmp_path: Path) -> None:
    put(tmp_path, {"m.csv": "id\n1\n", "1.jpg": ""})
    ((path, digest),) = run(tmp_path, toy(cases=Table("m.csv", image="{id}.jpg"))).inputs
    assert path == "m.csv"
    assert len(digest) == 64


# -- subjects and splits -------------------------------------------------------------------------


def test_subject_in_two_official_splits_moves_to_the_strictest(tmp_path: Path) -> None:
    put(tmp_path, ["train/p1_a.png", "test/p1_b.png", "train/p2_a.png"])
    source = toy(cases=Files("{set:train|test}/{p:2}_{k}.png"), subject="{p}", split="{set}")
    result = run(tmp_path, source)
    found = {c.files[0].path: (c.split, c.split_origin) for c in from_table(Case, result.cases)}
    assert found == {
        "train/p1_a.png": ("test", "subject"),
        "test/p1_b.png": ("test", "official"),
        "train/p2_a.png": ("train", "official"),
    }
    assert "1 cases move from train to test" in result.notes[0]


def test_split_not_official_is_by_hash_and_private_ids_do_not_move_it(tmp_path: Path) -> None:
    put(tmp_path, [f"p{p}.png" for p in range(60)])
    words: dict[str, Any] = {"cases": Files("p{p:d}.png"), "subject": "{p}"}
    public = cases_of(tmp_path, toy(**words))
    roots = {"toy": Root("toy", str(tmp_path))}
    secret = scan(toy(identity="private", **words), roots, list_root(roots["toy"]), Config(), b"s")
    private = list(from_table(Case, secret.cases))
    assert [c.split for c in public] == [c.split for c in private]
    assert {c.split_origin for c in public} == {"hash"}
    assert not {c.subject for c in public} & {c.subject for c in private}
    with pytest.raises(UsageError, match="GMAI_DATA_SECRET"):
        run(tmp_path, toy(identity="private", **words))


def test_no_subject_means_the_case_and_one_picture_is_one_subject(tmp_path: Path) -> None:
    put(tmp_path, {"m.csv": "id,f\n1,a.png\n2,a.png\n3,b.png\n", "a.png": "", "b.png": ""})
    found = cases_of(tmp_path, toy(cases=Table("m.csv", image="{f}", key="{id}")))
    assert [c.subject == c.key for c in found] == [True, False, True]
    assert len({c.subject for c in found}) == 2


def test_promised_subject_that_is_blank_rejects_the_case(tmp_path: Path) -> None:
    put(tmp_path, {"m.csv": "id,p\n1,x\n2,\n", "1.png": "", "2.png": ""})
    table = Table("m.csv", image="{id}.png")
    assert [r.rule for r in run(tmp_path, toy(cases=table, subject="{p}")).rejected] == [
        "missing-subject"
    ]
    assert len(cases_of(tmp_path, toy(cases=table, subject=First("{p}", NO_SUBJECT)))) == 2


def test_split_words_are_mapped_and_unlisted_ones_are_errors(tmp_path: Path) -> None:
    put(tmp_path, {"t.csv": "n,s\n1,TRAIN\n", "1.png": "", "2.png": ""})
    words: dict[str, Any] = {"cases": Files("{n:d}.png"), "subject": "{n}",
                             "join": [Table("t.csv", on="n")]}  # fmt: skip
    found = cases_of(tmp_path, toy(split=Term("{s}", {"TRAIN": "train"}), **words))
    assert [c.split_origin for c in found] == ["official", "hash"]
    found = cases_of(tmp_path, toy(split=Term("{s}", {"TRAIN": "train", None: "test"}), **words))
    assert [c.split for c in found] == ["train", "test"]
    assert "'TRAIN' is not train, val or test" in fails(tmp_path, split="{s}", **words)
    assert "'TRAIN' (1 rows" in fails(tmp_path, split=Term("{s}", {"x": "train"}), **words)


# -- labels --------------------------------------------------------------------------------------


def case_with(root: Path, *parts: Any, **words: Any) -> Case:
    (case,) = cases_of(root, toy(cases=Files("{n:d}.png"), labels=list(parts), **words))
    return case


def test_a_blank_cell_of_lists_is_empty_also_where_every_other_class_is_ignored(
    tmp_path: Path,
) -> None:
    put(tmp_path, {"m.csv": "id,dx\n1,\"['a', '']\"\n2,\n", "1.png": "", "2.png": ""})
    part = Class("{dx}", form="list", names={"a": "A", re.compile(".*"): None})
    found = cases_of(tmp_path, toy(cases=Table("m.csv", image="{id}.png"), labels=[part]))
    assert [labels(case) for case in found] == [
        [("class", "given", "a")],  # PadChest's own lists hold blank items
        [],
    ]


def test_missing_and_empty_are_written_out_per_name_only_where_known(tmp_path: Path) -> None:
    put(tmp_path, ["1.png", "m/1_a.tif"])
    names = {"a": "A", "b": "B", "c": None}

    def masks(**words: Any) -> list[tuple[str, str, str]]:
        part = Mask("m/{n}_{k:a|b|c}.tif", by="{k}", names=names, **words)
        return labels(case_with(tmp_path, part))

    assert masks(missing=ABSENT) == [("mask", "given", "a"), ("mask", "absent", "b")]
    assert masks(missing=OUTSIDE) == [("mask", "given", "a"), ("mask", "outside", "b")]
    assert masks(missing=UNKNOWN) == masks() == [("mask", "given", "a")]


def test_case_without_its_label_file_is_absent_unknown_or_rejected(tmp_path: Path) -> None:
    put(tmp_path, ["1.png", "2.png", "m/1.tif"])

    def both(**words: Any) -> Scan:
        part = Mask("m/{n}.tif", names={1: "A", range(2, 4): "B"}, **words)
        return run(tmp_path, toy(cases=Files("{n:d}.png"), labels=[part]))

    (row,) = both().rejected
    assert (row.stage, row.kind, row.rule, row.path) == (
        "scan", "corrupt", "missing-label", "2.png",
    )  # fmt: skip
    _, two = from_table(Case, both(missing=ABSENT).cases)
    assert labels(two) == [("mask", "absent", "1"), ("mask", "absent", "2-3")]
    _, two = from_table(Case, both(missing=UNKNOWN).cases)
    assert two.annotations == ()
    (row,) = both(missing=SKIP).rejected
    assert (row.kind, row.rule, row.path) == ("policy", "not-labelled", "2.png")


def test_several_files_of_one_mask_are_one_annotation_and_instances_are_many(
    tmp_path: Path,
) -> None:
    put(tmp_path, ["1.png", "1_mask.tif", "1_mask_1.tif"])
    one = case_with(tmp_path, Mask("{n}_mask*.tif", name="lesion"))
    assert one.annotations[0].files == ("1_mask.tif", "1_mask_1.tif")
    put(tmp_path, ["o/1_7.tif", "o/1_8.tif"])
    part = Mask("o/{n}_{k:d}.tif", name="lesion", instances="{k}")
    assert [a.instance for a in case_with(tmp_path, part).annotations] == ["7", "8"]


def test_raters_are_kept_apart(tmp_path: Path) -> None:
    put(tmp_path, ["1.png", "1_r1.tif", "1_r2.tif"])
    case = case_with(tmp_path, Mask("{n}_r{rater:d}.tif", rater="{rater}", names={1: "A"}))
    assert [(a.rater, a.files) for a in case.annotations] == [
        ("1", ("1_r1.tif",)), ("2", ("1_r2.tif",)),
    ]  # fmt: skip


def test_first_of_parts_is_chosen_per_case_and_keeps_its_index(tmp_path: Path) -> None:
    put(tmp_path, ["1.png", "2.png", "expert/1.tif", "ai/1.tif", "ai/2.tif"])
    group = First(Mask("expert/{n}.tif", names={1: "A"}), Mask("ai/{n}.tif", names={2: "B"}))
    one, two = cases_of(tmp_path, toy(cases=Files("{n:d}.png"), labels=[group]))
    assert [(a.part, a.files) for a in one.annotations] == [(0, ("expert/1.tif",))]
    assert [(a.part, a.files) for a in two.annotations] == [(1, ("ai/2.tif",))]


def test_where_decides_whether_a_part_applies(tmp_path: Path) -> None:
    put(tmp_path, {"m.csv": "id,by\n1,x\n2,y\n", "1.png": "", "2.png": "", "1_m.tif": ""})
    source = toy(cases=Table("m.csv", image="{id}.png"),
                 labels=[Mask("{id}_m.tif", names={1: "A"}, where={"by": "x"})])  # fmt: skip
    one, two = cases_of(tmp_path, source)
    assert (len(one.annotations), len(two.annotations)) == (1, 0)


def test_flags_wide_and_long_say_present_absent_or_nothing(tmp_path: Path) -> None:
    put(tmp_path, {"1.png": "", "w.csv": "n,a,b,c\n1,1,0,\n", "l.csv": "n,f,v\n1,a,1\n1,b,0\n"})
    wide = case_with(tmp_path, Flags(names={**DX, "c": "C"}, table=Table("w.csv", on="n")))
    long = case_with(tmp_path, Flags("{v}", by="{f}", names=DX, table=Table("l.csv", on="n")))
    states = [(a.raw, dict(a.values)["state"]) for a in wide.annotations]
    assert states == [("a", "present"), ("b", "absent")]
    assert [(a.raw, dict(a.values)["state"]) for a in long.annotations] == states


def test_a_row_of_flags_that_are_all_unknown_is_there_and_says_nothing(tmp_path: Path) -> None:
    put(tmp_path, {"1.png": "", "2.png": "", "w.csv": "n,a,b\n1,,\n2,1,0\n"})
    wide = Flags(names=DX, table=Table("w.csv", on="n"), values={"1": "present", "0": "unknown"})
    result = run(tmp_path, toy(cases=Files("{n:d}.png"), labels=[wide]))
    assert not result.rejected
    cases = from_table(Case, result.cases)
    assert [[a.raw for a in case.annotations] for case in cases] == [[], ["a"]]
    long = Flags("{a}", by="{n}", names={"1": "A", "2": "B"}, table=Table("w.csv", on="n"))
    assert not run(tmp_path, toy(cases=Files("{n:d}.png"), labels=[long])).rejected


def test_flags_that_exclude_each_other_must_have_one(tmp_path: Path) -> None:
    put(tmp_path, {"1.png": "", "2.png": "", "w.csv": "n,a,b\n1,1,0\n2,1,1\n"})
    result = run(tmp_path, toy(cases=Files("{n:d}.png"),
                 labels=[Flags(names=DX, one=True, table=Table("w.csv", on="n"))]))  # fmt: skip
    assert [r.rule for r in result.rejected] == ["flags-not-one"]


@pytest.mark.parametrize(
    ("cell", "words", "raws"),
    [
        ("a|b", {"sep": "|"}, ["a", "b"]),
        ("['a', 'b']", {"form": "list"}, ["a", "b"]),
        ("{'a': 0.7}", {"form": "dict"}, ["a"]),
        ("a", {}, ["a"]),
        ("", {}, []),
    ],
)
def test_classes_of_a_cell(
    tmp_path: Path, cell: str, words: dict[str, Any], raws: list[str]
) -> None:
    put(tmp_path, {"1.png": "", "t.csv": f'n,x\n1,"{cell}"\n'})
    case = case_with(tmp_path, Class("{x}", names=DX, table=Table("t.csv", on="n"), **words))
    assert [a.raw for a in case.annotations] == raws


def test_boxes_from_rows_lists_in_cells_and_nested_records(tmp_path: Path) -> None:
    put(tmp_path, {"1.png": "", "b.csv": "n,k,x,y,w,h\n1,a,1,2,3,4\n1,b,,,,\n",
                   "c.csv": 'n,box\n1,"[1.5, 2, 3, 4]"\n'})  # fmt: skip
    rows = Boxes(xywh=("{x}", "{y}", "{w}", "{h}"), by="{k}", names=DX, empty=ABSENT,
                 table=Table("b.csv", on="n"))  # fmt: skip
    found = case_with(tmp_path, rows).annotations
    assert found[0].values == (("x", "1"), ("y", "2"), ("w", "3"), ("h", "4"))
    assert [(a.state, a.raw) for a in found] == [("given", "a"), ("absent", "b")]
    cell = Boxes(xyxy="{box}", name="lesion", table=Table("c.csv", on="n"))
    assert dict(case_with(tmp_path, cell).annotations[0].values)["x1"] == "1.5"
    put(tmp_path, {"r.json": json.dumps([{"f": "1.png", "o": [{"c": "a", "b": {"x": 7}}]}])})
    nested = Boxes(each="o/*", circle=("{b/x}", "{b/x}", "{b/x}"), by="{c}", names=DX)
    source = toy(cases=Records("r.json", image="{f}"), labels=[nested])
    (case,) = cases_of(tmp_path, source)
    assert case.annotations[0].values == (("cx", "7"), ("cy", "7"), ("r", "7"))


def test_run_lengths_that_are_blank_mean_nothing_there(tmp_path: Path) -> None:
    put(tmp_path, {"1.png": "", "r.csv": "n,k,rle\n1,a,1 3\n1,b,-1\n"})
    part = Mask(rle="{rle}", by="{k}", names=DX, size=(10, 20), empty=ABSENT,
                table=Table("r.csv", on="n"))  # fmt: skip
    found = case_with(tmp_path, part).annotations
    assert [(a.state, a.raw) for a in found] == [("given", "a"), ("absent", "b")]
    assert found[0].values == (("rle", "1 3"), ("size_w", "10"), ("size_h", "20"))


def test_numbers_outside_their_range_or_no_numbers_reject_the_case(tmp_path: Path) -> None:
    put(tmp_path, {"t.csv": "n,v\n1,50\n2,500\n3,x\n", **{f"{n}.png": "" for n in (1, 2, 3)}})
    part = Value("{v}", name="age", unit="year", valid=(0, 120), table=Table("t.csv", on="n"))
    result = run(tmp_path, toy(cases=Files("{n:d}.png"), labels=[part]))
    assert result.cases.num_rows == 1
    assert [r.rule for r in result.rejected] == ["value-out-of-range", "not-a-number"]


def test_reports_in_files_are_read_and_cut_into_sections(tmp_path: Path) -> None:
    put(tmp_path, {"1.png": "", "r/s1.txt": "FINDINGS:\n Clear\n lungs.\n\nIMPRESSION: Normal."})
    part = Report("r/s{n}.txt", sections={"findings": "FINDINGS:", "impression": "IMPRESSION:"})
    values = dict(case_with(tmp_path, part).annotations[0].values)
    assert values == {"findings": "Clear lungs.", "impression": "Normal.", "language": "en"}


def test_pixel_instances_get_their_class_from_a_table(tmp_path: Path) -> None:
    put(tmp_path, {"1.png": "", "m1.tif": "", "t.csv": "n,pixel,code\n1,1,a\n1,2,b\n"})
    part = Mask("m{n}.tif", by="{code}", instances="{pixel}", names=DX,
                lookup=Table("t.csv", on=("n", "pixel")))  # fmt: skip
    found = case_with(tmp_path, part).annotations
    assert [(a.instance, a.raw, a.files) for a in found] == [
        ("1", "a", ("m1.tif",)), ("2", "b", ("m1.tif",)),
    ]  # fmt: skip


def test_alternatives_may_write_a_field_differently(tmp_path: Path) -> None:
    """A choice of the first template is not the only one that label files may have."""
    put(tmp_path, ["a/1-DUAL.png", "b/1-SPIR.png", "m/1-DUAL.tif", "m/1-SPIR.tif"])
    source = toy(cases=Files(("a/{n:d}-{seq:DUAL}.png", "b/{n:d}-{seq:SPIR}.png")),
                 labels=[Mask("m/{n}-{seq}.tif", names={1: "A"})])  # fmt: skip
    found = cases_of(tmp_path, source)
    assert [c.annotations[0].files for c in found] == [("m/1-DUAL.tif",), ("m/1-SPIR.tif",)]
    put(tmp_path, ["c/x7.png", "d/x007.png", "m/7.tif"])
    source = toy(cases=Files(("c/x{n:d}.png", "d/x{n:03d}.png")), exclude={"d/x007.png": "twice"},
                 labels=[Mask("m/{n}.tif", names={1: "A"})])  # fmt: skip
    put(tmp_path, ["d/x008.png", "m/8.tif"])
    (tmp_path / "d/x007.png").unlink()
    assert [c.identity for c in cases_of(tmp_path, source)] == [(("n", "7"),), (("n", "8"),)]


def test_columns_cut_by_several_templates_keep_all_their_values(tmp_path: Path) -> None:
    put(tmp_path, {"1.png": "", "2.png": "", "m_a.tif": "", "m_b.tif": "",
                   "t.csv": "f,n\nx-a,1\ny_b,2\n"})  # fmt: skip
    table = Table("t.csv", parse={"f": ("x-{k:a}", "y_{k:b}")}, image="{n}.png")
    found = cases_of(tmp_path, toy(cases=table, labels=[Mask("m_{k}.tif", names={1: "A"})]))
    assert [c.annotations[0].files for c in found] == [("m_a.tif",), ("m_b.tif",)]


@pytest.mark.parametrize(
    "image",
    ["p/{id}_{patch}.png", First("q/{id}_{patch}.png", "p/{id}_{patch}.png"),
     {"image": "p/{id}_{patch}.png"}],
)  # fmt: skip
@pytest.mark.parametrize("key", [None, "{id}/{patch}"])
def test_a_row_with_several_images_is_a_case_for_each(tmp_path: Path, image: Any, key: Any) -> None:
    put(tmp_path, {"c.csv": "id,dx\nx,a\ny,b\n", "p/x_1.png": "", "p/x_2.png": "", "p/y_1.png": ""})
    source = toy(cases=Table("c.csv", image=image, key=key), subject="{id}", study="{patch}",
                 labels=[Class("{dx}", names=DX)])  # fmt: skip
    found = cases_of(tmp_path, source)
    assert [[f.path for f in c.files] for c in found] == [
        ["p/x_1.png"], ["p/x_2.png"], ["p/y_1.png"],
    ]  # fmt: skip
    assert [c.annotations[0].raw for c in found] == ["a", "a", "b"]
    assert found[0].identity == (("id", "x"), ("patch", "1"))


def test_roles_of_one_image_stay_together_where_a_row_has_several(tmp_path: Path) -> None:
    put(tmp_path, {"c.csv": "id\nx\n", **{f"{r}/x_{n}.png": "" for r in "pq" for n in (1, 2)}})
    image = {"one": "p/{id}_{patch}.png", "two": "q/{id}_{patch}.png"}
    source = toy(cases=Table("c.csv", image=image), study="{patch}")
    assert [[(f.role, f.path) for f in c.files] for c in cases_of(tmp_path, source)] == [
        [("one", "p/x_1.png"), ("two", "q/x_1.png")],
        [("one", "p/x_2.png"), ("two", "q/x_2.png")],
    ]


def test_attributes_ride_on_their_label(tmp_path: Path) -> None:
    put(tmp_path, {"1.png": "", "t.csv": "n,dx,grade\n1,a,4\n1,b,\n"})
    part = Class("{dx}", names=DX, attrs={"grade": "{grade}"}, table=Table("t.csv", on="n"))
    assert [a.attrs for a in case_with(tmp_path, part).annotations] == [(("grade", "4"),), ()]


def test_joins_compare_integers_as_integers(tmp_path: Path) -> None:
    put(tmp_path, {"007.png": "", "t.csv": "id,dx\n#7,a\n"})
    source = toy(cases=Files("{n:03d}.png"), join=[Table("t.csv", parse={"id": "#{n:d}"}, on="n")],
                 labels=[Class("{dx}", names=DX)])  # fmt: skip
    (case,) = cases_of(tmp_path, source)
    assert case.annotations[0].raw == "a"


def test_any_case_fields_join_whatever_their_letters(tmp_path: Path) -> None:
    put(tmp_path, {"RET001OD.jpg": "", "t_od.csv": "n,dx\n1,a\n"})
    source = toy(cases=Files("RET{n:03d}{eye:i}.jpg"),
                 join=[Table("t_{eye:i}.csv", on=("n", "eye"))],
                 labels=[Class("{dx}", names=DX)])  # fmt: skip
    assert len(cases_of(tmp_path, source)[0].annotations) == 1


# -- the commonest mistakes, those that data shows -----------------------------------------------


def test_star_where_a_capture_is_needed(tmp_path: Path) -> None:
    put(tmp_path, ["case_1/imaging.nii", "case_2/imaging.nii"])
    text = fails(tmp_path, cases=Files("case_*/{f}.nii"))
    assert '2 files are "image" of one case {f=imaging}: case_1/imaging.nii, case_2/' in text
    assert "A * hides what tells them apart" in text


def test_two_spellings_of_one_case_are_a_rejection_that_names_both(tmp_path: Path) -> None:
    put(tmp_path, ["7.png", "07.png", "8.png"])
    result = run(tmp_path, toy(cases=Files("{n:d}.png")))
    assert result.cases.num_rows == 1
    assert [(r.rule, r.value) for r in result.rejected] == [("duplicate-case", "07.png and 7.png")]


def test_two_readings(tmp_path: Path) -> None:
    put(tmp_path, ["a_b_c.nii"])
    assert "reads 'a_b_c.nii' as patient=a, study=b_c or patient=a_b, study=c" in fails(
        tmp_path, cases=Files("{patient}_{study}.nii")
    )


def test_ambiguous_label_is_settled_by_what_the_cases_know(tmp_path: Path) -> None:
    put(tmp_path, ["a_b.png", "m/a_b_left_x.tif"])
    part = Mask("m/{id}_{s}.tif", by="{s}", names={"left_x": "A"})
    (case,) = cases_of(tmp_path, toy(cases=Files("{id}.png"), labels=[part]))
    assert case.annotations[0].raw == "left_x"


def test_no_such_column(tmp_path: Path) -> None:
    put(tmp_path, {"m.csv": "image,dx\n1,a\n", "1.png": ""})
    text = fails(tmp_path, cases=Table("m.csv", image="{image}.png"),
                 labels=[Class("{diagnosis}", names=DX)])  # fmt: skip
    assert "has no column 'diagnosis'. It has dx, image." in text


def test_image_template_with_a_misspelt_column(tmp_path: Path) -> None:
    put(tmp_path, {"m.csv": "image_id,dx\n1,a\n", "1.png": "", "2.png": ""})
    text = fails(tmp_path, cases=Table("m.csv", image="{imge_id}.png"))
    assert "captures {imge_id}, which its rows do not have and nothing uses" in text
    assert "Did you mean {image_id}?" in text


def test_unlisted_raw_value(tmp_path: Path) -> None:
    put(tmp_path, {"m.csv": "id,dx\n1,a\n2,zz\n3,zz\n", **{f"{n}.png": "" for n in (1, 2, 3)}})
    text = fails(tmp_path, cases=Table("m.csv", image="{id}.png"),
                 labels=[Class("{dx}", names=DX)])  # fmt: skip
    assert "'zz' (2 rows, first: m.csv line 3) is not in names" in text
    assert '"zz": None to ignore it' in text


def test_layout_not_found(tmp_path: Path) -> None:
    put(tmp_path, {"train.csv": "p\n1\n", "x/y/patient1.jpg": ""})
    text = fails(tmp_path, cases=Files("{set}/{patient}/{study}/{view}.png"))
    assert f"looked under {tmp_path} (4 levels)" in text
    assert 'o file like "{set}/{patient}/{study}/{view}.png"' in text


def test_label_file_of_no_case(tmp_path: Path) -> None:
    put(tmp_path, ["1.png", "2.png"])
    text = fails(tmp_path, cases=Files("{n:d}.png"), labels=[Mask("m/{n}.tif", name="polyp")])
    assert '2 of 2 cases have no Mask "m/{n}.tif"' in text
    assert 'missing="unknown"' in text


def test_subject_is_missing(tmp_path: Path) -> None:
    put(tmp_path, ["1.png"])
    assert "subject= is missing" in fails(tmp_path, cases=Files("{n:d}.png"), subject=None)


def test_nothing_in_common_and_unused_capture(tmp_path: Path) -> None:
    put(tmp_path, ["1.png", "m/a.tif", "m/1_a.tif"])
    cases = Files("{n:d}.png")
    assert "shares no field with the cases (n)" in fails(
        tmp_path, cases=cases, labels=[Mask("m/{k}.tif", by="{k}", names=DX)]
    )
    text = fails(tmp_path, cases=cases, labels=[Mask("m/{n}_{nn}.tif", names={1: "A"})])
    assert "captures {nn}, which neither the cases nor this part uses" in text


def test_join_that_does_not_meet(tmp_path: Path) -> None:
    put(tmp_path, {"I1.png": "", "t.csv": "image,dx\nI1.jpg,a\n"})
    words: dict[str, Any] = {"cases": Files("{image}.png")}
    text = fails(tmp_path, join=[Table("t.csv", on="image")],
                 labels=[Class("{dx}", names=DX)], **words)  # fmt: skip
    assert "0 of 1 cases matched. Cases have image='I1', the table has image='I1.jpg'" in text
    assert 'parse={"image": "{image}.jpg"}' in text


def test_one_name_in_two_tables_with_other_values_needs_an_alias(tmp_path: Path) -> None:
    put(tmp_path, {"q.csv": "id,content\n1,why\n", "a.csv": "id,content\n1,so\n"})
    words: dict[str, Any] = {"cases": Table("q.csv", key="{id}")}
    part = QA("{content}", answer="{content}")
    assert "alias=" in fails(tmp_path, join=[Table("a.csv", on="id")], labels=[part], **words)
    aliased = QA("{content}", answer="{a.content}")
    join = [Table("a.csv", alias="a", on="id")]
    (case,) = cases_of(tmp_path, toy(join=join, labels=[aliased], **words))
    assert dict(case.annotations[0].values)["answer"] == "so"


def test_two_joins_of_several_rows_are_refused(tmp_path: Path) -> None:
    put(tmp_path, {"1.png": "", "a.csv": "n,x\n1,a\n1,b\n", "b.csv": "n,y\n1,c\n1,d\n"})
    parts = [Class("{x}", names=DX), Class("{y}", names={"c": "C", "d": "D"})]
    joins = [Table("a.csv", on="n"), Table("b.csv", on="n")]
    text = fails(tmp_path, cases=Files("{n:d}.png"), join=joins, labels=parts)
    assert "both give several rows per case" in text


def test_flag_outside_values_and_image_that_is_all_label(tmp_path: Path) -> None:
    put(tmp_path, {"1.png": "", "w.csv": "n,a\n1,maybe\n"})
    cases = Files("{n:d}.png")
    assert "'maybe' (1 rows" in fails(
        tmp_path, cases=cases, labels=[Flags(names={"a": "A"}, table=Table("w.csv", on="n"))]
    )
    assert "every image is also a file of Mask" in fails(
        tmp_path, cases=cases, labels=[Mask("{n}.png", name="polyp")]
    )


def test_annotations_keep_the_order_of_parts_and_rows(tmp_path: Path) -> None:
    put(tmp_path, {"m.csv": "id,d\n2,b\n1,a\n1,b\n", "1.png": "", "2.png": ""})
    parts = [Class("{d}", names=DX), Class("{id}", names={"1": "A", "2": "B"})]
    source = toy(cases=Table("m.csv", image="{id}.png"), labels=parts)
    one, two = cases_of(tmp_path, source)
    assert [(a.part, a.raw) for a in one.annotations] == [(0, "a"), (0, "b"), (1, "1")]
    assert [(a.part, a.raw) for a in two.annotations] == [(0, "b"), (1, "2")]
    assert isinstance(one.annotations[0], Annotation)
