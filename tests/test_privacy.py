"""What a private DICOM release says of a person stays out of everything that leaves."""

from dataclasses import replace

import pytest
from pydicom.dataset import Dataset

from gmai_data import DicomSeries, Flags, Points, Table
from gmai_data.answer import answer_offline
from gmai_data.arrow import from_table, to_row
from gmai_data.ask import ask
from gmai_data.config import AskConfig, Config, ReadConfig
from gmai_data.errors import RejectedItem
from gmai_data.listing import list_root
from gmai_data.output.record import record_bytes, sample_record
from gmai_data.read import read_case
from gmai_data.review import review
from gmai_data.roots import Root
from gmai_data.scan import scan
from gmai_data.schema import Case, Sample
from gmai_data.steps import rejection
from gmai_data.testing import fake_dicom_series, write_table
from gmai_data.words.bind import bind
from gmai_data.words.prompts import load_prompts
from tests.read_cases import annotation, source_of
from tests.test_slice_labels import volume

WHO = {
    "PatientID": "MRN-7746613", "PatientName": "Quixote^Alonso", "PatientBirthDate": "19510423",
    "AccessionNumber": "ACC55512", "InstitutionName": "Hospital de la Mancha",
    "ReferringPhysicianName": "Panza^Sancho", "StudyDate": "20190317",
    "StudyInstanceUID": "1.2.826.0.1.3680043.77.1", "SeriesInstanceUID": "1.2.826.0.1.3680043.77.2",
    "FrameOfReferenceUID": "1.2.826.0.1.3680043.77.3", "SeriesDescription": "Quixote follow-up",
    "ProtocolName": "MANCHA-1", "StationName": "LAMANCHA",
}  # fmt: skip


@pytest.fixture
def release(tmp_path):
    made = fake_dicom_series(tmp_path / "in" / "Quixote_Alonso", volume(), name="Quixote-{n}.dcm",
                             spacing_mm=(2, 2, 5), **WHO)  # fmt: skip
    write_table(tmp_path / "in" / "labels.csv", ["SOPInstanceUID", "finding", "state"],
                [(one.SOPInstanceUID, "sub", n % 2) for n, one in enumerate(made)])  # fmt: skip
    table = Table("labels.csv", on="SOPInstanceUID")
    source = source_of(
        Flags("{state}", by="{finding}", names={"sub": "subdural haemorrhage"}, table=table),
        cases=DicomSeries("{who}/*.dcm"), subject="{PatientID}", study="{StudyInstanceUID}",
        identity="private",
    )  # fmt: skip
    return tmp_path / "in", source, made


def secrets_of(made: list[Dataset], folder) -> list[str]:
    found = [*WHO.values(), "Quixote", "Alonso", "MANCHA", "Mancha", "7746613"]
    return [*found, *(str(one.SOPInstanceUID) for one in made), str(folder), ".dcm", "sop="]


def test_no_record_holds_an_id_a_name_a_uid_or_a_path(release):
    folder, source, made = release
    roots = {source.name: Root(source.name, str(folder))}
    found = scan(source, roots, list_root(roots[source.name]), Config(), b"secret")
    (case,) = from_table(Case, found.cases)
    prompts = load_prompts()
    count = 0
    for picture in read_case(source, case, roots, ReadConfig(planes=("axial",), budget=0)):
        bound = bind(source, case, picture.slice)
        for request in ask(source, case, bound, AskConfig(questions=30), prompts):
            sample = review(source, case, bound, request, answer_offline(request, bound, prompts))
            assert isinstance(sample, Sample)
            text = record_bytes(sample_record(sample, source)).decode()
            leaked = [one for one in secrets_of(made, folder) if one in text]
            assert not leaked
            assert not any(one.encode() in picture.image for one in WHO.values())
            count += 1
    assert count > 10


def test_what_joins_a_label_to_its_slice_is_neither_name_nor_uid(release):
    folder, source, made = release
    roots = {source.name: Root(source.name, str(folder))}
    found = scan(source, roots, list_root(roots[source.name]), Config(), b"secret")
    (case,) = from_table(Case, found.cases)
    for picture in read_case(source, case, roots, ReadConfig(planes=("axial",), budget=0)):
        row = {k: v for k, v in to_row(picture.slice).items() if k != "files"}
        assert len(picture.slice.instances) == 2
        assert not [one for one in secrets_of(made, folder) if one in str(row)]


def test_no_rejection_of_a_private_release_names_its_files_or_objects(release):
    folder, source, made = release
    (folder / "Quixote_Alonso" / "Quixote-3.dcm").write_bytes(b"broken")
    roots = {source.name: Root(source.name, str(folder))}
    found = scan(source, roots, list_root(roots[source.name]), Config(), b"secret")
    rows = [str(to_row(row)) for row in found.rejected]
    points = source_of(Points(xy=("{x}", "{y}"), name="nodule"), identity="private")
    for case in from_table(Case, found.cases):
        note = annotation(points, values=(("x", "1"), ("y", "1")), slice="sop=Quixote-9")
        with pytest.raises(RejectedItem) as caught:
            read_case(points, replace(case, annotations=(note,)), roots, ReadConfig())
        rows.append(str(to_row(rejection(source, "k", case.key, "read", caught.value, roots))))
    assert rows
    for row in rows:
        assert not [one for one in secrets_of(made, folder) if one in row], row
