"""Finding sources: names without imports, clashes, broken files, places on disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gmai_data.config import Config
from gmai_data.errors import DeclarationError, SourceNotFoundError, UsageError
from gmai_data.find import find, load, load_all, locate, look_again

SOURCE = """
from gmai_data import NO_SUBJECT, Class, Files, Source
SOURCE = Source(
    name="{name}", title="T", version="1.0.0", homepage="https://example.org", license="CC0-1.0",
    access="open", evidence=("e",), verified="memory",
    cases=Files("{{name}}/{{n}}.png"), subject=NO_SUBJECT, labels=[Class("{{name}}"{extra})],
)
"""


def write(folder: Path, name: str, *, file: str = "", extra: str = "") -> Path:
    path = folder / f"{file or name.replace('-', '_')}.py"
    path.write_text(SOURCE.format(name=name, extra=extra))
    return path


def test_bundled_sources_are_in_name_order_and_named_after_their_files() -> None:
    found = find()
    assert list(found) == sorted(found)
    assert found["kits23"].origin == "source_adapters/kits23.py"
    assert found["kits23"].load().name == "kits23"


def test_listing_names_runs_no_adapter_and_imports_nothing_heavy() -> None:
    code = (
        "import sys; from gmai_data.find import find; n = len(find());"
        "print(n > 3, [m for m in sys.modules if m.startswith('source_adapters.')],"
        "sorted({'numpy', 'pandas', 'pyarrow', 'dask'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "True [] []"


def test_a_source_is_loaded_without_the_others() -> None:
    code = (
        "import sys; from gmai_data.find import load; load('kits23');"
        "print([m for m in sys.modules if m.startswith('source_adapters.')])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "['source_adapters.kits23']"


def test_a_file_in_a_source_path_is_a_source_and_private_files_are_not(tmp_path: Path) -> None:
    path = write(tmp_path, "my-set")
    (tmp_path / "_shared.py").write_text("raise SystemExit")
    found = find([str(tmp_path)])
    assert found["my-set"].origin == str(path.resolve())
    assert load("my-set", [str(tmp_path)]).title == "T"
    assert "-shared" not in found


def test_an_edited_file_is_seen_at_once_and_no_bytecode_is_left(tmp_path: Path) -> None:
    code = (
        "import sys; from gmai_data.find import load;print(load('my-set', [sys.argv[1]]).license)"
    )

    def licence() -> str:
        command = [sys.executable, "-c", code, str(tmp_path)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    path = write(tmp_path, "my-set")
    before = path.stat().st_mtime_ns
    assert licence() == "CC0-1.0"
    path.write_text(path.read_text().replace("CC0-1.0", "CC0-9.9"))
    os.utime(path, ns=(before, before))
    assert licence() == "CC0-9.9"
    assert [p.name for p in tmp_path.iterdir()] == ["my_set.py"]


def test_two_sources_of_one_name_are_an_error_that_names_both(tmp_path: Path) -> None:
    write(tmp_path, "kits23")
    with pytest.raises(DeclarationError) as error:
        find([str(tmp_path)])
    assert "source_adapters/kits23.py" in str(error.value)
    assert str(tmp_path / "kits23.py") in str(error.value)


def test_an_unknown_name_gets_the_names_near_it() -> None:
    with pytest.raises(SourceNotFoundError, match=r"'kits_32'.*Did you mean .*kits23") as error:
        load("kits_32")
    assert error.value.exit_code == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "import no_such_module_here",
            "ModuleNotFoundError: No module named 'no_such_module_here'",
        ),
        ("SOURCE = (", "SyntaxError"),
        ("raise SystemExit(4)", "SystemExit: 4"),
        ("x = 1", "must hold SOURCE"),
        (SOURCE.format(name="other", extra=""), "declares name='other'"),
    ],
)
def test_a_file_that_cannot_be_loaded_is_one_sentence_and_the_others_still_load(
    tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "broken.py").write_text(text)
    write(tmp_path, "fine")
    sources, broken = load_all([str(tmp_path)])
    assert "fine" in sources
    assert "kits23" in sources
    assert list(broken) == ["broken"]
    assert said in broken["broken"]
    assert "broken.py" in broken["broken"]
    with pytest.raises(DeclarationError):
        load("broken", [str(tmp_path)])


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        (", nmaes={}", r"Class\(\) has no option 'nmaes'\. Did you mean names\?"),
        (", emtpy='absent'", r"Class\(\) has no option 'emtpy'\. Did you mean empty\?"),
        (", zzz=1", r"Class\(\) has no option 'zzz'\. It has array, attrs"),
    ],
)
def test_a_misspelt_option_is_named_with_its_line_and_the_right_word(
    tmp_path: Path, extra: str, said: str
) -> None:
    write(tmp_path, "typo", extra=extra)
    with pytest.raises(DeclarationError, match=said) as error:
        load("typo", [str(tmp_path)])
    assert "typo.py, line 6" in str(error.value)


def test_a_source_path_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not a folder"):
        find([str(tmp_path / "none")])


def test_a_source_is_located_by_its_place_then_under_the_data_root(tmp_path: Path) -> None:
    source = load("kits23")
    (tmp_path / "data/kits23").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    under = locate(source, Config(data=str(tmp_path / "data")))
    assert under is not None
    assert under.path == str(tmp_path / "data/kits23")
    placed = locate(
        source, Config(data=str(tmp_path / "data"), places={"kits23": str(tmp_path / "elsewhere")})
    )
    assert placed is not None
    assert placed.path == str(tmp_path / "elsewhere")
    assert locate(source, Config(data=str(tmp_path / "elsewhere"))) is None
    assert locate(source, Config()) is None


def test_a_missing_data_root_or_place_is_a_mistake_and_not_an_empty_build(tmp_path: Path) -> None:
    source = load("kits23")
    with pytest.raises(UsageError, match="There is no data root"):
        locate(source, Config(data=str(tmp_path / "none")))
    with pytest.raises(UsageError, match=r"kits23 is at .*none, which is not a folder"):
        locate(source, Config(places={"kits23": str(tmp_path / "none")}))


def test_a_packaged_source_is_found_without_importing_its_package(tmp_path: Path) -> None:
    text = SOURCE.format(name="in-package", extra="").replace(
        'verified="memory"', 'verified="memory", package="pydicom/data/test_files"'
    )
    (tmp_path / "in_package.py").write_text(text)
    (tmp_path / "data").mkdir()
    source = load("in-package", [str(tmp_path)])
    root = locate(source, Config())
    assert root is not None
    assert (Path(root.path) / "CT_small.dcm").is_file()
    assert locate(source, Config(data=str(tmp_path / "data"))) is None
    named = Config(data=str(tmp_path / "data"), sources=("in-package",))
    assert locate(source, named) == root
    code = (
        "import sys; from gmai_data.find import load, locate; from gmai_data.config import Config;"
        f"locate(load('in-package', [{str(tmp_path)!r}]), Config());"
        "print('pydicom' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"


def test_an_object_store_is_listed_once_for_all_sources() -> None:
    import fsspec

    store = fsspec.filesystem("memory")
    store.pipe("/bucket/kits23/case_00000/imaging.nii.gz", b"x")
    look_again()
    root = locate(load("kits23"), Config(data="memory://bucket"))
    assert root is not None
    assert root.path == "memory://bucket/kits23"
    store.rm("/bucket/kits23", recursive=True)
    assert locate(load("busi"), Config(data="memory://bucket")) is None
    with pytest.raises(UsageError, match="There is no data root"):
        locate(load("busi"), Config(data="memory://elsewhere"))


def test_messages_about_a_declaration_name_its_file_and_line(tmp_path: Path) -> None:
    from gmai_data.grammar.lint import lint
    from gmai_data.listing import list_root
    from gmai_data.roots import Root
    from gmai_data.scan import scan

    path = write(tmp_path, "my-set")
    source = load("my-set", [str(tmp_path)])
    line = next(n for n, t in enumerate(path.read_text().splitlines(), 1) if "Class(" in t)
    assert lint(source)[0].endswith(f"for? [{path.resolve()}, line {line}]")
    (tmp_path / "data").mkdir()
    root = Root("my-set", str(tmp_path / "data"))
    with pytest.raises(DeclarationError, match=r"there is no file.*my_set\.py"):
        scan(source, {"my-set": root}, list_root(root), Config())
    kits = load("kits23")
    with pytest.raises(DeclarationError, match=r"\[source_adapters/kits23.py"):
        scan(kits, {"kits23": root}, list_root(root), Config())
