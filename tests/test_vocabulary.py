import importlib
import pkgutil
from pathlib import Path

import pytest

import source_adapters
from gmai_data import vocabulary
from gmai_data.declare import label_parts
from gmai_data.errors import DeclarationError
from gmai_data.vocabulary import COLUMNS, plural_of, regular_plural
from gmai_data.words.bind import all_names

KNOWN = vocabulary.load()


@pytest.mark.parametrize(
    ("name", "term", "zh"),
    [
        ("left kidney", "left kidney", "左肾"),
        ("right lung nodule", "right lung nodule", "右肺结节"),
        ("Left Adrenal Gland", "left adrenal gland", "左肾上腺"),
        ("bilateral pleural effusion", "bilateral pleural effusion", "双侧胸腔积液"),
        ("right femur", "right femur", "右侧股骨"),
        ("left eye", "left eye", "左眼"),
        ("left ventricle", "left ventricle", "左心室"),
        ("pulmonary nodule", "lung nodule", "肺结节"),
        ("kidney tumor", "kidney tumour", "肾肿瘤"),
        ("metastases", "metastasis", "转移瘤"),
    ],
)
def test_a_name_synonym_plural_or_side_finds_its_term(name, term, zh):
    found = KNOWN.lookup(name)
    assert (found.term, found.zh) == (term, zh)


def test_a_side_in_front_of_an_unpaired_organ_is_no_term():
    assert KNOWN.get("left liver") is None
    assert KNOWN.get("right prostate") is None


def test_a_chamber_is_a_name_and_has_no_side():
    assert KNOWN.lookup("right atrium").side == ""
    assert KNOWN.lookup("left kidney").side == "left"


def test_an_unknown_term_names_its_neighbours():
    with pytest.raises(KeyError, match="melanoma"):
        KNOWN.lookup("melanomma")


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("polyp", "polyps"), ("lung mass", "lung masses"), ("biopsy", "biopsies"),
        ("metastasis", "metastases"), ("upper lobe of the lung", "upper lobes of the lung"),
        ("ovary", "ovaries"), ("tree-in-bud pattern", "tree-in-bud patterns"),
    ],
)  # fmt: skip
def test_regular_plurals(name, plural):
    assert regular_plural(name) == plural


@pytest.mark.parametrize(
    ("name", "plural"),
    [("vertebra", "vertebrae"), ("drusen", "drusen"), ("ascites", "ascites"), ("foot", "feet"),
     ("stomach", "stomachs"), ("lung nodule or mass", "lung nodules or masses")],
)  # fmt: skip
def test_plurals_of_terms(name, plural):
    assert plural_of(KNOWN.lookup(name)) == plural


def test_general_terms_are_ancestors_and_siblings_are_not_related():
    assert "tumour" in KNOWN.ancestors("adenocarcinoma")
    assert KNOWN.related("lesion", "kidney tumour")
    assert not KNOWN.related("kidney tumour", "kidney cyst")


def test_every_term_is_written_in_both_languages():
    for term in KNOWN.terms.values():
        assert not any("\u4e00" <= c <= "\u9fff" for c in term.term + "".join(term.synonyms)), term
        assert term.zh.strip() == term.zh
        assert "粘膜" not in term.zh
        assert "食道" not in term.zh


def test_no_synonym_is_also_another_term():
    for term in KNOWN.terms.values():
        for synonym in term.synonyms:
            assert KNOWN.names[synonym.lower()] == term.term, (term.term, synonym)


def _file(folder: Path, name: str, *rows: str) -> None:
    (folder / name).write_text("\n".join(["\t".join(COLUMNS), *rows]) + "\n", encoding="utf-8")


def test_a_term_in_two_files_is_an_error_that_names_both(tmp_path):
    row = "polyp\t息肉\tlesion\tcount\t\tno\t\t\t"
    _file(tmp_path, "a.tsv", row)
    _file(tmp_path, "b.tsv", row)
    with pytest.raises(DeclarationError, match=r"'polyp' stands in a.tsv and in b.tsv"):
        vocabulary._load(str(tmp_path))


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("polyp\t\tlesion\tcount\t\tno\t\t\t", "zh filled"),
        ("polyp\t息肉\tthing\tcount\t\tno\t\t\t", "unknown kind 'thing'"),
        ("polyp\t息肉\tlesion\tmany\t\tno\t\t\t", "noun must be"),
        ("polyp\t息肉\tlesion\tcount\t\tno\t\t\tblob", "parent 'blob'"),
        ("polyp\t息肉\tlesion\tcount\t\tno\t\t\tpolyp", "circle"),
    ],
)
def test_a_malformed_row_is_an_error_that_says_where(tmp_path, row, words):
    _file(tmp_path, "a.tsv", row)
    with pytest.raises(DeclarationError, match=words):
        vocabulary._load(str(tmp_path))


def test_every_name_that_a_bundled_source_declares_is_a_term():
    unknown = []
    for module in pkgutil.iter_modules(source_adapters.__path__):
        source = importlib.import_module(f"source_adapters.{module.name}").SOURCE
        for part in label_parts(source):
            names = (*all_names(part), getattr(part, "of", None) or "", *source.anatomy)
            unknown += [(source.name, n) for n in names if n and KNOWN.get(n) is None]
    assert unknown == []
