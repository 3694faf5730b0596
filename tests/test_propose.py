"""A declaration proposed from a folder: what is seen in names and values, and that it fits."""

import importlib
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from gmai_data.declare import Class, Files, Mask
from gmai_data.errors import UsageError
from gmai_data.listing import list_root
from gmai_data.propose.draft import Draft
from gmai_data.propose.look import Look, sort_masks
from gmai_data.propose.paths import number_format, shapes, split_of_word
from gmai_data.propose.propose import propose
from gmai_data.propose.write import Tried, declaration, made, wrapped
from gmai_data.roots import Root
from gmai_data.scaffold import scaffold_from
from gmai_data.testing import (
    fake_dicom_series,
    fake_image,
    fake_mask,
    fake_nifti,
    fake_volume,
    noise,
    write_json,
    write_table,
    write_text,
)

# Every ninth of the sources there were when this was written, by name: none was chosen.
SAMPLE = (
    "3d-ircadb-01", "airogs", "atlas-liver-mr", "bcn20000", "brain-tumor-cheng", "brats2023-met",
    "brset", "care-liqa", "chaoyang", "cholecseg8k", "conic2022", "covid19-radiography-db",
    "ctspine1k", "dentex", "drishti-gs1", "echonet-dynamic", "feta", "fundus-avseg",
    "grazpedwri-dx", "herlev", "icliniq-10k", "iq-othnccd", "isles2022", "kidney-stone-yolo",
    "lag", "lits", "malignant-lymphoma", "medmcqa", "messidor-1", "mnms", "mrnet",
    "msd-task09-spleen", "neurips-cellseg", "octid", "organcmnist", "panda", "pathmnist",
    "pocus-covid", "puma", "retinamnist", "rsna-abdominal-trauma-2023", "rumc-kidney", "sicapv2",
    "spider", "tbx11k", "topcow24", "urinary-tract", "vqa-med-2019", "wsss4luad",
)  # fmt: skip


def proposed(folder: Path) -> tuple[Draft, Tried]:
    root = Root(source="some-set", path=str(folder))
    draft, tried = propose("some-set", root, list_root(root))
    assert isinstance(tried, Tried), tried
    return draft, tried


def test_what_differs_in_names_is_captured_and_typed_and_what_does_not_is_literal() -> None:
    (shape,) = shapes(["a/ISIC_0000012.jpg", "a/ISIC_0004567.jpg"], "image")
    assert shape.template == "a/ISIC_{image:07d}.jpg"
    (shape,) = shapes(["x/img_7_left.PNG", "x/img_12_left.png"], "image")
    assert shape.template == "x/img_{image:d}_left.png"
    (shape,) = shapes(["train/c1/p.nii.gz", "test/c22/p.nii.gz", "test/c3/p.nii.gz"], "case")
    assert shape.template == "{set:test|train}/{case}/p.nii.gz"
    assert shape.closed == {"set": ("test", "train")}


def test_a_case_folder_that_its_files_repeat_is_one_field() -> None:
    (shape,) = shapes(["BraTS_01/BraTS_01_t1.nii", "BraTS_02/BraTS_02_t1.nii"], "case")
    assert shape.template == "{case}/{case}_t1.nii"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["001", "012"], ":03d"), (["1", "12"], ":d"), (["01", "2"], ""), (["a1", "2"], ""),
    ],
)  # fmt: skip
def test_numbers_of_one_form_have_a_format(values: list[str], said: str) -> None:
    assert number_format(values) == said


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("imagesTr", "train"), ("ISIC-2017_Validation_Data", "val"), ("TestSet", "test"),
        ("Testis", ""), ("TrainingData_V2", "train"), ("contrast", ""),
    ],
)  # fmt: skip
def test_a_split_is_read_from_the_words_of_a_name(name: str, split: str) -> None:
    assert split_of_word(name) == split


def test_masks_are_told_from_images_by_their_values_whatever_they_are_called(
    tmp_path: Path,
) -> None:
    for n in range(3):
        fake_image(tmp_path / f"a/{n}.png")
        fake_mask(tmp_path / f"b/{n}.png", (64, 48), {1: (2, 2, 20, 20), 2: (30, 2, 50, 20)})
    found = Look(Root(source="s", path=str(tmp_path)))
    told = sort_masks(found, [f"{f}/{n}.png" for f in "ab" for n in range(3)])
    assert told.masks == ["b/0.png", "b/1.png", "b/2.png"]
    assert set(told.values.values()) == {(1, 2)}


def test_class_folders_masks_beside_images_and_a_table_become_a_declaration_that_fits(
    tmp_path: Path,
) -> None:
    for n in range(1, 7):
        kind = "benign" if n % 2 else "malignant"
        fake_image(tmp_path / f"Set v1/images/{kind}/us_{n:03d}.png", (64, 48))
        fake_mask(tmp_path / f"Set v1/masks/us_{n:03d}_mask.png", (64, 48), {255: (3, 3, 30, 30)})
    rows = [[f"us_{n:03d}.png", f"P{n // 2}", "train" if n < 5 else "test"] for n in range(1, 7)]
    write_table(tmp_path / "Set v1/patients.csv", ["file", "patient_id", "split"], rows)
    write_text(tmp_path / "Set v1/._junk.png", "x")
    draft, tried = proposed(tmp_path)
    source = tried.source
    assert source.root == ("Set v1", "")
    assert source.cases == Files("images/{kind:benign|malignant}/us_{image:03d}.png")
    assert (tried.cases, tried.rejected) == (6, 0)
    assert any("'patient_id' is the patient" in said for said in draft.guessed)
    assert "{split}" in repr(source.split)
    kinds = {type(label): label for label in source.labels}
    assert kinds[Mask].template == "masks/us_{image}_mask.png"  # type: ignore[union-attr]
    assert kinds[Class].names is not None
    assert source.verified == "memory"


def test_channels_of_a_volume_are_one_case_and_its_label_map_a_mask(tmp_path: Path) -> None:
    for case in ("P_001", "P_002", "P_003"):
        for channel in ("t1", "flair"):
            image, mask = fake_volume((12, 10, 8), {1: (2, 8, 2, 8, 2, 6), 3: (3, 5, 3, 5, 3, 5)})
            fake_nifti(tmp_path / f"{case}/{case}_{channel}.nii.gz", image)
        fake_nifti(tmp_path / f"{case}/{case}_seg.nii.gz", mask)
    draft, tried = proposed(tmp_path)
    assert tried.cases == 3
    cases = tried.source.cases
    assert isinstance(cases, Files)
    assert cases.template == "{case}/{case}_{channel:flair|t1}.nii.gz"
    assert cases.channels == {"flair": "FLAIR", "t1": "T1w"}
    (mask_part,) = tried.source.labels
    assert mask_part.names == {1: None, 3: None}  # type: ignore[union-attr]
    assert any("which vocabulary terms are 1, 3" in said for said in draft.unsure)


def test_a_mask_file_per_class_becomes_one_part_by_its_name(tmp_path: Path) -> None:
    for n in range(3):
        fake_image(tmp_path / f"images/{n:02d}.png")
        for part in ("liver", "spleen"):
            fake_mask(tmp_path / f"masks/{n:02d}_{part}.png", (64, 48), {255: (3, 3, 30, 30)})
    _, tried = proposed(tmp_path)
    (part,) = tried.source.labels
    assert isinstance(part, Mask)
    assert part.template == "masks/{image}_{part}.png"
    assert part.names == {"liver": "liver", "spleen": "spleen"}


def test_dicom_series_are_cases_of_the_patients_in_their_headers(tmp_path: Path) -> None:
    for n in range(2):
        volume = (1000 * noise((8, 8, 4), str(n))).astype(np.int16)
        fake_dicom_series(tmp_path / f"P{n}/CT", volume, PatientID=f"P{n}")
    draft, tried = proposed(tmp_path)
    assert tried.cases == 2
    assert tried.source.subject == "{PatientID}"
    assert any("DICOM of CT" in said for said in draft.guessed)


def test_records_with_questions_are_cases_and_name_their_pictures(tmp_path: Path) -> None:
    rows = []
    for n in range(3):
        fake_image(tmp_path / f"pictures/x{n}.jpg")
        rows.append({"image_name": f"x{n}.jpg", "question": "What?", "answer": "This."})
    write_json(tmp_path / "trainset.json", rows[:2])
    write_json(tmp_path / "testset.json", rows[2:])
    _, tried = proposed(tmp_path)
    assert tried.cases == 3
    assert "Records(" in tried.text
    assert 'image="pictures/{image_name}"' in tried.text
    assert 'QA("{question}", answer="{answer}")' in tried.text


def test_a_set_whose_labels_are_kept_back_is_left_out_and_that_is_said(tmp_path: Path) -> None:
    image, mask = fake_volume((12, 10, 8), {1: (2, 8, 2, 8, 2, 6)})
    for n in range(4):
        fake_nifti(tmp_path / f"images{'Tr' if n < 3 else 'Ts'}/hip_{n:03d}.nii.gz", image)
    for n in range(3):
        fake_nifti(tmp_path / f"labelsTr/hip_{n:03d}.nii.gz", mask)
    draft, tried = proposed(tmp_path)
    assert tried.cases == 3
    assert any("imagesTs: no image has a mask" in said for said in draft.unsure)


def test_what_does_not_fit_is_taken_out_and_named(tmp_path: Path) -> None:
    for n in range(4):
        fake_image(tmp_path / f"images/{n}.png")
    fake_mask(tmp_path / "images/0_mask.png", (64, 48), {255: (3, 3, 30, 30)})
    rows = [["0.png", "P1", "train"], ["0.png", "P2", "test"], ["1.png", "P1", "train"]]
    write_table(tmp_path / "a.csv", ["file", "patient_id", "split"], rows)
    draft, tried = proposed(tmp_path)
    assert tried.rejected == 0
    assert declaration("some-set", draft) == tried.text


def test_a_folder_with_nothing_to_build_is_a_sentence_that_names_the_other_way(
    tmp_path: Path,
) -> None:
    write_text(tmp_path / "data/README.md", "no data")
    with pytest.raises(UsageError, match=r"(?s)no file here.*--like"):
        scaffold_from("my-set", str(tmp_path / "data"), str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_long_declarations_are_broken_at_their_outermost_commas() -> None:
    line = 'labels=[Mask("' + "a" * 60 + '", names={1: "x, y", 2: None}), Class("{b}")],'
    text = wrapped(line, 4)
    assert max(map(len, text.splitlines())) <= 100
    assert "".join(text.split()).replace(",)", ")").replace(",]", "]") == "".join(line.split())


@pytest.mark.slow
def test_the_written_files_pass_their_own_test_and_check(tmp_path: Path) -> None:
    data = tmp_path / "data/my-set"
    for n in range(1, 5):
        fake_image(data / f"images/{n:03d}.png", (64, 48))
        fake_mask(data / f"masks/{n:03d}_liver.png", (64, 48), {255: (3, 3, 30, 30)})
    rows = [[f"{n:03d}", f"P{n // 2}"] for n in range(1, 5)]
    write_table(data / "patients.csv", ["image", "patient_id"], rows)
    command = [sys.executable, "-m", "gmai_data", "new", "my-set", "--from", str(data)]
    run = subprocess.run(
        [*command, "--into", "mine"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert "Found: The proposal finds 4 cases there." in run.stdout
    assert "Guessed: Column 'patient_id' is the patient." in run.stdout
    assert 'verified="memory"' in (tmp_path / "mine/my_set.py").read_text()
    written = tmp_path / "mine/my_set.py"  # nobody can tell from the files what they are of
    facts = (
        'access="open",\n    modality="Ultrasound", department="Gastroenterology and Hepatology",'
    )
    written.write_text(written.read_text().replace('access="open",', facts))
    test = [sys.executable, "-m", "pytest", "-q", "mine/tests/test_my_set.py"]
    ran = subprocess.run(test, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    check = [sys.executable, "-m", "gmai_data", "check", "my-set", "--source-path", "mine"]
    checked = subprocess.run(
        [*check, "--data", "data"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "cases     4" in checked.stdout


@pytest.mark.slow
def test_most_fake_releases_lead_to_a_proposal_with_as_many_cases_as_the_real_adapter_finds(
    tmp_path: Path,
) -> None:
    equal = []
    for name in SAMPLE:
        maker = importlib.import_module(f"tests.sources.{name.replace('-', '_')}")
        maker.make(tmp_path / name)
        root = Root(source="some-set", path=str(tmp_path / name))
        _, tried = propose("some-set", root, list_root(root))
        if isinstance(tried, Tried):
            assert made(tried.text).name == "some-set"
            equal += [name] * (tried.cases == maker.EXPECTED.cases)
    assert len(equal) / len(SAMPLE) > 0.6, sorted(set(SAMPLE) - set(equal))
