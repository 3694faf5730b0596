"""Bytes by reference, the listing, and the folder in which a layout lies."""

import base64
import io
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from gmai_data import NO_SUBJECT, Files, Source
from gmai_data.errors import DeclarationError, RejectedItem, UsageError
from gmai_data.grammar.disk import Disk
from gmai_data.grammar.layout import find_root, not_found, plans
from gmai_data.listing import list_root
from gmai_data.roots import Root, list_members, local_path, read_bytes


def roots_of(path: Path) -> dict[str, Root]:
    return {"toy": Root("toy", str(path))}


def put(path: Path, data: bytes = b"x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def toy(template: Any, **words: Any) -> Source:
    return Source(
        name="toy", title="Toy", version="1.0.0", homepage="h", license="MIT", access="open",
        evidence=("e",), verified="memory", cases=Files(template), subject=NO_SUBJECT, **words,
    )  # fmt: skip


def root_of(source: Source, path: Path) -> str | None:
    roots = roots_of(path)
    disk = Disk(roots, "toy", list_root(roots["toy"]))
    return find_root(disk, plans(source)[0])


def test_listing_is_sorted_and_junk_is_invisible(tmp_path: Path) -> None:
    for name in ("b/2.png", "a.png", "b/._2.png", "__MACOSX/a.png", ".DS_Store", "Thumbs.db",
                 ".git/config"):  # fmt: skip
        put(tmp_path / name, b"abc")
    listing = list_root(Root("toy", str(tmp_path)))
    assert listing.paths.to_pylist() == ["a.png", "b/2.png"]
    assert listing.sizes.to_pylist() == [3, 3]
    assert all(int(token) > 0 for token in listing.tokens.to_pylist())


def test_listing_survives_a_link_that_leads_back(tmp_path: Path) -> None:
    put(tmp_path / "a" / "x.png")
    (tmp_path / "a" / "again").symlink_to(tmp_path / "a")
    paths = list_root(Root("toy", str(tmp_path))).paths.to_pylist()
    assert "a/x.png" in paths
    assert len(paths) < 5


def test_listing_of_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        list_root(Root("toy", str(tmp_path / "none")))


def test_members_of_zip_and_tar_are_read_and_extracted_for_libraries(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("in/x.txt", "zip")
    for name, mode in (("a.tar", "w"), ("b.tar.gz", "w:gz")):
        with tarfile.open(tmp_path / name, mode) as tar:
            info = tarfile.TarInfo("in/x.txt")
            info.size = 3
            tar.addfile(info, io.BytesIO(b"tar"))
    roots = roots_of(tmp_path)
    assert read_bytes(roots, "toy", "a.zip!in/x.txt") == b"zip"
    assert read_bytes(roots, "toy", "a.tar!in/x.txt") == b"tar"
    assert read_bytes(roots, "toy", "b.tar.gz!in/x.txt") == b"tar"
    assert list_members(roots, "toy", "b.tar.gz") == [("in/x.txt", 3)]
    with local_path(roots, "toy", "a.zip!in/x.txt") as copy:
        assert Path(copy).read_bytes() == b"zip"
        assert copy.endswith("x.txt")
    assert not Path(copy).exists()


@pytest.mark.parametrize(
    "path", ["../secret", "a/../../secret", "/etc/passwd", "a.zip!../secret", "a.zip!/etc/x"]
)
def test_nothing_outside_a_root_is_read(tmp_path: Path, path: str) -> None:
    put(tmp_path / "secret")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("../secret", "evil")
    with pytest.raises(RejectedItem) as error:
        read_bytes(roots_of(tmp_path), "toy", path)
    assert error.value.rule == "unsafe-path"
    assert list_members(roots_of(tmp_path), "toy", "a.zip") == []


def test_broken_archives_missing_members_and_files_are_named_rejections(tmp_path: Path) -> None:
    put(tmp_path / "bad.zip", b"PK nonsense")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x", "1")
    roots = roots_of(tmp_path)
    for path, rule in (("bad.zip!x", "broken-archive"), ("a.zip!y", "missing-member"),
                       ("none.png", "missing-file"), ("none.zip!y", "missing-file")):  # fmt: skip
        with pytest.raises(RejectedItem) as error:
            read_bytes(roots, "toy", path)
        assert error.value.rule == rule


def test_pictures_that_stand_in_a_table_are_read_by_line(tmp_path: Path) -> None:
    rows = [base64.b64encode(data).decode() for data in (b"one", b"two")]
    put(tmp_path / "t.tsv", "\n".join(["n\timage", *(f"{n}\t{r}" for n, r in enumerate(rows))])
        .encode())  # fmt: skip
    assert read_bytes(roots_of(tmp_path), "toy", "t.tsv!image/3.png") == b"two"
    with pytest.raises(RejectedItem):
        read_bytes(roots_of(tmp_path), "toy", "t.tsv!image/9.png")


def test_another_source_that_is_not_on_disk_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="other"):
        read_bytes(roots_of(tmp_path), "toy", "<other>/a.png")


@pytest.mark.parametrize("depth", range(5))
def test_root_is_found_up_to_four_levels_down(tmp_path: Path, depth: int) -> None:
    prefix = "".join(f"l{n}/" for n in range(depth))
    put(tmp_path / f"{prefix}case_00001/imaging.nii.gz")
    assert root_of(toy("case_{case:05d}/imaging.nii.gz"), tmp_path) == prefix


def test_nested_duplicate_is_solved_by_the_shallowest_root(tmp_path: Path) -> None:
    put(tmp_path / "x/images/1.png")
    put(tmp_path / "x/x/images/1.png")
    assert root_of(toy("images/{n:d}.png"), tmp_path) == "x/"


def test_two_roots_side_by_side_are_an_error_that_names_both(tmp_path: Path) -> None:
    put(tmp_path / "Training/1/t1.nii")
    put(tmp_path / "Validation/2/t1.nii")
    with pytest.raises(DeclarationError) as error:
        root_of(toy("{case:d}/t1.nii"), tmp_path)
    assert "Training/" in str(error.value)
    assert "Validation/" in str(error.value)


def test_named_root_candidates_are_tried_in_order(tmp_path: Path) -> None:
    put(tmp_path / "IDRiD/A. Segmentation/1.png")
    put(tmp_path / "IDRiD/B. Grading/1.png")
    source = toy("{n:d}.png", root=("A. Segmentation", ""))
    assert root_of(source, tmp_path) == "IDRiD/A. Segmentation/"


def test_layout_that_is_not_there_names_template_place_and_nearest_file(tmp_path: Path) -> None:
    put(tmp_path / "small/train/patient00001/view1_frontal.jpg")
    source = toy("{set:train|valid}/{patient}/{study}/{view}.jpg")
    roots = roots_of(tmp_path)
    disk = Disk(roots, "toy", list_root(roots["toy"]))
    plan = plans(source)[0]
    assert find_root(disk, plan) is None
    text = not_found(disk, plan)
    assert str(tmp_path) in text
    assert "{patient}/{study}" in text
    assert "nearest: small/train/patient00001/view1_frontal.jpg" in text
